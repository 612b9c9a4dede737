/// A text with places to fill: `{name}` is what has that name where the text stands, `{}` what a section puts there.
package struct Sentence: Hashable, Sendable {
  package enum Part: Hashable, Sendable {
    case text(String)
    /// A dotted name; without one it is the place of the section.
    case place(String)
  }

  package let parts: [Part]

  package init(parts: [Part]) { self.parts = parts }

  /// What has other signs in braces than a name is text.
  package init(_ text: String) {
    var parts: [Part] = []
    var literal = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "{") {
      literal += rest[..<start]
      let behind = rest[rest.index(after: start)...]
      guard let end = behind.firstIndex(of: "}"), behind[..<end].allSatisfy(Self.isOfName) else {
        literal += "{"
        rest = behind
        continue
      }
      if !literal.isEmpty { parts.append(.text(literal)) }
      literal = ""
      parts.append(.place(String(behind[..<end])))
      rest = behind[behind.index(after: end)...]
    }
    literal += rest
    if !literal.isEmpty || parts.isEmpty { parts.append(.text(literal)) }
    self.parts = parts
  }

  /// The names of its places, without that of the section.
  package var names: [String] {
    parts.compactMap { if case .place(let name) = $0, !name.isEmpty { name } else { nil } }
  }

  /// With a value for each place; a place that has none stays as it is written.
  package func filled(_ values: [String: String]) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .place(let name): values[name] ?? "{\(name)}"
      }
    }.joined()
  }

  /// What stands before the place of the section and behind it. A text without such a place stands before it: so it was before
  /// texts had places, and so own ones may still be.
  package var aroundPlace: (before: [Part], behind: [Part]) {
    guard let place = parts.firstIndex(of: .place("")) else { return (parts + [.text(" ")], []) }
    return (Array(parts[..<place]), Array(parts[(place + 1)...]))
  }

  /// The whole, where no section says what stands in its place.
  package var withoutPlace: [Part] {
    guard let place = parts.firstIndex(of: .place("")) else { return parts }
    return Array(parts[..<place].trimmingLastBlanks) + Array(parts[(place + 1)...])
  }

  private static func isOfName(_ character: Character) -> Bool {
    character == "_" || character == "." || character == "-" || character.isASCII && character.isLetter
      || character.isASCII && character.isNumber
  }
}

extension ArraySlice<Sentence.Part> {
  fileprivate var trimmingLastBlanks: Self {
    guard case .text(let text)? = last else { return self }
    return dropLast() + [.text(String(text.reversed().drop { $0 == " " }.reversed()))]
  }
}
