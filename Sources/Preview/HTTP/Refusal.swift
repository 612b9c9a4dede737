/// A request that is not answered with a page, and why.
struct Refusal: Error, Equatable {
  var status: Int
  /// One sentence for the person at the other end.
  var reason: String
  /// Whether what follows on the connection can't be trusted to be a request.
  var closes = false

  static func malformed(_ reason: String) -> Refusal { Refusal(status: 400, reason: reason, closes: true) }
  static func badPath(_ reason: String) -> Refusal { Refusal(status: 400, reason: reason) }
}
