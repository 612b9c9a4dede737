import Diagnostics
import FrontMatter

/// What is told of a page that isn't written in UTF-8, and whether it can be read all the same.
struct WrittenEncoding {
  private(set) var diagnostics: [Diagnostic] = []
  /// Why nobody can tell what the file says: a plain page is held back.
  private(set) var unreadable: FrontMatter.Unreadable?

  /// - Parameter isLenient: whether it's somebody else's page, which must not stop the build.
  init(_ file: SourceText, isLenient: Bool) {
    switch file.encoding {
    case nil, .unicode?, .named?: break
    case .latin?:
      let start = file.firstBeyondASCII
      let line = excerpt(file.line(Int(start.line)) ?? [])
      diagnostics = [
        Diagnostic(
          .invalidUTF8, isLenient ? .warning : .error,
          "this file is not in UTF-8, so it is read as Windows-1252: “\(line)”", at: Place(file.path, start),
          help: Self.save(from: "WINDOWS-1252"))
      ]
    case .unmarked(let isLittle)?:
      unreadable = FrontMatter.Unreadable(
        "it is in UTF-16 without a byte order mark", help: Self.save(from: isLittle ? "UTF-16LE" : "UTF-16BE")
      )
    case .unknown(let shape, let page)?:
      let reason = page.map { "it is not in \($0.rawValue)" } ?? "it is not in UTF-8"
      unreadable = FrontMatter.Unreadable(
        reason, position: file.firstBeyondASCII, help: Self.help(file, shape))
    }
  }

  private static func help(_ file: SourceText, _ shape: FileEncoding.TextShape) -> String {
    switch shape {
    case .damaged: save(from: "…") + " with the encoding that it has"
    case .singleLetters:
      save(from: "WINDOWS-1252") + setting("windows-1252")
        + readings(file, [.windows1252, .windows1250, .windows1254])
    case .rows(let mayBeGB18030):
      (mayBeGB18030
        ? save(from: "GB18030") + ", if it is Chinese" : save(from: "…") + " with the encoding that it has")
        + setting("windows-1251") + readings(file, [.windows1251, .windows1253])
    }
  }

  private static func save(from encoding: String) -> String {
    "save it as UTF-8, as with 'iconv -f \(encoding) -t UTF-8'"
  }

  private static func setting(_ name: String) -> String {
    ", or name the encoding of such files, as with 'encoding: \(name)' in remit.yaml"
  }

  /// What the line would say, so that its author sees which one is right.
  private static func readings(_ file: SourceText, _ pages: [CodePage]) -> String {
    let line = file.line(Int(file.firstBeyondASCII.line)) ?? []
    var known: Set<String> = []
    let readings = pages.compactMap { page -> String? in
      guard let text = page.decoded(line).map({ excerpt($0[...]) }), known.insert(text).inserted else {
        return nil
      }
      return "“\(text)” in \(page.rawValue)"
    }
    return readings.isEmpty ? "" : "; it says " + readings.joined(separator: ", ")
  }
}

/// So much of a line as shows what it says.
private func excerpt(_ line: ArraySlice<UInt8>) -> String {
  let text = String(decoding: line, as: UTF8.self)
  let letters = Array(text.drop { $0.isWhitespace })
  let first = letters.firstIndex { !$0.isASCII } ?? 0
  let start = max(0, first - 20)
  let part = String(letters[start...].prefix(60))
  return (start > 0 ? "…" : "") + part + (start + 60 < letters.count ? "…" : "")
}
