import Knowledge
import Templates

/// A section of one of the pages of a comparison.
struct ShownComparedJump: Sendable {
  let label: String
  var side: String?
  let href: String

  static let record = RecordType<ShownComparedJump>([
    .text("label", "what it is called") { $0.label },
    .text("side", "the source that alone says something") { $0.side },
    .text("href", "its address") { $0.href },
  ])
}

extension ComparedSources {
  /// The sections of all pages of a comparison; of very many parts the first thing only, since each page would name all.
  static func jumps(_ sides: ComparedSides, _ compared: SourceComparison) -> [ShownComparedJump] {
    let graph = sides.page.graph
    let things = compared.things.count > ViewPart.mostNamed ? [compared.subject] : compared.things
    return compared.lists.map { verdict, _ in
      ShownComparedJump(
        label: sides.listLabel(verdict), side: sides.side(verdict),
        href: sides.href(.summary, verdict.rawValue))
    }
      + things.map { group in
        ShownComparedJump(
          label: graph.shortTitle(of: group.entity),
          href: sides.href(.things, graph.id(of: group.entity)))
      }
      + compared.kinds(in: graph).map { kind, _ in
        ShownComparedJump(
          label: kind.label.many, href: sides.href(.others, Comparison.anchor(of: kind)))
      }
  }
}

extension Comparison {
  /// The id of the section of a kind.
  static func anchor(of kind: Kind) -> String { "kind-" + kind.name }
}
