import Diagnostics
import Knowledge
import Progress

/// How far a stage is, in words, as wide as a terminal has columns for.
struct ProgressText: Equatable {
  /// Such as "rendering pages 1,234 of 12,722".
  private(set) var head: String
  /// Such as " · policies/made-in-china-2025.html"; empty where there is no room.
  private(set) var item = ""

  /// In columns. Less of a name says nothing.
  private static let shortestItem = 8
  private static let longestSubject = 24
  private static let separator = " · "

  init(_ state: StageState, columns: Int) {
    let subject = state.subject.map { $0.printable.elided(to: Self.longestSubject) + Self.separator } ?? ""
    let count = state.total.map { " \(state.done.withThousands) of \($0.withThousands)" }
    let counted = count ?? (state.done > 0 ? " " + state.done.withThousands : "")
    head = (subject + state.stage.doing + counted).cut(to: columns)
    let room = columns - head.terminalWidth - Self.separator.terminalWidth
    if let name = state.item?.printable, !name.isEmpty, room >= min(name.terminalWidth, Self.shortestItem) {
      item = Self.separator + name.elided(to: room)
    }
  }

  /// - Parameter colour: whether the name may be paler than the rest.
  func line(colour: Bool) -> String {
    colour && !item.isEmpty ? "\(head)\u{1B}[2m\(item)\u{1B}[0m" : head + item
  }
}

extension String {
  /// At most so many columns: of a longer text the beginning and more of the end, where paths differ.
  fileprivate func elided(to columns: Int) -> String {
    guard terminalWidth > columns else { return self }
    let start = prefix(columns: (columns - 1) / 3)
    let end = String(reversed()).prefix(columns: columns - 1 - start.terminalWidth)
    return start + "…" + String(end.reversed())
  }

  /// At most so many columns: of a longer text the beginning.
  fileprivate func cut(to columns: Int) -> String {
    terminalWidth > columns ? prefix(columns: columns - 1) + "…" : self
  }

  private func prefix(columns: Int) -> String {
    var (text, width) = ("", 0)
    for character in self {
      width += String(character).terminalWidth
      if width > columns { break }
      text.append(character)
    }
    return text
  }
}
