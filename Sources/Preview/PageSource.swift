/// Whoever makes the pages.
package protocol PageSource: Sendable {
  /// The page at a path. Called from many tasks at once, which are
  /// cancelled where the client has gone.
  ///
  /// - Parameter path: as the browser asked, decoded once, without its query. It begins with `/`, has no
  ///   empty part, no part `.` or `..` (a final `/` may stand), no backslash, control character or NUL.
  ///   Nothing below `/.remit/` is ever asked for.
  func page(at path: String) async -> ServedPage
}
