import Folding

/// The last part of a tag's address, which is the same whatever other tags there are: tags that have the same one are one tag.
///
/// Letters, digits, `_`, `+` and points stay, and blanks are `-`, as in Hugo. Any other sign is `~` with its number in Unicode
/// (`c~23` for `C#`), for it may mean something in an address or to a disk.
enum TagAddress {
  /// Longer names are cut, and end in a number that is made of the whole.
  private static let longest = 60

  static func slug(of tag: String) -> String {
    let words = tag.foldedName.unicodeScalars.split { $0.properties.isWhitespace || $0 == "-" }
    let name = words.map { $0.map(written).joined() }.joined(separator: "-")
    let safe = guarded(name.isEmpty ? tag.unicodeScalars.map(code).joined() : name)
    guard safe.unicodeScalars.count > longest else { return safe }
    return String(String.UnicodeScalarView(safe.unicodeScalars.prefix(longest - 17))) + "~" + hash(safe)
  }

  private static func written(_ scalar: Unicode.Scalar) -> String {
    let isLetter =
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || [.nonspacingMark, .spacingMark].contains(scalar.properties.generalCategory)
    return isLetter || scalar == "_" || scalar == "+" || scalar == "." ? String(scalar) : code(scalar)
  }

  private static func code(_ scalar: Unicode.Scalar) -> String { "~" + String(scalar.value, radix: 16) }

  /// What begins or ends with a point, or begins with `_`, is hidden or refused elsewhere, and the folders of long lists have
  /// names of their own.
  private static func guarded(_ name: String) -> String {
    var scalars = Array(name.unicodeScalars)
    var (start, end) = ("", "")
    if scalars.last == "." { end = code(scalars.removeLast()) }
    if let first = scalars.first, first == "." || first == "_" || ListPart.folders.contains(name) {
      start = code(scalars.removeFirst())
    }
    return start + String(String.UnicodeScalarView(scalars)) + end
  }

  /// FNV-1a.
  private static func hash(_ text: String) -> String {
    let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
