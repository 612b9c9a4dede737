import Files

/// One request for one address. A redirect is an answer, and is not followed.
struct WebRequest: Sendable {
  enum Method: Sendable { case head, get }

  var address: String
  var method: Method
  /// In seconds.
  var timeLimit: Int

  /// Asks by the program `curl`. Nothing of the user's goes along: no settings, cookies or passwords.
  ///
  /// - Throws: `CommandError.usage` without `curl`; `FileError` where it can't be run.
  func send() async throws -> WebAnswer {
    var curl = ChildProcess("curl", arguments)
    // Names of hosts may have letters beyond ASCII.
    curl.environment["LC_ALL"] = "C.UTF-8"
    curl.timeLimit = .seconds(timeLimit + 10)
    curl.outputLimit = 1 << 20
    do {
      let outcome = try await curl.run()
      return WebAnswer(curl: outcome.status, output: outcome.output)
    } catch ChildProcessError.notFound {
      throw CommandError.usage("check --external needs the program 'curl'; on Debian: apt-get install curl")
    } catch ChildProcessError.tookTooLong {
      return WebAnswer(failure: .noAnswer)
    } catch let error as ChildProcessError {
      throw FileError("curl", "run", error.description)
    }
  }

  private var arguments: [String] {
    let common = [
      // The first, or curl reads the user's settings.
      "-q", "--silent", "--globoff", "--proto", "=http,https",
      "--user-agent", "remit/\(Remit.version) (link check)",
      "--connect-timeout", String(min(10, timeLimit)), "--max-time", String(timeLimit),
      "--output", "/dev/null", "--dump-header", "-", "--write-out", "\n%{http_code} %{redirect_url}",
    ]
    // Of a page that is asked for whole the beginning will do.
    let method = method == .head ? ["--head"] : ["--range", "0-1023", "--max-filesize", "1000000"]
    return common + method + ["--url", WebAddress.encoded(address)]
  }
}

/// What came back.
struct WebAnswer: Hashable, Sendable {
  enum Failure: Int32, Sendable {
    case malformed = 3
    case unknownHost = 6
    case refused = 7
    case noAnswer = 28
    case insecure = 35
    case empty = 52
    case cut = 56
    case badCertificate = 60
    case other = -1
  }

  enum RetryAfter: Hashable, Sendable {
    case seconds(Int)
    /// A date, mostly. It's further than anybody waits, as far as can be told.
    case later
  }

  /// The status of the server's answer.
  var status: Int?
  /// Where it leads on, in full.
  var redirect: String?
  /// When the server wants to be asked again.
  var retryAfter: RetryAfter?
  /// Why there is no answer.
  var failure: Failure?

  init(status: Int, redirect: String? = nil, retryAfter: RetryAfter? = nil) {
    (self.status, self.redirect, self.retryAfter) = (status, redirect, retryAfter)
  }

  init(failure: Failure) { self.failure = failure }

  /// - Parameters:
  ///   - curl: its exit status. It may be bad although the server answered, when the rest didn't come.
  ///   - output: the headers, and in the last line the status and where it leads on.
  init(curl: Int32, output: [UInt8]) {
    let lines = String(decoding: output, as: UTF8.self).split(whereSeparator: \.isNewline)
    let last = (lines.last ?? "").split(separator: " ", maxSplits: 1)
    guard let status = last.first.flatMap({ Int($0) }), status > 0 else {
      failure = Failure(rawValue: curl) ?? .other
      return
    }
    self.status = status
    redirect = last.count > 1 ? String(last[1]) : nil
    for line in lines.dropLast() {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "retry-after" else { continue }
      retryAfter = Int(parts[1].filter { $0 != " " && $0 != "\t" }).map { .seconds(max(0, $0)) } ?? .later
    }
  }
}
