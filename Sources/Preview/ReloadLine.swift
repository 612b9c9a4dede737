/// The one line that the preview adds at the very end of each HTML page: it loads the script that keeps the
/// page up to date.
package enum ReloadLine {
  private static let start = Array(#"<script src="/.remit/reload.js" data-page=""#.utf8)
  private static let end = Array("\" data-remit-preview></script>\n".utf8)

  static func bytes(_ tag: EntityTag) -> [UInt8] { start + Array(tag.digits.utf8) + end }

  /// A served page as it was made: without the line, where one stands at the end.
  package static func removed(from body: [UInt8]) -> [UInt8] {
    let length = start.count + EntityTag.length + end.count
    let line = body.suffix(length)
    guard line.count == length, line.starts(with: start), line.suffix(end.count).elementsEqual(end) else {
      return body
    }
    return Array(body.dropLast(length))
  }
}

extension ServedPage {
  /// The page as it is sent: with the reload line, where it is HTML and may run scripts.
  package var withReloadLine: ServedPage {
    guard isHTML, !isSandboxed else { return self }
    var page = self
    page.body += ReloadLine.bytes(EntityTag(body))
    return page
  }
}
