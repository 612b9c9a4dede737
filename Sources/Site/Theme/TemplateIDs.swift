import Diagnostics

/// The ids that templates give by themselves: what stands in them as `id="main"`.
struct TemplateIDs: Sendable {
  /// By the template's name, with those of all templates that it includes.
  private let byTemplate: [String: Set<String>]

  init(_ sources: [(name: String, text: SourceText)]) {
    var own: [String: Set<String>] = [:]
    var included: [String: [String]] = [:]
    for source in sources {
      own[source.name] = Set(Self.values(of: "id=\"", until: UInt8(ascii: "\""), in: source.text.bytes))
      let end = UInt8(ascii: "}")
      included[source.name] = ["{{>", "{{<", "{{~>", "{{~<"].flatMap {
        Self.values(of: $0, until: end, in: source.text.bytes)
      }
    }
    byTemplate = own.keys.reduce(into: [:]) { all, name in
      var seen: Set<String> = [name]
      var next = [name]
      while let template = next.popLast() {
        all[name, default: []].formUnion(own[template] ?? [])
        next += (included[template] ?? []).filter { seen.insert($0).inserted }
      }
    }
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
      let value = bytes[(offset + opening.count)..<end].filter { !" ~".utf8.contains($0) }
      if !value.contains(UInt8(ascii: "{")) { values.append(String(decoding: value, as: UTF8.self)) }
      offset = end
    }
    return values
  }
}
