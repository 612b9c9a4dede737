import Diagnostics
import Folding
import Knowledge

/// The files of `content/` that a setting of `remit.yaml` names, `exclude` or `include`: by the path of a file or a
/// folder, in which `*` stands for any characters but a slash.
struct NamedFiles {
  private let setting: String
  private let entries: [Written]
  private let patterns: [[Substring]]
  private var isUsed: [Bool]

  static let reasonOfExclusion = "'exclude' in remit.yaml names it"

  init(_ entries: [Written], setting: String) {
    self.setting = setting
    self.entries = entries
    patterns = entries.map { $0.text.parts(at: "/", omittingEmpty: true) }
    isUsed = entries.map { _ in false }
  }

  /// - Parameter path: below `content/`.
  mutating func contains(_ path: String) -> Bool {
    guard !patterns.isEmpty else { return false }
    let parts = path.parts(at: "/")
    let found = patterns.indices.filter { matches(patterns[$0], parts) }
    for index in found { isUsed[index] = true }
    return !found.isEmpty
  }

  /// What was meant to stay out may be on the website, and what was meant to be there may not.
  var diagnostics: [Diagnostic] {
    zip(entries, isUsed).filter { !$0.1 }.map { entry, _ in
      Diagnostic(
        .invalidSetting, .warning, "'\(setting)': content/ has no file or folder '\(entry.text)'",
        at: Place(Configuration.path, entry.position, length: max(1, entry.text.utf8.count)),
        help: "write its path below content/, such as Templates or old/*.html")
    }
  }

  private func matches(_ pattern: [Substring], _ parts: [Substring]) -> Bool {
    !pattern.isEmpty && pattern.count <= parts.count && zip(pattern, parts).allSatisfy(Self.matches)
  }

  private static func matches(_ pattern: Substring, _ part: Substring) -> Bool {
    let pieces = pattern.parts(at: "*")
    guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else {
      return pattern.utf8.elementsEqual(part.utf8)
    }
    guard part.utf8.count >= first.utf8.count + last.utf8.count, part.utf8.starts(with: first.utf8),
      part.utf8.reversed().starts(with: last.utf8.reversed())
    else { return false }
    var rest = Array(part.utf8.dropFirst(first.utf8.count).dropLast(last.utf8.count))[...]
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      let wanted = Array(piece.utf8)
      guard let start = rest.indices.first(where: { rest[$0...].starts(with: wanted) }) else { return false }
      rest = rest[(start + wanted.count)...]
    }
    return true
  }
}
