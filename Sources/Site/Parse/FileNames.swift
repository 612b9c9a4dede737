import Diagnostics
import Folding

/// The names of files, to be found in texts however those mention them: in links and embeds, in HTML, in front matter,
/// in other generators' shortcodes.
struct FileNames {
  /// By the part behind the last sign that may stand before a name: whole names, and the files of that name.
  private var byEnd: [[UInt8]: [(name: [UInt8], paths: [String])]] = [:]

  init(_ files: [SourceText]) {
    for file in files {
      let name = Array((file.path.split(separator: "/").last ?? "").foldedCase.utf8)
      let end = Array(name.split(whereSeparator: FileNames.isSign).last ?? [])
      guard !end.isEmpty else { continue }
      if let known = byEnd[end]?.firstIndex(where: { $0.name == name }) {
        byEnd[end]?[known].paths.append(file.path)
      } else {
        byEnd[end, default: []].append((name, [file.path]))
      }
    }
  }

  /// The first of some texts that names each file, by the file's path.
  func namers(in texts: [SourceText]) -> [String: String] {
    guard !byEnd.isEmpty else { return [:] }
    var namers: [String: String] = [:]
    for text in texts {
      let lowered = text.bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      for path in paths(in: lowered) + paths(in: lowered.percentDecoded) where namers[path] == nil {
        namers[path] = text.path
      }
    }
    return namers
  }

  private func paths(in text: [UInt8]) -> [String] {
    var paths: [String] = []
    for word in text.split(whereSeparator: FileNames.isSign) {
      // A full stop may end a sentence.
      let bare = word.last == UInt8(ascii: ".") ? word.dropLast() : word
      for (name, files) in byEnd[Array(bare)] ?? [] where text[..<bare.endIndex].hasSuffix(name) {
        paths += files
      }
    }
    return paths
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte <= 0x20 || "/\\\"'()[]<>{}|=,:;!#?&`*".utf8.contains(byte)
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ other: [UInt8]) -> Bool { suffix(other.count).elementsEqual(other) }
}

extension [UInt8] {
  fileprivate var percentDecoded: [UInt8] {
    guard contains(UInt8(ascii: "%")) else { return [] }
    var bytes: [UInt8] = []
    var rest = self[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}
