import Diagnostics
import Files

/// One request for one address. A redirect is an answer, and is not followed.
struct WebRequest: Sendable {
  enum Method: Sendable { case head, get }

  var address: String
  var method: Method
  /// In seconds.
  var timeLimit: Int
  var userAgent: String
  /// The address that led here, where one did.
  var referrer: String?

  /// Asks by the program `curl`. Nothing of the user's goes along: no settings, cookies or passwords.
  ///
  /// - Throws: `LinkError` without `curl`; `FileError` where it can't be run.
  func send() async throws -> WebAnswer {
    let found = await lookedUp
    if found.isForbidden { return WebAnswer(failure: .privateNetwork) }
    var curl = ChildProcess("curl", arguments + found.arguments)
    // Names of hosts may have letters beyond ASCII.
    curl.environment["LC_ALL"] = "C.UTF-8"
    curl.timeLimit = .seconds(timeLimit + 10)
    curl.outputLimit = 1 << 20
    do {
      let outcome = try await curl.run()
      return WebAnswer(curl: outcome.status, output: outcome.output, isSecure: WebAddress.isSecure(address))
    } catch ChildProcessError.notFound {
      throw LinkError("check --external needs the program 'curl'; on Debian: apt-get install curl")
    } catch ChildProcessError.tookTooLong {
      return WebAnswer(failure: .silent)
    } catch ChildProcessError.tooMuchOutput {
      return WebAnswer(failure: .tooLong)
    } catch let error as ChildProcessError {
      throw FileError("curl", "run", error.description)
    }
  }

  private var arguments: [String] {
    let common = [
      // The first, or curl reads the user's settings.
      "-q", "--silent", "--globoff", "--disallow-username-in-url", "--proto", "=http,https",
      "--user-agent", userAgent,
      "--connect-timeout", String(min(10, timeLimit)), "--max-time", String(timeLimit),
      // A page's text has nowhere to go, so that it's cut off as soon as it comes, however much a server sends.
      "--output", "/dev/full", "--dump-header", "-",
      "--write-out", "\n%{http_code} %{time_connect} %{time_appconnect} %{redirect_url}",
    ]
    // Of a page that is asked for whole the beginning will do.
    let method = method == .head ? ["--head"] : ["--range", "0-1023", "--max-filesize", "1000000"]
    return common + method + ["--url", WebAddress.encoded(address)]
  }

  /// Where a page of another host leads here: whether this one is in a private network and that one is not; and the
  /// addresses that were looked up, for curl to keep to.
  private var lookedUp: (isForbidden: Bool, arguments: [String]) {
    get async {
      guard let referrer, let there = WebAddress.hostName(of: referrer),
        let here = WebAddress.hostName(of: address),
        here != there, !NetworkAddress.isPrivate(host: there), NetworkAddress.ipv4(here) == nil,
        NetworkAddress.ipv6(here) == nil, let port = WebAddress.port(of: address)
      else { return (false, []) }
      let addresses = await HostLookup.addresses(of: here)
      // Whoever cannot look a name up has a proxy do it, or has no network.
      guard !addresses.isEmpty else { return (false, []) }
      if addresses.contains(where: NetworkAddress.isPrivate(host:)) {
        let own = await HostLookup.addresses(of: there)
        let isPrivateToo = own.contains(where: NetworkAddress.isPrivate(host:))
        return (!isPrivateToo, [])
      }
      let list = addresses.map { $0.contains(":") ? "[\($0)]" : $0 }.joined(separator: ",")
      return (false, ["--resolve", "\(here):\(port):\(list)"])
    }
  }
}
