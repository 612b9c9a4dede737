import Diagnostics

/// The ids that templates give by themselves: what stands in them as `id="main"`.
struct TemplateIDs: Sendable {
  /// By the template's name, with those of all templates that it includes.
  private let byTemplate: [String: Set<String>]
  /// The templates whose pages show the sections of other things that belong on them.
  let showSections: Set<String>
  /// Whether the layout of all pages shows the cards of marks.
  let showsNotes: Bool

  init(_ sources: [(name: String, text: SourceText)]) {
    var own: [String: Set<String>] = [:]
    var included: [String: [String]] = [:]
    var withSections: Set<String> = []
    var withNotes: Set<String> = []
    for source in sources {
      own[source.name] = Set(Self.values(of: "id=\"", until: UInt8(ascii: "\""), in: source.text.bytes))
      let end = UInt8(ascii: "}")
      for opened in Self.values(of: "{{#", until: end, in: source.text.bytes) {
        if opened.hasPrefix("sections") { withSections.insert(source.name) }
        if opened.hasPrefix("page.notes") { withNotes.insert(source.name) }
      }
      included[source.name] = ["{{>", "{{<", "{{~>", "{{~<"].flatMap {
        Self.values(of: $0, until: end, in: source.text.bytes)
      }
    }
    let whole: [String: Set<String>] = own.keys.reduce(into: [:]) { all, name in
      var seen: Set<String> = [name]
      var next = [name]
      while let template = next.popLast() {
        next += (included[template] ?? []).filter { seen.insert($0).inserted }
      }
      all[name] = seen
    }
    byTemplate = whole.mapValues { names in names.reduce(into: []) { $0.formUnion(own[$1] ?? []) } }
    showsNotes = !(whole["layout"] ?? []).isDisjoint(with: withNotes)
    showSections = Set(whole.filter { !$0.value.isDisjoint(with: withSections) }.keys)
  }

  subscript(template: String) -> Set<String> { byTemplate[template] ?? [] }

  /// What stands between an opening and the next closing byte, if that is no tag itself.
  private static func values(of opening: String, until closing: UInt8, in bytes: [UInt8]) -> [String] {
    let opening = Array(opening.utf8)
    var values: [String] = []
    var offset = 0
    while offset + opening.count < bytes.count {
      guard bytes[offset] == opening[0], bytes[offset...].starts(with: opening),
        let end = bytes[(offset + opening.count)...].firstIndex(of: closing)
      else {
        offset += 1
        continue
      }
      var value = bytes[(offset + opening.count)..<end].filter { !" ~".utf8.contains($0) }
      // What stands before the ids of a section isn't there on a page of its own.
      let prefix = Array("{{entity.prefix}}".utf8)
      if value.starts(with: prefix) { value.removeFirst(prefix.count) }
      if !value.contains(UInt8(ascii: "{")) { values.append(String(decoding: value, as: UTF8.self)) }
      offset = end
    }
    return values
  }
}
