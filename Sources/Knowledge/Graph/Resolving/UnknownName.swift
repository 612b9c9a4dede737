import Diagnostics
import Folding

/// A name that leads nowhere, and which of its entity's diagnostics says so.
struct UnknownName: Sendable {
  let name: String
  let kinds: [KindID]
  /// Without a suggestion.
  let message: String
  let suggestion: String?
  var diagnostic: Int
}

extension Resolver {
  /// What a group says for several is looked up for each, and is wrong once.
  mutating func tellOnce() {
    guard diagnostics.count > 1 else { return }
    let unique = diagnostics.unique
    guard unique.count < diagnostics.count else { return }
    let numbers = Dictionary(uniqueKeysWithValues: zip(unique, unique.indices))
    for index in unknownNames.indices {
      let old = unknownNames[index].diagnostic
      unknownNames[index].diagnostic = numbers[diagnostics[old]] ?? old
    }
    unknownNames = unknownNames.unique(by: \.diagnostic)
    diagnostics = unique
  }
}

extension GraphParts {
  /// What resolving found wrong. A name that many places have and nothing bears is told once: most likely a file was
  /// taken away or got another name.
  var diagnostics: [Diagnostic] {
    let unknown = entities.flatMap { entity in
      entity.unknownNames.map { ($0, entity.diagnostics[$0.diagnostic]) }
    }
    guard unknown.count > 1 else { return ties + entities.flatMap(\.diagnostics) }
    let groups = Dictionary(grouping: unknown) { UnknownKey(name: $0, diagnostic: $1) }
    let others = entities.flatMap { entity in
      let told = Set(entity.unknownNames.map(\.diagnostic))
      return entity.diagnostics.indices.filter { !told.contains($0) }.map { entity.diagnostics[$0] }
    }
    return ties + others + groups.values.flatMap(report)
  }

  private struct UnknownKey: Hashable {
    let message: String
    let id: DiagnosticID
    let severity: Diagnostic.Severity

    init(name: UnknownName, diagnostic: Diagnostic) {
      message = name.message
      id = diagnostic.id
      severity = diagnostic.severity
    }
  }

  /// So many are told by themselves.
  private static let fewPlaces = 2
  private static let shownPlaces = 4

  private func report(_ places: [(name: UnknownName, diagnostic: Diagnostic)]) -> [Diagnostic] {
    let sorted = places.map(\.diagnostic).sorted()
    guard let (name, _) = places.first, places.count > 1 else { return sorted }
    // Who writes a name twice did not mistype it.
    let help = formerName(name)
    guard var first = sorted.first, places.count > Self.fewPlaces else {
      return sorted.map { diagnostic in
        var diagnostic = diagnostic
        diagnostic.help = diagnostic.help ?? help
        return diagnostic
      }
    }
    let suggestion = places.lazy.compactMap(\.name.suggestion).first
    first.message = "\(name.message), which \(places.count) places name" + didYouMean(suggestion)
    first.help = first.help ?? help
    first.notes += sorted.dropFirst().prefix(Self.shownPlaces).map {
      Diagnostic.Note("also here", at: $0.place)
    }
    let rest = places.count - 1 - Self.shownPlaces
    if rest > 0 { first.notes.append(Diagnostic.Note("and in \(rest) more")) }
    return [first]
  }

  /// How to say that the entity which was suggested had the name before.
  private func formerName(_ unknown: UnknownName) -> String? {
    let schema = input.schema
    guard let suggestion = unknown.suggestion,
      case .found(let entity) = names.find(suggestion, kinds: unknown.kinds),
      !schema[entities[Int(entity.index)].kind].isPlainPage
    else { return nil }
    let meant = entities[Int(entity.index)]
    if unknown.name.contains(sign: " ") {
      return
        "if it is another name of \(meant.id(in: schema)), write 'aliases: [\(unknown.name)]' in \(meant.path)"
    }
    let kind = schema[meant.kind].name + "/"
    let id = unknown.name.begins(with: kind) ? unknown.name : kind + unknown.name
    return "if \(meant.id(in: schema)) was called so before, write 'former_ids: [\(id)]' in \(meant.path)"
  }
}
