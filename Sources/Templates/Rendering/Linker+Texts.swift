import Sentences

// MARK: Insertions, and texts with places to fill

extension Linker {
  /// A constant around what a section of a template puts into its place, or one that stands by itself.
  struct FilledText {
    var usual: Around
    var forms: [(form: String, around: Around)] = []
    /// What gives the number that decides on the form.
    var number: Path?
    var escape: Escape
    var unit: Unit
    var tag: Range<Int>
  }

  struct Around {
    var before: [Sentence.Part]
    var behind: [Sentence.Part] = []
  }

  /// What is known already becomes part of the template, escaped. Of an address the whole counts, which isn't known.
  mutating func append(_ path: Path, _ escape: Escape, in unit: Unit, _ tag: Range<Int>) {
    let name = templates[unit.template].name(of: path)
    guard let forms = constants.forms(of: name), escape != .url, escape != .impossible else {
      return append(.insert(slice(path, of: unit.template), escape), unit, tag)
    }
    var text = FilledText(
      usual: Around(before: forms.usual.withoutPlace), escape: escape, unit: unit, tag: tag)
    text.forms = forms.others.map { ($0.form, Around(before: $0.sentence.withoutPlace)) }
    append(text, \.before, number: forms.usual.names.first)
  }

  /// A section over a constant, with its first insertion as the number; `nil` for every other section.
  func text(of section: Section, at start: Int, _ escape: Escape, in unit: Unit) -> FilledText? {
    let template = templates[unit.template]
    guard !section.isInverted, escape != .url, escape != .impossible,
      let forms = constants.forms(of: template.name(of: section.path))
    else { return nil }
    func around(_ sentence: Sentence) -> Around {
      let parts = sentence.aroundPlace
      return Around(before: parts.before, behind: parts.behind)
    }
    let inserted = template.nodes[start..<section.end].lazy.compactMap { node -> Path? in
      if case .insert(let path, _, _) = node { path } else { nil }
    }
    return FilledText(
      usual: around(forms.usual), forms: forms.others.map { ($0.form, around($0.sentence)) },
      number: forms.others.isEmpty ? nil : inserted.first, escape: escape, unit: unit, tag: section.tag)
  }

  /// One side of a text, in the form that its number asks for.
  mutating func append(
    _ text: FilledText, _ side: KeyPath<Around, [Sentence.Part]>, number name: String? = nil
  ) {
    let number = name.map { slice($0) } ?? text.number.map { slice($0, of: text.unit.template) }
    guard let number, !text.forms.isEmpty else { return append(text.usual[keyPath: side], of: text) }
    let choice = program.choices.count
    program.choices.append(Choice(plurals: constants.plurals))
    append(.choose(number, Int32(choice)), text.unit, text.tag)
    var jumps: [Int] = []
    for (form, around) in text.forms {
      program.choices[choice].starts[form] = Int32(program.instructions.count)
      append(around[keyPath: side], of: text)
      jumps.append(program.instructions.count)
      append(.done, text.unit, text.tag)
    }
    program.choices[choice].usual = Int32(program.instructions.count)
    append(text.usual[keyPath: side], of: text)
    for jump in jumps { program.instructions[jump] = .jump(Int32(program.instructions.count)) }
  }

  private mutating func append(_ parts: [Sentence.Part], of text: FilledText) {
    for part in parts {
      switch part {
      case .text(let words):
        var literal = OutputBuffer(capacity: words.utf8.count)
        literal.append(words.utf8.span, text.escape)
        let start = program.literals.count
        literal.copy(to: &program.literals)
        let count = Int32(program.literals.count - start)
        append(.literal(start: Int32(start), count: count, hasLines: false), text.unit, text.tag)
      case .place(let name) where !name.isEmpty:
        append(.insert(slice(name), text.escape), text.unit, text.tag)
      case .place: break
      }
    }
  }

  /// A name of a text, which stands in no template.
  private mutating func slice(_ name: String) -> PathSlice {
    let start = Int32(program.paths.count)
    let words = name.split(separator: ".")
    for word in words { program.paths.append(program.names.number(of: String(word))) }
    return PathSlice(start: start, count: Int32(words.count))
  }
}
