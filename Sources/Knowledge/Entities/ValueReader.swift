import CommonMark
import Diagnostics
import Folding
import FrontMatter

extension EntityReader {
  /// A value of the field's type, or of a list of them.
  mutating func value(_ node: YAMLNode, field: Field) -> WrittenValue? {
    guard field.isList else { return single(node, field: field) }
    let nodes = if case .sequence(let items) = node.content { items } else { [node] }
    guard field.mayHaveProvenance else {
      let values = nodes.compactMap { single($0, field: field) }
      return values.isEmpty ? nil : .list(values)
    }
    let values = toldOnce { reader in
      reader.items(nodes, GroupForm(field)).compactMap { reader.single($0.node, field: field, in: $0.groups) }
    }
    return values.isEmpty ? nil : .list(values)
  }

  private mutating func single(_ node: YAMLNode, field: Field, in groups: Groups = Groups()) -> WrittenValue?
  {
    switch field.type {
    case .reference(let relation): return referenceItem(node, relation, field: field, in: groups)
    case .record(let fields): return record(node, fields: fields, of: field, in: groups)
    case .quantity: return quantity(node, field: field).map(WrittenValue.quantity)
    case .text where field.hasLanguages: return localized(node, field: field)
    default: break
    }
    guard let text = node.text else {
      let hint = if case .sequence = node.content { "'\(field.name)' takes one value" } else { String?.none }
      report(
        .wrongType, "'\(field.name)' must be \(field.type.article), not \(node.sort)", at: node, help: hint)
      return nil
    }
    return scalar(text, node, field: field)
  }

  private mutating func scalar(_ text: String, _ node: YAMLNode, field: Field) -> WrittenValue? {
    switch field.type {
    case .date where field.allowsNever && text.foldedName == Field.never: return .text(Field.never)
    case .date: return date(node).map(WrittenValue.date)
    case .flag: return flag(node).map(WrittenValue.flag)
    case .url: return url(text, node)
    case .markdown: return markdown(text, node)
    case .enumeration(let values):
      if values.contains(text) { return .text(text) }
      report(
        .unknownValue, "'\(text)' is not a value of '\(field.name)'" + didYouMean(text, among: values),
        at: node,
        help: "one of: " + values.joined(separator: ", "))
      return nil
    default:
      if kind.declaredField(field.name)?.sort == .number, !isNumber(text) {
        report(.wrongType, "'\(field.name)' must be a number, not \(node.sort)", at: node)
        return nil
      }
      // What other tools write there is for search engines, and theirs to write as they like.
      let isForMachines = kind.isPlainPage && field.name == "description"
      if case .text = field.type, !isForMachines { checkMarkup(in: text, node, name: field.name) }
      return .text(text)
    }
  }

  private mutating func localized(_ node: YAMLNode, field: Field) -> WrittenValue? {
    if let text = node.text {
      checkMarkup(in: text, node, name: field.name)
      return .text(text)
    }
    guard case .mapping(let entries) = node.content else {
      report(
        .wrongType, "'\(field.name)' must be text, or texts by language, not \(node.sort)", at: node,
        help: "write \(field.name): … or \(field.name): {en: …, zh: …}")
      return nil
    }
    var texts: [LocalizedText] = []
    for entry in entries {
      guard let tag = LanguageTag(entry.key), tag.language.utf8.count <= 3 else {
        report(
          .wrongType, "'\(entry.key)' is not a language" + didYouMean(entry.key, among: ["is", "claims"]),
          at: entry.keyPosition, length: entry.key.utf8.count, help: howLanguagesAreWritten(entry.key))
        continue
      }
      if let text = entry.value.text { checkMarkup(in: text, entry.value, name: field.name) }
      guard let text = written(entry.value, entry.key)?.text else { continue }
      guard !texts.contains(where: { $0.language == tag.description }) else {
        report(
          .duplicateKey, "'\(entry.key)' is the language \(tag), which already has a text",
          at: entry.keyPosition, length: entry.key.utf8.count, help: "keep one of the two")
        continue
      }
      texts.append(LocalizedText(language: tag.description, text: text))
    }
    return texts.isEmpty ? nil : .localized(texts)
  }

