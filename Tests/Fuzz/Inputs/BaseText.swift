import Diagnostics

/// A knowledge base in one text, as fixtures have it: `-- path --` begins a file.
struct BaseText {
  var files: [SourceText]

  init(_ files: [SourceText]) { self.files = files }

  /// What stands before the first file is left out, and so are expectations (`== name ==`).
  init(_ bytes: [UInt8]) {
    var files: [(path: String, bytes: [UInt8])] = []
    var isExpectation = false
    for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
      if let path = BaseText.name(line, mark: UInt8(ascii: "-")) {
        isExpectation = false
        files.append((path, []))
      } else if BaseText.name(line, mark: UInt8(ascii: "=")) != nil {
        isExpectation = true
      } else if !files.isEmpty, !isExpectation {
        files[files.count - 1].bytes += line + [10]
      }
    }
    var seen: Set<String> = []
    self.files = files.filter { BaseText.canBe($0.path) && seen.insert($0.path).inserted }
      .map { SourceText(path: $0.path, bytes: $0.bytes) }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  var bytes: [UInt8] {
    files.flatMap { Array("-- \($0.path) --\n".utf8) + $0.bytes + ($0.bytes.last == 10 ? [] : [10]) }
  }

  private static func name(_ line: ArraySlice<UInt8>, mark: UInt8) -> String? {
    guard line.count > 6, line.prefix(3) == [mark, mark, 32], line.suffix(3) == [32, mark, mark] else {
      return nil
    }
    return String(decoding: line.dropFirst(3).dropLast(3), as: UTF8.self)
  }

  /// Whether the reader of a folder could give such a path.
  private static func canBe(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let isRead = ["remit.yaml", "schema.yaml"].contains(path) || ["content", "templates"].contains(parts[0])
    return isRead && !path.contains("\0") && path.utf8.count < 1_000
      && parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") && !$0.hasSuffix("~") && $0.utf8.count < 256 }
      && (parts.count > 1 || !["content", "templates"].contains(path))
  }
}
