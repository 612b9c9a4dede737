import Diagnostics
import FrontMatter

extension SchemaReader {
  /// Names become file names, template names and words of `--where`, so they are kept plain.
  mutating func checkName(_ name: String, at position: Position) {
    let isPlain = name.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
    guard !isPlain || name.isEmpty else { return }
    report("the name '\(name)' may have only the letters a to z, digits, '_' and '-'", at: position, name)
  }

  mutating func checkFolders(_ kinds: [Kind], _ entries: [YAMLNode.Entry]) {
    var owners: [String: String] = [:]
    for (kind, entry) in zip(kinds, entries) {
      if kind.name == "page" {
        report(
          "'page' is the kind of the plain pages and cannot be declared", at: entry.keyPosition, kind.name)
      }
      let isSafe =
        !kind.folder.isEmpty
        && kind.folder.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
          !$0.isEmpty && !$0.hasPrefix(".")
        }
      if !isSafe {
        report(
          "the folder '\(kind.folder)' of kind '\(kind.name)' is no folder name", at: entry.keyPosition,
          kind.name)
      }
      if let owner = owners.updateValue(kind.name, forKey: kind.folder) {
        report(
          "kinds '\(owner)' and '\(kind.name)' share the folder '\(kind.folder)'", at: entry.keyPosition,
          kind.name)
      }
    }
  }

  /// A field must not take a name that every kind has already.
  mutating func checkReserved(_ kind: Kind, _ fieldsNode: YAMLNode?) {
    guard case .mapping(let entries)? = fieldsNode?.content else { return }
    let reserved = Kind.commonFields.map(\.name) + Kind.controlKeys + ["id", "kind", "slug", "body"]
    for entry in entries where reserved.contains(entry.key) {
      report("every kind has '\(entry.key)' already", at: entry.keyPosition, entry.key)
    }
  }

  /// Every `to:` must name a kind, and an inverse must not hide a field of the kind that shows it.
  mutating func checkTargets(_ node: YAMLNode, kinds: [Kind]) {
    let names = kinds.map(\.name) + ["page"]
    for to in nodes(named: "to", in: node) {
      for name in to.texts where !names.contains(name.text ?? "") {
        let written = name.text ?? ""
        report(
          "no kind '\(written)'" + didYouMean(written, among: names), id: .unknownKind, at: name.position,
          written)
      }
    }
    for kind in kinds {
      for field in kind.fields {
        guard let relation = field.relation, let inverse = relation.inverse else { continue }
        for target in kinds where relation.targets.contains(target.name) {
          guard target.field(named: inverse.name) != nil else { continue }
          report(
            "the inverse '\(inverse.name)' of '\(kind.name).\(field.name)' is a field of '\(target.name)' already",
            at: nodes(named: "inverse", in: node).first { $0.text == inverse.name }?.position
              ?? node.position,
            inverse.name)
        }
      }
    }
  }

  private mutating func report(
    _ message: String, id: DiagnosticID = .invalidSchema, at position: Position, _ marked: String
  ) {
    diagnostics.append(Diagnostic(id, message, at: Place(path, position, length: max(1, marked.utf8.count))))
  }

  /// The values of every key of this name, at any depth.
  private func nodes(named name: String, in root: YAMLNode) -> [YAMLNode] {
    var found: [YAMLNode] = []
    var open = [root]
    while let node = open.popLast() {
      switch node.content {
      case .scalar: break
      case .sequence(let items): open += items
      case .mapping(let entries):
        for entry in entries {
          if entry.key == name { found.append(entry.value) }
          open.append(entry.value)
        }
      }
    }
    return found.sorted { $0.position < $1.position }
  }
}

extension YAMLNode {
  /// The texts of a list, or the one text that stands for a list of one.
  fileprivate var texts: [YAMLNode] {
    if case .sequence(let items) = content { items } else { [self] }
  }
}

extension String {
  /// The name as a label: the first letter capital, `_` as a blank.
  var capitalizedFirst: String {
    let words = String(map { $0 == "_" ? " " : $0 })
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
