/// `[[target#anchor@source|text]]`; all but the target may be missing, and before an anchor that too.
struct WikiLinkSyntax {
  var target: String
  var anchor: String?
  var source: String?
  /// All before the bar, where there is more than the target.
  var whole: String?
  /// What to show; `nil` where the author gave none.
  var text: String?

  /// - Parameter range: from `[[` to `]]`.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    let inner = range.lowerBound + 2..<range.upperBound - 2
    var name = inner
    if let bar = bytes[inner].firstIndex(of: .pipe) {
      // In a table the bar has to be escaped elsewhere; here it may be.
      let isEscaped = bar > inner.lowerBound && bytes[bar - 1] == .backslash
      name = inner.lowerBound..<(isEscaped ? bar - 1 : bar)
      let shown = bytes.trimmed(bar + 1..<inner.upperBound)
      if !shown.isEmpty { text = CitationSyntax.onOneLine(bytes.string(shown)) }
    }
    let whole = bytes.trimmed(name)
    if let at = bytes[name].lastIndex(of: .at), at > name.lowerBound,
      Self.isID(bytes[(at + 1)..<name.upperBound])
    {
      source = bytes.string(at + 1..<name.upperBound)
      name = name.lowerBound..<at
    }
    if let hash = bytes[name].firstIndex(of: .hash), hash + 1 < name.upperBound {
      anchor = CitationSyntax.onOneLine(bytes.string(bytes.trimmed(hash + 1..<name.upperBound)))
      name = name.lowerBound..<hash
    }
    target = CitationSyntax.onOneLine(bytes.string(bytes.trimmed(name)))
    if anchor != nil || source != nil { self.whole = CitationSyntax.onOneLine(bytes.string(whole)) }
  }

  private static func isID(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy { $0.isAlphanumeric || $0 >= 0x80 || "-_./".utf8.contains($0) }
  }
}
