import Folding
import Knowledge

/// The one or two letters by which every page names a source, as critical editions do: its `siglum`, else made from its
/// abbreviation or title. No two sources have the same.
struct Sigla: Sendable {
  private let letters: [EntityID: String]

  init(_ graph: KnowledgeGraph) {
    guard let kind = graph.schema.sourceKind else {
      letters = [:]
      return
    }
    let sources = graph.entities(of: kind)
    var letters: [EntityID: String] = [:]
    var taken: Set<String> = []
    for source in sources {
      // Of two with the same, which is a mistake that is reported, the second gets letters that are made.
      guard let own = graph.givenSiglum(of: source)?.text, taken.insert(own).inserted else { continue }
      letters[source] = own
    }
    // By what the numbered ones begin with: the next number, as a thousand sources may begin alike.
    var numbers: [String: Int] = [:]
    for source in sources where letters[source] == nil {
      let initials = Self.initials(of: graph.shortTitle(of: source))
      var siglum = initials.first { !taken.contains($0) }
      let base = initials.dropFirst().first ?? initials.first ?? "S"
      while siglum == nil {
        let number = numbers[base, default: 2]
        numbers[base] = number + 1
        siglum = taken.contains("\(base)\(number)") ? nil : "\(base)\(number)"
      }
      if let siglum { taken.insert(siglum) }
      letters[source] = siglum
    }
    self.letters = letters
  }

  subscript(source: EntityID) -> String? { letters[source] }

  /// The first of a title's capitals, the first two, and the first three; where there is one or none, of all its words.
  private static func initials(of title: String) -> [String] {
    let words = title.split { !$0.isLetter && !$0.isNumber }
    let capitals = words.filter { $0.first.map { !$0.isLowercase } ?? false }
    let whole = (capitals.count < 2 ? words : capitals).compactMap(\.first).map {
      String($0).capitalizedFirst
    }
    return (1...3).map { whole.prefix($0).joined() }.filter { !$0.isEmpty }.unique
  }
}
