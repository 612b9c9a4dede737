import Diagnostics
import FrontMatter
import Knowledge

/// `pages` in `remit.yaml`: which fields plain pages have beside those that all have.
///
///     pages:
///       fields:
///         topics: list
///         reviewed: {type: date, label: Last reviewed}
enum PageFieldsSetting {
  static func read(_ reader: inout MappingReader) -> [PageField] {
    guard let node = reader.node("pages") else { return [] }
    var pages = MappingReader(node, path: Configuration.path, wrong: .invalidSetting, what: "'pages'")
    var fields: [PageField] = []
    if let node = pages.node("fields") {
      let names = MappingReader(
        node, path: Configuration.path, wrong: .invalidSetting, what: "'fields' of 'pages'")
      pages.add(names.diagnostics)
      fields = names.entries.compactMap { field($0, &pages) }
    }
    pages.finish(unknown: .unknownSetting, what: "'pages'")
    reader.add(pages.diagnostics)
    return fields
  }

  private static func field(_ entry: YAMLNode.Entry, _ pages: inout MappingReader) -> PageField? {
    if let objection = PageField.objection(to: entry.key) {
      let place = Place(Configuration.path, entry.keyPosition, length: max(1, entry.key.utf8.count))
      pages.add([
        Diagnostic(
          .invalidSetting, "'\(entry.key)' cannot be declared: \(objection)", at: place,
          help: "remove it from the fields of 'pages'")
      ])
      return nil
    }
    guard case .mapping = entry.value.content else {
      return sort(entry.value, of: entry.key, &pages).map { PageField(name: entry.key, sort: $0) }
    }
    var reader = MappingReader(
      entry.value, path: Configuration.path, wrong: .invalidSetting, what: "field '\(entry.key)'")
    let label = reader.text("label", wrong: .invalidSetting)
    let type = reader.node("type")
    reader.finish(unknown: .unknownSetting, what: "field '\(entry.key)' of 'pages'")
    pages.add(reader.diagnostics)
    return sort(type ?? entry.value, of: entry.key, &pages).map {
      PageField(name: entry.key, sort: $0, label: label)
    }
  }

  private static func sort(_ node: YAMLNode, of name: String, _ pages: inout MappingReader)
    -> PageField.Sort?
  {
    let known = (PageField.sorts(of: name) ?? PageField.Sort.allCases).map(\.rawValue)
    if let text = node.text, known.contains(text) { return PageField.Sort(rawValue: text) }
    let help = "write \(name): \(known[0])" + (known.count > 1 ? "; it may be " + words(known) : "")
    pages.report(
      .invalidSetting,
      "the type of '\(name)' cannot be \(node.sort)" + didYouMean(node.text ?? "", among: known), at: node,
      help: help)
    return nil
  }

  private static func words(_ names: [String]) -> String {
    names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }
}
