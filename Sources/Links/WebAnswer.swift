import Folding

/// What came back.
struct WebAnswer: Hashable, Sendable {
  enum Failure: Hashable, Sendable {
    case malformed, unknownHost, refused, unreachable, insecure, badCertificate, other
    /// The server is there, and says nothing, or cuts the connection: as many do with programs.
    case silent, cut
    /// No end of headers.
    case tooLong
    /// It is in a network that the page that leads to it is not in.
    case privateNetwork
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
  /// Whether the server says that it takes the request for a program's.
  var isForBrowsers = false
  /// Why there is no answer.
  var failure: Failure?

  init(status: Int, redirect: String? = nil, retryAfter: RetryAfter? = nil) {
    (self.status, self.redirect, self.retryAfter) = (status, redirect, retryAfter)
  }

  init(failure: Failure) { self.failure = failure }

  /// - Parameters:
  ///   - curl: its exit status. It may be bad although the server answered, when the rest didn't come.
  ///   - output: the headers, and in the last line the status, when the connection was made and when it was secure,
  ///     and where it leads on.
  init(curl: Int32, output: [UInt8], isSecure: Bool) {
    let lines = String(decoding: output, as: UTF8.self).split(whereSeparator: \.isNewline)
    let last = (lines.last ?? "").split(separator: " ", maxSplits: 3)
    guard let status = last.first.flatMap({ Int($0) }), (100...999).contains(status) else {
      let isConnected = last.count > 2 && last[isSecure ? 2 : 1].contains { ("1"..."9").contains($0) }
      failure = Failure(curl: curl, isConnected: isConnected)
      return
    }
    self.status = status
    redirect = last.count > 3 ? String(last[3]) : nil
    for line in lines.dropLast() {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let value = parts[1].filter { $0 != " " && $0 != "\t" }
      switch parts[0].asciiLowercased {
      case "retry-after": retryAfter = Int(value).map { .seconds(max(0, $0)) } ?? .later
      // Of the services that stand before other people's servers.
      case "cf-mitigated", "x-datadome", "x-amzn-waf-action", "x-iinfo", "x-sucuri-block":
        isForBrowsers = true
      case "server" where ["cloudflare", "akamaighost", "ddos-guard"].contains(value.asciiLowercased):
        isForBrowsers = true
      default: break
      }
    }
  }
}

extension WebAnswer.Failure {
  /// By curl's exit status.
  fileprivate init(curl: Int32, isConnected: Bool) {
    self =
      switch curl {
      case 3: .malformed
      case 6: .unknownHost
      case 7: .refused
      case 28: isConnected ? .silent : .unreachable
      case 35: .insecure
      case 60: .badCertificate
      case 16, 18, 52, 55, 56, 92: isConnected ? .cut : .unreachable
      default: .other
      }
  }
}
