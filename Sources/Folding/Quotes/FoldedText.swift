/// A text folded for the checking of quotes, so that what is read the same is the same:
///
/// - white space and no-break spaces, however many, are one blank; invisible characters vanish;
/// - Markdown's `*`, and `_` at a word's edge, vanish;
/// - a hyphen at a line's end joins the halves, and stands for both a hyphen and none;
/// - blanks between Han characters, and between these and digits, marks or quotation marks, vanish;
/// - quotation marks and apostrophes have one shape, and so have hyphens, dashes and minus signs;
/// - a letter and its mark are one character; ligatures, letters and marks of full width, radicals, mathematical and
///   Arabic letter forms are what they stand for, … is three points, and a lowered digit behind a letter is that digit.
///
/// Case stays significant, and so do raised digits (`10²`), circled ones and fractions. Folding a folded text changes
/// nothing.
package struct FoldedText: Sendable {
  let scalars: [Unicode.Scalar]

  /// A hyphen at a line's end. Not a character, so no text can hold it.
  static let lineEndHyphen: Unicode.Scalar = "\u{FFFF}"

  /// Bytes that are no UTF-8 count as replacement characters.
  package init(_ bytes: [UInt8]) {
    self.init(String(decoding: bytes, as: UTF8.self))
  }

  package init(_ text: String) {
    var folding = TextFolding(text)
    scalars = folding.folded()
  }

  /// Whether the quote stands in this text. It may not cut a word or a number in two: "10" is not in "100",
  /// nor "thousand" in "thousands". An empty quote stands nowhere.
  package func contains(_ quote: String) -> Bool {
    contains(FoldedText(quote))
  }

  /// As the same with a text; for a quote that is looked for in several sources.
  package func contains(_ quote: FoldedText) -> Bool {
    next(quote, from: 0) != nil
  }

  /// In how many places a quote stands, none of which overlap.
  package func count(of quote: FoldedText) -> Int {
    var (count, start) = (0, 0)
    while let end = next(quote, from: start) {
      count += 1
      start = end
    }
    return count
  }

  /// Where the first such place from a character on ends.
  private func next(_ quote: FoldedText, from start: Int) -> Int? {
    guard let first = quote.scalars.first else { return nil }
    for start in start..<max(start, scalars.count) {
      let scalar = scalars[start]
      guard scalar == first || scalar == Self.lineEndHyphen && first == "-" else { continue }
      guard let end = end(of: quote.scalars, from: start) else { continue }
      if !isWithinWord(start), !isWithinWord(end) { return end }
    }
    return nil
  }

  /// Where the quote ends if it begins at `start`.
  private func end(of quote: [Unicode.Scalar], from start: Int) -> Int? {
    var (i, j) = (start, 0)
    while j < quote.count {
      guard i < scalars.count else { return nil }
      if scalars[i] == quote[j] {
        (i, j) = (i + 1, j + 1)
      } else if scalars[i] == Self.lineEndHyphen {
        i += 1
        j = Self.skipHyphen(in: quote, at: j)
      } else if quote[j] == Self.lineEndHyphen {
        j += 1
        i = Self.skipHyphen(in: scalars, at: i)
      } else {
        return nil
      }
    }
    return i
  }

  /// Also past a blank behind the hyphen: that is what is left of a line end where lines were joined.
  private static func skipHyphen(in text: [Unicode.Scalar], at index: Int) -> Int {
    guard text[index] == "-" else { return index }
    let next = index + 1
    return next < text.count && text[next] == " " ? next + 1 : next
  }

  private func isWithinWord(_ index: Int) -> Bool {
    guard index > 0, index < scalars.count else { return false }
    let (before, after) = (scalars[index - 1], scalars[index])
    return before.isDigit && after.isDigit || before.isSpacedLetter && after.isSpacedLetter
  }
}

extension FoldedText: CustomStringConvertible {
  /// A hyphen at a line's end is shown as a hyphen.
  package var description: String { string(scalars[...]) }

  func string(_ part: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(part.map { $0 == Self.lineEndHyphen ? "-" : $0 }))
  }
}

extension Unicode.Scalar {
  /// A letter of a script that sets words apart with blanks.
  var isSpacedLetter: Bool {
    isLatinLetter || value >= 0x80 && value < 0x2E80 && properties.isAlphabetic
  }
}
