import CommonMark
import Folding
import Knowledge

/// One of the two states, with a number for each of its entities that is the same in both.
struct ComparedSide {
  let graph: KnowledgeGraph
  let isOfDay: Bool
  /// By entity.
  private let keys: [Int]

  init(before snapshot: KnowledgeSnapshot, _ matches: EntityMatches) {
    (graph, isOfDay) = (snapshot.graph, snapshot.isOfDay)
    keys = matches.new.enumerated().map { $1.map { Int($0.index) } ?? -1 - $0 }
  }

  init(after snapshot: KnowledgeSnapshot) {
    (graph, isOfDay) = (snapshot.graph, snapshot.isOfDay)
    keys = Array(graph.entities.indices)
  }

  /// What an entity says: all of it, or what holds on the day.
  func facts(_ entity: EntityID) -> [Fact] {
    isOfDay ? graph[entity].facts.compactMap(\.today) : graph[entity].facts
  }

  func key(_ entity: EntityID) -> Int { keys[Int(entity.index)] }

  func name(_ target: Target) -> NamedEntity {
    NamedEntity(
      id: graph.id(of: target.entity), title: graph.title(of: target.entity), anchor: target.anchor)
  }

  func key(_ target: Target) -> ComparedValue {
    .target(entity: key(target.entity), anchor: target.anchor)
  }

  /// Who says something, as far as it's known.
  func name(_ reference: Reference) -> NamedEntity {
    reference.target.map(name) ?? NamedEntity(id: "", title: reference.name.text)
  }

  func key(_ reference: Reference) -> ComparedValue {
    reference.target.map(key) ?? .unresolved(reference.name.text)
  }
}

/// A value for comparison: equal where two ways of writing say the same.
indirect enum ComparedValue: Hashable {
  /// Words with a blank between.
  case text(String)
  case texts([String: String])
  case date(EDTFDate)
  case quantity(Quantity.Meaning)
  case flag(Bool)
  /// The number is the same in both states.
  case target(entity: Int, anchor: String?)
  case unresolved(String)
  /// By the names of its fields.
  case record([String: Set<ComparedValue>])
  case list(Set<ComparedValue>)
}

extension ComparedSide {
  func compared(_ value: FieldValue, _ field: Field) -> ComparedValue {
    switch value {
    case .text(let text): .text(text.comparedWords.joined(separator: " "))
    case .localized(let texts):
      .texts(
        Dictionary(texts.map { ($0.language, $0.text.comparedWords.joined(separator: " ")) }) { $1 })
    case .markdown(let document, _):
      .text(words(document).joined(separator: " "))
    case .date(let date): .date(date)
    case .quantity(let quantity): .quantity(quantity.meaning)
    case .flag(let flag): .flag(flag)
    case .reference(let item): key(item.reference)
    case .record(let record): compared(record, field.recordFields ?? [])
    case .list(let items): .list(Set(items.map { compared($0, field) }))
    }
  }

  /// Records nest four deep at most: the schema's reader sees to it.
  private func compared(_ record: Record, _ fields: [Field]) -> ComparedValue {
    .record(
      Dictionary(
        record.facts.map { fact in
          let field = fields[fact.field]
          let values = fact.claims.flatMap(\.value.items)
          return (field.name, Set(values.map { compared($0, field) }))
        }
      ) { $1 })
  }

  /// The words of a text. A link that shows the name of what it leads to is the same whatever that is called.
  func words(_ document: DocumentID) -> [String] {
    let targets = graph.links(in: document)
    return graph.document(document).comparedWords { link in
      guard case .entity(let target) = targets[link] else { return nil }
      return "⟦\(key(target.entity))\(target.anchor.map { "#" + $0 } ?? "")⟧"
    }
  }

  /// A value in words, on one line.
  func shown(_ value: FieldValue, _ field: Field) -> String { graph.words(value, field, as: .change) }
}
