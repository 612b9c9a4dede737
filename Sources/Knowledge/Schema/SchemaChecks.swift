import Diagnostics
import FrontMatter

extension SchemaReader {
  /// Names become file names, template names and words of `--where`, so they are kept plain.
  /// - Parameter length: in bytes, as it is written; `nil` for a name without quotation marks.
  mutating func checkName(_ name: String, at position: Position, length: Int? = nil) {
    let isPlain = name.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
    guard !isPlain || name.isEmpty else { return }
    let message =
      name.isEmpty
      ? "this name is empty"
      : "the name '\(name)' may contain only the letters a to z, digits, '_' and '-'"
    report(
      message, at: position, length: length ?? name.utf8.count,
      help: "pages show the label, which may contain any characters")
  }

  mutating func checkKindName(_ entry: YAMLNode.Entry) {
    if entry.key == Kind.page.name {
      report(
        "'page' is the kind of plain pages and cannot be declared", at: entry,
        help: "give the kind another name; its label may be 'Page'")
    } else if Kind.otherTemplates.contains(entry.key) {
      report(
        "a kind cannot be called '\(entry.key)': its pages would use 'templates/\(entry.key).html', "
          + "which is for something else", at: entry,
        help: "give the kind another name; its label may be '\(entry.key.capitalizedFirst)'")
    }
  }

  mutating func checkFolders(_ kinds: [Kind], _ entries: [YAMLNode.Entry]) {
    var owners: [String: String] = [:]
    for (kind, entry) in zip(kinds, entries) {
      let isSafe =
        !kind.folder.isEmpty
        && kind.folder.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
          !$0.isEmpty && !$0.hasPrefix(".")
        } && OutputPath.objection(to: kind.folder + "/index.html") == nil
      if !isSafe {
        report(
          "the folder '\(kind.folder)' of kind '\(kind.name)' is not a valid folder name", at: entry,
          help: "name a folder inside content/, such as policies or law/policies")
      }
      if let owner = owners.updateValue(kind.name, forKey: kind.folder) {
        report(
          "kinds '\(owner)' and '\(kind.name)' share the folder '\(kind.folder)'", at: entry,
          help: "give each kind a 'folder' of its own")
      }
    }
  }

  /// A field must not take a name that has a meaning of its own where the field would be written.
  mutating func checkReserved(_ entry: YAMLNode.Entry, of owner: FieldOwner) {
    let name = entry.key
    let reason: String? =
      switch owner.sort {
      case _ where name == "is" || name == "claims":
        "'\(name)' begins a claim, so no field can have that name"
      case .kind where Kind.commonFields.contains { $0.name == name } || Kind.keysOfEvery.contains(name):
        "every kind already has '\(name)'"
      case .record where name == "id": "every record already has 'id', for its anchor"
      case .relationItem where name == "to" || ClaimKey(rawValue: name) != nil:
        "every item of a relation already has '\(name)'"
      default: nil
      }
    guard let reason else { return }
    report(reason, at: entry, help: "remove it, or give it another name")
  }

  mutating func report(
    _ message: String, id: DiagnosticID = .invalidSchema, at position: Position, length: Int,
    notes: [Diagnostic.Note] = [], help: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(id, message, at: Place(path, position, length: max(1, length)), notes: notes, help: help))
  }

  /// At the key of an entry.
  mutating func report(_ message: String, at entry: YAMLNode.Entry, help: String) {
    report(message, at: entry.keyPosition, length: entry.key.utf8.count, help: help)
  }
}

extension Kind {
  /// The keys of every kind that are no fields.
  package static let keysOfEvery = controlKeys + ["id", "kind", "slug", "body"]

  /// The templates that are not of one kind: a kind of such a name would take them for its own pages.
  static let otherTemplates = ["layout", "list", "home", "redirect", "404", "entity"]
}

extension String {
  /// The name as a label: the first letter capital, `_` as a blank.
  package var capitalizedFirst: String {
    let words = String(map { $0 == "_" ? " " : $0 })
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
