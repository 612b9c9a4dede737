/// One link on the way to its verdict: from address to address, and from attempt to attempt.
struct LinkInquiry: Sendable {
  private static let mostRedirects = 10
  private static let lastAttempt = 3
  /// In seconds. Who asks for more is not waited for.
  private static let longestWait = 60

  /// As the knowledge base has it.
  let link: String
  /// Where the question goes now.
  private(set) var address: String
  /// What redirected to it.
  private var referrer: String?
  private var redirects = 0
  /// The first is by HEAD, and all others by GET, because some servers refuse the former.
  private var attempt = 0
  /// Where a chain of permanent redirects has led to.
  private var permanent: String?
  private var isPermanent = true

  init(_ link: String) {
    self.link = link
    address = link
  }

  enum Step {
    /// Ask again, no sooner than after this time.
    case again(LinkInquiry, after: Duration)
    case verdict(LinkVerdict)
    /// The host wants to rest for longer than it's waited for, whatever page it is asked for.
    case rest(LinkVerdict)
  }

  func request(timeLimit: Int, userAgent: String) -> WebRequest {
    WebRequest(
      address: address, method: attempt == 0 ? .head : .get, timeLimit: timeLimit, userAgent: userAgent,
      referrer: referrer)
  }

  /// - Parameter pause: between two requests to one host.
  func step(after answer: WebAnswer, pause: Duration) -> Step {
    switch answer.status {
    case (300..<400)?:
      // Without a new address it's an answer like any other (304, or a choice between several).
      return answer.redirect.map { follow($0, status: answer.status, pause: pause) } ?? found
    case (200..<300)?: return found
    // The page is there, but shorter than what was asked for.
    case 416? where attempt > 0: return found
    default: break
    }
    var wait: Duration?
    switch answer.isPassing ? answer.retryAfter : nil {
    case .seconds(let seconds) where seconds > Self.longestWait:
      return .rest(.unchecked("the server asks to wait \(seconds) seconds"))
    case .seconds(let seconds): wait = .seconds(seconds)
    case .later: return .rest(.unchecked("the server asks to try again later"))
    case nil: break
    }
    guard attempt == 0 || (answer.isPassing && attempt < Self.lastAttempt) else {
      return .verdict(answer.verdict)
    }
    var again = self
    again.attempt += 1
    let usual = answer.isPassing ? pause * (1 << again.attempt) : pause
    return .again(again, after: max(wait ?? usual, pause))
  }

  private var found: Step { .verdict(permanent.map(LinkVerdict.moved) ?? .alive) }

  private func follow(_ redirect: String, status: Int?, pause: Duration) -> Step {
    guard redirects < Self.mostRedirects else {
      return .verdict(.dead("it redirects more than \(Self.mostRedirects) times"))
    }
    let target = WebAddress.encoded(redirect)
    guard WebAddress.isWeb(redirect), WebAddress.host(of: redirect) != nil else {
      return .verdict(.dead("it redirects to '\(target)', which is not a web address"))
    }
    if let objection = objection(to: redirect) { return .verdict(objection) }
    var next = LinkInquiry(link)
    next.address = redirect
    next.referrer = address
    next.redirects = redirects + 1
    next.isPermanent = isPermanent && (status == 301 || status == 308)
    next.permanent = next.isPermanent ? target : permanent
    return .again(next, after: .zero)
  }

  /// Whoever runs the server elsewhere decides where it leads; not all that this machine can reach is for them to ask.
  private func objection(to redirect: String) -> LinkVerdict? {
    if WebAddress.hasUser(redirect) { return .dead("it redirects to an address with a user name") }
    guard let here = WebAddress.hostName(of: redirect), let there = WebAddress.hostName(of: address),
      here != there,
      !NetworkAddress.isPrivate(host: there)
    else { return nil }
    if NetworkAddress.isPrivate(host: here) {
      return .dead("it redirects to '\(here)', which is in a private network")
    }
    // Some letters beyond ASCII stand for digits and dots.
    return here.utf8.allSatisfy { $0 < 0x80 }
      ? nil : .unchecked("it redirects to '\(here)', whose name is not ASCII")
  }
}

extension WebAnswer {
  /// Whether it may be another one in a while.
  fileprivate var isPassing: Bool {
    switch failure {
    case .unknownHost, .refused, .unreachable, .silent, .insecure, .cut: true
    case .malformed, .badCertificate, .tooLong, .privateNetwork, .other: false
    case nil: [408, 425, 429, 500, 502, 503, 504].contains(status)
    }
  }

  /// Servers turn programs away with some, whatever the page, and show it to browsers all the same.
  fileprivate var verdict: LinkVerdict {
    switch failure {
    case nil:
      let turnsAway = [401, 402, 403, 405, 406, 407, 408, 425, 429, 451, 999].contains(status)
      let isGone = status == 404 || status == 410
      return turnsAway || (isForBrowsers && !isGone) ? .unchecked(words) : .dead(words)
    case .silent, .cut: return .unanswered(words)
    case .tooLong, .privateNetwork: return .dead(words)
    default: return .unreached(words)
    }
  }

  private var words: String {
    if let status { return "the server answers \(status)" }
    return switch failure {
    case .malformed: "the address is malformed"
    case .unknownHost: "there is no such host"
    case .refused: "the connection is refused"
    case .unreachable: "there is no answer"
    case .insecure: "a secure connection cannot be made"
    case .silent: "the server does not answer programs"
    case .cut: "the server closes connections from programs"
    case .tooLong: "the answer does not end"
    case .badCertificate: "the certificate is not valid"
    case .privateNetwork: "it redirects to a private network"
    case .other, nil: "the request failed"
    }
  }
}