  /// A word in place of a language is no language that was meant.
  private func howLanguagesAreWritten(_ key: String) -> String {
    let meant = LanguageTag.meant(by: key)
    return meant.map { $0.language.utf8.count <= 3 } ?? true
      ? LanguageTag.howItIsWritten(key) : "write a language as en, zh or zh-Hans"
  }

  mutating func date(_ node: YAMLNode) -> EDTFDate? {
    guard let text = node.text else {
      report(.wrongType, "this must be a date, not \(node.sort)", at: node)
      return nil
    }
    switch EDTFDate.parse(kind.isPlainPage ? DayOfTimestamp.day(text) ?? text : text) {
    case .success(let date): return date
    case .failure(let reason):
      let isNever = text.foldedName == Field.never
      report(.invalidDate, reason.message, at: node, help: isNever ? Self.whereNeverIsSaid : reason.help)
      return nil
    }
  }

  private static let whereNeverIsSaid =
    "only a date with 'never: true' in schema.yaml can be never, such as the one on which a duty was fulfilled"

  private func isNumber(_ text: String) -> Bool {
    if case .success = DecimalNumber.parse(text) { true } else { false }
  }

  private mutating func url(_ text: String, _ node: YAMLNode) -> WrittenValue? {
    let isWeb = ["https://", "http://"].contains {
      text.utf8.count > $0.utf8.count
        && text.unicodeScalars.prefix($0.utf8.count).map(\.asciiLowercased)
          .elementsEqual($0.unicodeScalars)
    }
    if isWeb, text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F }) { return .text(text) }
    report(.invalidURL, "'\(text)' is not a web address", at: node, help: "write it in full: https://…")
    return nil
  }

  private mutating func markdown(_ text: String, _ node: YAMLNode) -> WrittenValue? {
    var origin = node.position
    // A text in quotation marks begins behind the first of them.
    if node.length == text.utf8.count + 2 { origin.column += 1 }
    let document = parseMarkdown(Array(text.utf8)[...], path: path, at: origin, options: markdown)
    diagnostics += document.diagnostics
    entity.documents.append(document)
    return .markdown(entity.documents.count - 1, source: withoutComments(text))
  }

  private mutating func referenceItem(
    _ node: YAMLNode, _ relation: Relation, field: Field, in groups: Groups
  ) -> WrittenValue? {
    if let text = node.text {
      let reference = WrittenReference(name: Written(text, at: node.position), kinds: relation.targets)
      return .reference(WrittenItem(reference: reference, provenance: saying([], in: groups, isSaid: false)))
    }
    guard case .mapping(let entries) = node.content,
      let to = entries.first(where: { $0.key == "to" }), let name = to.value.text
    else {
      if reportGroup(node, field) { return nil }
      report(
        .wrongType,
        "'\(field.name)' must name \(relation.targets.joined(separator: " or ")), not \(node.sort)",
        at: node, help: "write a slug such as 'sasac', or {to: sasac, source: …}")
      return nil
    }
    let saying = saying(
      entries, in: groups, isSaid: entries.contains { $0.key.isQualifierKey && !$0.value.isNull })
    let qualifiers = within(saying, entries, in: groups) {
      $0.qualifiers(entries, relation, field: field, of: node)
    }
    let reference = WrittenReference(name: Written(name, at: to.value.position), kinds: relation.targets)
    return .reference(WrittenItem(reference: reference, qualifiers: qualifiers, provenance: saying))
  }

  /// In the schema's order, however they are written.
  private mutating func qualifiers(
    _ entries: [YAMLNode.Entry], _ relation: Relation, field: Field, of node: YAMLNode
  ) -> [WrittenItem.Qualifier] {
    let known = relation.qualifiers.map(\.name)
    for entry in entries where entry.key.isQualifierKey && !known.contains(entry.key) {
      reportUnknown(entry, "an item of '\(field.name)'", known: ["to"] + known + ClaimKey.names)
    }
    return relation.qualifiers.compactMap { qualifier in
      let entry = entries.first { $0.key == qualifier.name && !$0.value.isNull }
      if entry == nil, qualifier.isRequired {
        report(.missingField, "an item of '\(field.name)' requires '\(qualifier.name)'", at: node)
      }
      if let entry, reportListed(entry, qualifier, of: field) { return nil }
      guard let entry, let value = value(entry.value, field: qualifier) else { return nil }
      return .init(name: qualifier.name, label: qualifier.label, value: value)
    }
  }

  private mutating func record(
    _ node: YAMLNode, fields: [Field], of field: Field, in groups: Groups
  ) -> WrittenValue? {
    let name = field.name
    if reportGroup(node, field) { return nil }
    guard case .mapping(let entries) = node.content else {
      report(
        .wrongType, "'\(name)' must be a record with named fields, not \(node.sort)", at: node,
        help: "its fields are " + fields.map(\.name).joined(separator: ", "))
      return nil
    }
    // A record may say who says it, except in keys that are fields of its own.
    let said = entries.filter { entry in !fields.contains { $0.name == entry.key } }
    let outer = defaults
    defer { defaults = outer }
    let own = said.first { $0.key == Kind.defaultsKey }.flatMap { readDefaults($0.value) }
    defaults = own ?? outer
    let saying = saying(said.filter { $0.key != Kind.defaultsKey }, in: groups, isSaid: false)
    // Where the record has a source of its own beside defaults, these are for what is in it.
    if own == nil || saying.around.contains(where: { $0 === own }) {
      return within(saying, said, in: groups) { $0.record(node, entries, fields, name, saying) }
    }
    return record(node, entries, fields, name, saying)
  }

  private mutating func record(
    _ node: YAMLNode, _ entries: [YAMLNode.Entry], _ fields: [Field], _ name: String, _ saying: WrittenSaying
  ) -> WrittenValue {
    var record = WrittenRecord(facts: [], provenance: saying)
    if let id = entries.first(where: { $0.key == "id" }), let anchor = written(id.value, "id") {
      record.anchor = anchor.text
      addAnchor(anchor)
    }
    for (index, field) in fields.enumerated() {
      guard let entry = entries.first(where: { $0.key == field.name }), !entry.value.isNull else {
        if field.isRequired {
          report(.missingField, "a record of '\(name)' requires '\(field.name)'", at: node)
        }
        continue
      }
      if let fact = fact(entry.value, field: field, index: index) { record.facts.append(fact) }
    }
    let known = ["id"] + fields.map(\.name) + ClaimKey.names + [Kind.defaultsKey]
    for entry in entries where !known.contains(entry.key) {
      reportUnknown(entry, "a record of '\(name)'", known: known)
    }
    return .record(record)
  }

  private mutating func addAnchor(_ anchor: Written) {
    if let first = entity.anchors.first(where: { $0.text == anchor.text }) {
      report(
        .duplicateID, "the id '\(anchor.text)' is used twice in this file", at: anchor.position,
        length: anchor.text.utf8.count,
        notes: [Diagnostic.Note("first used here", at: Place(path, first.position))])
    }
    let isPlain =
      !anchor.text.isEmpty
      && anchor.text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-" || $0 == "_" || $0 == "."
      }
    if !isPlain {
      report(
        .invalidSlug, "'\(anchor.text)' is not a valid id", at: anchor.position,
        length: anchor.text.utf8.count,
        help: "use only letters, digits, '-', '_' and '.'")
    }
    entity.anchors.append(anchor)
  }
}

extension String {
  /// Whether an item of a relation says something of its own with a key.
  var isQualifierKey: Bool { self != "to" && ClaimKey(rawValue: self) == nil }
}

extension FieldType {
  /// The type with its article, for messages.
  fileprivate var article: String {
    switch self {
    case .enumeration(let values): "one of " + values.joined(separator: ", ")
    case .markdown: "Markdown text"
    case .text: "text"
    case .url: "a web address"
    default: "a " + name
    }
  }
}
