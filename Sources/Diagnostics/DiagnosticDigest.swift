/// What a person at a terminal is told of what may be thousands of diagnostics: every error, real problems before what
/// only informs, what is the same on many pages once, and no more than fits on a screen.
///
/// What other programs read is never a digest.
package struct DiagnosticDigest: Sendable {
  package struct Entry: Sendable {
    package var diagnostic: Diagnostic
    /// Whether it's told without the line that it's about.
    package var isShort = false
  }

  package private(set) var entries: [Entry] = []
  /// How many diagnostics no entry tells of by itself, besides those that one like them stands for.
  package private(set) var left = 0

  /// Lines that a screen has.
  package static let screen = 40

  /// From what tells all to what tells the least; whoever prints takes the first that fits. So many of one sort are
  /// told whole; `nil` for all, 0 for one, without its line.
  package static let steps: [Int?] = [nil, 10, 5, 3, 2, 1, 0]

  package init(_ groups: DiagnosticGroups, most: Int?) {
    entries = groups.errors.map { Entry(diagnostic: $0) }
    if let most {
      for sort in groups.sorts { tell(sort, most: most) }
    } else {
      entries += groups.single.map { Entry(diagnostic: $0) }
    }
    tellRepeated(groups.repeated, most: most)
  }

  private mutating func tell(_ sort: [Diagnostic], most: Int) {
    let count = max(1, most)
    guard sort.count > count, let first = sort.first else {
      entries += sort.map { Entry(diagnostic: $0, isShort: most == 0) }
      return
    }
    left += sort.count - count
    if most == 0 {
      var diagnostic = first
      diagnostic.message += " (and \(sort.count - 1) more of this sort\(files(of: sort.dropFirst())))"
      entries.append(Entry(diagnostic: diagnostic, isShort: true))
      return
    }
    entries += sort.prefix(count).map { Entry(diagnostic: $0) }
    let rest = sort.dropFirst(count)
    entries.append(
      Entry(
        diagnostic: Diagnostic(
          first.id, first.severity, "\(rest.count) more of this sort\(files(of: rest))", at: nil)))
  }

  private func files(of diagnostics: ArraySlice<Diagnostic>) -> String {
    let count = Set(diagnostics.compactMap(\.place?.path)).count
    return count == 0 ? "" : " in " + counted(count, "file", "files")
  }

  /// Names of keys that share a line have so many characters.
  private static let namesLimit = 160

  private mutating func tellRepeated(_ groups: [DiagnosticGroups.Repeated], most: Int?) {
    let keys = groups.filter { $0.first.id == .unknownField }
    let shown = most.map { $0 == 0 ? 8 : 12 } ?? keys.count
    for (index, key) in keys.prefix(shown).enumerated() {
      var entry = Entry(diagnostic: key.diagnostic, isShort: keys.count > 1 || key.count > 1)
      // All have the same way out, which is told once.
      let isLast = index == min(shown, keys.count) - 1
      if entry.isShort, !isLast, key.first.help == keys[index + 1].first.help { entry.diagnostic.help = nil }
      entries.append(entry)
    }
    let rest = keys.dropFirst(shown)
    if let first = rest.first {
      left += rest.reduce(0) { $0 + $1.count }
      entries.append(Entry(diagnostic: more(rest, like: first.first)))
    }
    for group in groups where group.first.id != .unknownField {
      entries.append(Entry(diagnostic: group.diagnostic, isShort: group.count > 1 || most != nil))
    }
  }

  private func more(_ keys: ArraySlice<DiagnosticGroups.Repeated>, like first: Diagnostic) -> Diagnostic {
    var names = ""
    for (number, key) in keys.enumerated() {
      let name = key.name
      if names.count + name.count > Self.namesLimit {
        names += ", and \(keys.count - number) more"
        break
      }
      names += (number == 0 ? "" : ", ") + name
    }
    let message = "\(counted(keys.count, "more key", "more keys")) that plain pages do not have: " + names
    return Diagnostic(first.id, first.severity, message, at: nil)
  }
}

/// Diagnostics by what becomes of them in a digest.
package struct DiagnosticGroups: Sendable {
  private(set) var errors: [Diagnostic] = []
  /// Those that are told one by one: what keeps something from readers comes first.
  private(set) var single: [Diagnostic] = []
  /// Those that are told once, the most frequent first.
  private(set) var repeated: [Repeated] = []

  struct Repeated: Sendable {
    var first: Diagnostic
    var count = 0
    var paths: Set<String> = []

    /// With how often it is said.
    var diagnostic: Diagnostic {
      guard count > 1 else { return first }
      var diagnostic = first
      let files = counted(paths.count, "file", "files")
      diagnostic.message += count == paths.count ? " (\(files))" : " (\(count) times in \(files))"
      return diagnostic
    }
  }

  /// - Parameter diagnostics: sorted.
  package init(_ diagnostics: [Diagnostic]) {
    var same: [[String]: Repeated] = [:]
    for diagnostic in diagnostics {
      if diagnostic.severity == .error {
        errors.append(diagnostic)
      } else if diagnostic.id.isToldOnce {
        let key = [diagnostic.id.rawValue, diagnostic.message]
        same[key, default: Repeated(first: diagnostic)].add(diagnostic)
      } else {
        single.append(diagnostic)
      }
    }
    single.sort { ($0.severity, $0.id.rank, $0) < ($1.severity, $1.id.rank, $1) }
    repeated = same.values.sorted {
      ($0.first.severity, -$0.count, $0.first) < ($1.first.severity, -$1.count, $1.first)
    }
  }

  /// `single` by severity and id, in the order of the first of each.
  var sorts: [[Diagnostic]] {
    var numbers: [String: Int] = [:]
    var sorts: [[Diagnostic]] = []
    for diagnostic in single {
      let key = diagnostic.severity.rawValue + diagnostic.id.rawValue
      if let number = numbers[key] {
        sorts[number].append(diagnostic)
      } else {
        numbers[key] = sorts.count
        sorts.append([diagnostic])
      }
    }
    return sorts
  }
}

extension DiagnosticGroups.Repeated {
  /// Of a key: the last that its message names.
  fileprivate var name: String {
    let message = first.message.split(separator: "; did you mean", maxSplits: 1).first ?? ""
    return message.split(separator: "'").last.map(String.init) ?? ""
  }

  fileprivate mutating func add(_ diagnostic: Diagnostic) {
    count += 1
    if let path = diagnostic.place?.path { paths.insert(path) }
  }
}

extension DiagnosticID {
  /// Whether it is the same on every page that has it, so that its number and one place say it all.
  fileprivate var isToldOnce: Bool {
    [.unknownField, .leftoverSyntax, .foreignFrontMatter].contains(self)
  }

  /// What keeps something from readers comes first.
  fileprivate var rank: Int {
    switch self {
    case .unclearPublishing, .heldBack, .misplacedFrontMatter, .unclosedFrontMatter, .invalidYAML,
      .unreadableFile,
      .fileTooLarge, .symbolicLink, .unclosedComment:
      0
    default: 1
    }
  }
}
