/// Long texts cut to what a line has room for.
package enum Excerpt {
  /// In characters.
  private static let room = 160

  /// A text that is not longer than a line, with dots where something is left out.
  package static func clip(_ text: String) -> String {
    text.count > room ? text.prefix(room - 2) + " …" : text
  }

  /// Two texts cut so that they begin shortly before where they differ.
  package static func pair(_ old: String, _ new: String) -> (old: String, new: String) {
    guard max(old.count, new.count) > room, !old.isEmpty, !new.isEmpty else { return (clip(old), clip(new)) }
    let common = zip(old, new).prefix { $0 == $1 }.count
    let start = max(0, common - 30)
    guard start > 0 else { return (clip(old), clip(new)) }
    return (clip("… " + old.dropFirst(start)), clip("… " + new.dropFirst(start)))
  }
}
