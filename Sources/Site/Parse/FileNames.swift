import Diagnostics
import Folding

/// The names of files, to be found in texts however those mention them: in links and embeds, in HTML, in front matter,
/// in other generators' shortcodes.
struct FileNames {
  /// By the part behind the last sign that may stand before a name: whole names, and the files of that name.
  private var byEnd: [[UInt8]: [(name: [UInt8], paths: [String])]] = [:]

  init(_ files: [SourceText]) {
    for file in files {
      let name = (file.path.parts(at: "/").last ?? "").foldedFileName
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
      for reading in FileNames.readings(of: text.bytes) {
        let folded = String(decoding: reading, as: UTF8.self).foldedFileName
        for path in paths(in: folded) where namers[path] == nil { namers[path] = text.path }
      }
    }
    return namers
  }

  /// The text as it stands, as an address has it, and as Markdown and HTML have signs that mean nothing there.
  private static func readings(of text: [UInt8]) -> [[UInt8]] {
    var readings = [text]
    if text.contains(UInt8(ascii: "%")) { readings.append(text.percentDecoded) }
    if text.contains(UInt8(ascii: "\\")) || text.contains(UInt8(ascii: "&")) {
      let bare = (readings.last ?? text).filter { $0 != UInt8(ascii: "\\") }
      readings.append(bare.withAmpersands)
    }
    return readings
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
    // A name begins anywhere in a text without blanks, such as Chinese.
    byte <= 0x20 || byte >= 0x80 || "/\\\"'()[]<>{}|=,:;!#?&`*%".utf8.contains(byte)
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ other: [UInt8]) -> Bool { suffix(other.count).elementsEqual(other) }
}

extension [UInt8] {
  /// With a sign for each `&amp;`.
  fileprivate var withAmpersands: [UInt8] {
    let entity = Array("&amp;".utf8)
    var result: [UInt8] = []
    var rest = self[...]
    while let byte = rest.first {
      rest = rest.dropFirst(byte == entity[0] && rest.starts(with: entity) ? entity.count : 1)
      result.append(byte)
    }
    return result
  }
}
