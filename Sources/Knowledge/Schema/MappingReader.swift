package import Diagnostics
import Folding
package import FrontMatter

/// Reads the keys of one YAML mapping, and tells of those that nobody asked for.
package struct MappingReader {
  package let path: String
  package let entries: [YAMLNode.Entry]
  package let position: Position
  package private(set) var diagnostics: [Diagnostic] = []
  private var known: [String] = []

  package init(_ entries: [YAMLNode.Entry], at position: Position, path: String) {
    self.entries = entries
    self.position = position
    self.path = path
  }

  /// Reads a mapping; a node of another sort is reported as `wrong`, and read as an empty mapping.
  package init(_ node: YAMLNode, path: String, wrong: DiagnosticID, what: String) {
    if case .mapping(let entries) = node.content {
      self.init(entries, at: node.position, path: path)
    } else {
      self.init([], at: node.position, path: path)
      if !node.isNull {
        report(wrong, "\(what) must be a mapping of names to values, not \(node.sort)", at: node)
      }
    }
  }

  package mutating func node(_ key: String) -> YAMLNode? {
    known.append(key)
    guard let node = entries.first(where: { $0.key == key })?.value, !node.isNull else { return nil }
    return node
  }

  /// The key with its value, even where that is nothing.
  package mutating func entry(_ key: String) -> YAMLNode.Entry? {
    known.append(key)
    return entries.first { $0.key == key }
  }

  /// A key that is there for others.
  package mutating func skip(_ key: String) { known.append(key) }

  package mutating func text(_ key: String, wrong: DiagnosticID) -> String? {
    guard let node = node(key) else { return nil }
    if let text = node.text { return text }
    report(wrong, "'\(key)' must be text, not \(node.sort)", at: node)
    return nil
  }

  /// A language tag in its usual case.
  package mutating func language(_ key: String, wrong: DiagnosticID) -> String? {
    guard let text = text(key, wrong: wrong) else { return nil }
    if let tag = LanguageTag(text) { return tag.description }
    if let node = node(key) {
      report(
        wrong, "'\(key)': " + LanguageTag.complaint(text), at: node, help: LanguageTag.howItIsWritten(text))
    }
    return nil
  }

  package mutating func flag(_ key: String, wrong: DiagnosticID) -> Bool? {
    guard let node = node(key) else { return nil }
    switch node.text {
    case "true": return true
    case "false": return false
    default:
      report(wrong, "'\(key)' must be true or false", at: node)
      return nil
    }
  }

  /// A list of texts; a single text is a list of one.
  package mutating func texts(_ key: String, wrong: DiagnosticID) -> [YAMLNode]? {
    guard let node = node(key) else { return nil }
    switch node.content {
    case .scalar: return [node]
    case .sequence(let items):
      for item in items where item.text == nil {
        report(wrong, "'\(key)' must be a list of texts; this is \(item.sort)", at: item)
      }
      return items.filter { $0.text != nil }
    case .mapping:
      report(wrong, "'\(key)' must be a list of texts, not \(node.sort)", at: node)
      return nil
    }
  }

  /// Reports each key that was not asked for.
  package mutating func finish(unknown: DiagnosticID, what: String) {
    let names = Set(known)
    let help = "it may have: " + names.sorted().joined(separator: ", ")
    for (number, entry) in entries.filter({ !names.contains($0.key) }).enumerated() {
      // What nobody will be shown needs no thought.
      let guess = number < Diagnostic.mostAlike ? didYouMean(entry.key, among: known) : ""
      diagnostics.append(
        Diagnostic(
          unknown, "\(what) has no '\(entry.key)'" + guess,
          at: Place(path, entry.keyPosition, length: entry.key.utf8.count), help: help))
    }
  }

  package mutating func report(
    _ id: DiagnosticID, _ message: String, at node: YAMLNode, help: String? = nil
  ) {
    diagnostics.append(Diagnostic(id, message, at: node.place(in: path), help: help))
  }

  package mutating func add(_ more: [Diagnostic]) { diagnostics += more }
}

extension YAMLNode {
  /// The text of a scalar that is not null.
  package var text: String? {
    if case .scalar(let text, _) = content, !isNull { text } else { nil }
  }

  package func place(in path: String) -> Place {
    Place(path, position, length: length)
  }

  /// "a list", "a mapping", "nothing" or "the text 'x'", for messages.
  package var sort: String {
    switch content {
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .scalar(let text, _): isNull ? "nothing" : "the text '\(text)'"
    }
  }
}
