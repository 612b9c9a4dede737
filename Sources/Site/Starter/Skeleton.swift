import Folding
package import Knowledge

/// A new entity's file: the required fields to be filled in, all others as comments that say what they take.
package struct Skeleton: Sendable {
  package let path: String
  package let text: String

  package init(kind: Kind, slug: String, title: String? = nil) {
    path = ContentFolder.prefix + (kind.isPlainPage ? "" : kind.folder + "/") + slug + ".md"
    var lines =
      ["---"] + (kind.description.map { ["# \(kind.label.one): \(Skeleton.firstLine(of: $0))"] } ?? []) + [
        "title: " + Skeleton.quoted(title ?? Skeleton.readable(slug))
      ]
    let optional = kind.fields.dropFirst().filter { !$0.isRequired }
    lines += kind.fields.filter(\.isRequired).map { "\($0.name): \(Skeleton.hint($0))" }
    lines += optional.map { "# \($0.name): \(Skeleton.hint($0))" }
    if !kind.isPlainPage {
      lines.append("# defaults: {source: …}   # for what is said here without a source")
    }
    lines += ["# aliases: [another name, {name: …, lang: zh}]", "---", ""]
    lines.append("")
    text = lines.joined(separator: "\n")
  }

  /// Why a text can't be a title that a file takes as it is; `nil` where it can.
  package static func fault(inTitle title: String) -> String? {
    if title.allSatisfy(\.isWhitespace) { return "the title is empty" }
    let isOneLine = title.unicodeScalars.allSatisfy { scalar in
      ![.control, .lineSeparator, .paragraphSeparator].contains(
        scalar.properties.generalCategory) && scalar != "\u{FEFF}"
    }
    return isOneLine ? nil : "the title has a line end or another control character; write it on one line"
  }

  /// What a field takes, short enough for the end of a line.
  private static func hint(_ field: Field) -> String {
    let one =
      switch field.type {
      case .text where field.hasLanguages: "{en: …, zh: …}"
      case .record(let fields): "{" + fields.map { "\($0.name): …" }.joined(separator: ", ") + "}"
      default: field.type.traits.sample
      }
    return (field.isList ? "[\(one)]" : one) + remark(field)
  }

  private static func remark(_ field: Field) -> String {
    switch field.type {
    case .enumeration(let values): "   # one of: " + values.joined(separator: ", ")
    case .reference(let relation):
      "   # slug of \(relation.targets.joined(separator: ", "))"
        + (relation.qualifiers.isEmpty
          ? ""
          : "; or {to: slug, " + relation.qualifiers.map(qualifier).joined(separator: ", ") + ", source: …}")
    default: field.help.map { "   # " + firstLine(of: $0) } ?? ""
    }
  }

  private static func qualifier(_ field: Field) -> String {
    guard case .enumeration(let values) = field.type else { return "\(field.name): …" }
    return "\(field.name): " + values.joined(separator: "|")
  }

  private static func firstLine(of text: String) -> Substring { text.prefix { !$0.isNewline } }

  private static func readable(_ slug: String) -> String {
    let name = MarkdownPath.name(of: slug)
    let words = String(name.map { $0 == "-" || $0 == "_" ? " " : $0 })
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// In quotation marks wherever YAML could take a plain text for something else.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || "0123456789 -_.()".unicodeScalars.contains($0)
    }
    let isWord = ["null", "true", "false", "yes", "no", "on", "off"].contains(text.asciiLowercased)
    if isPlain, !isWord, text.unicodeScalars.first?.properties.isAlphabetic == true { return text }
    return "\"" + text.flatMap { "\"\\".contains($0) ? "\\\($0)" : String($0) } + "\""
  }
}
