import NIOHTTP1

/// A request that is not answered with a page, and why.
struct Refusal: Error, Equatable {
  var status: Int
  /// One sentence for the person at the other end.
  var reason: String
  /// Whether what follows on the connection can't be trusted to be a request.
  var closes = false
  /// Fields of the answer's head, beside those that every answer has.
  var fields: HTTPHeaders = [:]

  static func malformed(_ reason: String) -> Refusal { Refusal(status: 400, reason: reason, closes: true) }
  /// In a browser that keeps such a worker, it and what it has stored are taken away.
  static let worker = Refusal(
    status: 403, reason: "the preview allows no workers that outlive their page",
    fields: ["Clear-Site-Data": "\"storage\""])
  static func badPath(_ reason: String) -> Refusal { Refusal(status: 400, reason: reason) }
}
