import Diagnostics
import Knowledge
import TestSite

/// What becomes of a file about a walk.
struct FormattedText {
  /// The whole file; what is wrong with it instead, where it's left alone.
  let text: String

  init(_ text: String) async { await self.init(bytes: Array(text.utf8)) }

  init(bytes: [UInt8]) async {
    let path = "content/walks/ridge.md"
    let schema = SourceText(path: "schema.yaml", text: FormattedText.schema)
    let site = await TestSite([schema, SourceText(path: path, bytes: bytes)])
    switch site.formatted[path] {
    case .changed(let bytes)?: text = String(decoding: bytes, as: UTF8.self)
    case .unchanged?: text = String(decoding: bytes, as: UTF8.self)
    case .leftAlone(let reasons)?: text = "left alone: " + reasons.map(\.message).joined(separator: "; ")
    case nil: text = "no such file"
    }
  }

  /// What stands between the lines of `---`.
  var frontMatter: String {
    let parts = text.split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
    return parts.count == 3 ? String(parts[1]) : text
  }

  private static let schema = """
    claims: {source: source}
    kinds:
      walk:
        folder: walks
        fields:
          number: {type: text}
          names: {type: text, many: true}
          opened: {type: date}
          length: {type: quantity}
          guide: {to: person}
          kept_by:
            to: person
            many: true
            qualifiers: {role: {type: enumeration, values: [lead]}, order: {type: text}, since: {type: date}}
          stages: {type: record, many: true, fields: {text: {type: markdown}, led_by: {to: person}}}
      person: {folder: people, fields: {}}
      source: {folder: sources, fields: {}}
    """
}
