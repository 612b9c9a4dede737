import Folding

/// What a file of the site may be called: the rule for those who plan the files and for the one who writes them.
package enum OutputPath {
  /// In bytes: what nearly every file system allows for a name.
  package static let longestPart = 255
  /// In bytes, from the output folder on. Linux allows 4,096 for a whole path and macOS 1,024; a site is copied
  /// below folders of others, and a server adds its own.
  package static let longest = 1024

  /// Why a path can't be one of the output folder's, or `nil` where it can: relative, of named parts only, none of
  /// them `.` or `..`, without control characters and line ends, not too long, and not one of Remit's own files.
  package static func objection(to path: String) -> String? {
    if path.isEmpty { return "it is empty" }
    if path.utf8.first == UInt8(ascii: "/") { return "it is not relative" }
    if path.unicodeScalars.contains(where: \.isControl) { return "it contains a control character" }
    for part in path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if part.isEmpty { return "a part of it is empty" }
      if part.elementsEqual(".".utf8) || part.elementsEqual("..".utf8) { return "it leads out of the folder" }
      if part.count > longestPart {
        return "a part of it has \(part.count) bytes; the limit is \(longestPart)"
      }
    }
    let count = path.utf8.count
    if count > longest { return "it has \(count) bytes; the limit is \(longest)" }
    return isOwn(path) ? "names that begin with '.remit-' are reserved for Remit" : nil
  }

  /// Whether a path is one of the files that Remit keeps for itself; many disks don't tell small letters from
  /// capital ones.
  package static func isOwn(_ path: String) -> Bool { path.foldedPath.begins(with: ".remit-") }
}

extension Unicode.Scalar {
  /// Control characters, and what ends a line.
  fileprivate var isControl: Bool {
    value < 0x20 || (0x7F...0x9F).contains(value) || value == 0x2028 || value == 0x2029
  }
}

extension String {
  /// The text for a message: of a very long one its beginning and its end.
  package var shortened: String {
    // Most are short, and counting characters takes time.
    guard utf8.count > 120, count > 120 else { return self }
    return "\(prefix(80))…\(suffix(30))"
  }
}
