import Knowledge
import Templates

/// What a page of a network shows: all pairs, or what joins one. A class, since it is put together once.
final class NetworkPage: Sendable {
  let page: PageContext
  let network: Network
  /// On the page of a pair.
  let pair: Network.Pair?
  let stretch: NetworkStretch
  private let part: ViewPart

  init(page: PageContext, network: Network, part: ViewPart) {
    (self.page, self.network, self.part) = (page, network, part)
    pair = network.pair(of: part)
    stretch = NetworkStretch(network, part)
  }

  static let record: RecordType<NetworkPage> = RecordType(
    "network", "",
    [
      .record("pair", "on the page of a pair: the pair", of: ShownPair.record) { page in
        page.pair.map { pair in
          ShownPair(
            page: page.page, network: page.network, pair: pair, joints: page.stretch.pairs.first?.joints)
        }
      },
      .text("label", "what joins, from the schema") {
        $0.page.graph.schema[$0.network.view.things.kind].label.many
      },
      .flag("is_directed", "pairs go from things of one sort to things of another") { $0.network.isDirected },
      .list("things", "at one end, those with the most partners first", of: ShownNetworkThing.record) {
        $0.things
      },
      .list("others", "at the other end, where pairs have a direction", of: ShownNetworkThing.record) {
        $0.others
      },
      .number("possible", "how many pairs there could be") { $0.network.possible },
      .number("joined", "how many of them are joined by what is not only proposed") { $0.network.joined },
      .number("gaps", "how many are not") { $0.network.possible - $0.network.joined },
      .list("columns", "of the table; none where it would be too large", of: ShownLink.record) { page in
        let hasTable = page.network.hasTable && !page.part.isContinued
        return hasTable ? page.network.to.map { page.page.link($0) } : []
      },
      .list("pairs", "those that something joins, the most joined first", of: ShownPair.record) { page in
        page.stretch.pairs.map {
          ShownPair(page: page.page, network: page.network, pair: $0.pair, joints: $0.joints)
        }
      },
      .flag("lists_gaps", "the gaps are few enough to be listed") { $0.network.listsGaps },
      .flag("has_gaps", "the page has gaps, or ends with how many there are") {
        $0.stretch.isLast || !$0.stretch.gaps.isEmpty
      },
      .list("apart", "the things with gaps that are on the page", of: ShownNetworkGaps.record) { page in
        page.stretch.gaps.map {
          ShownNetworkGaps(page: page.page, thing: $0.thing, others: $0.others, count: $0.count)
        }
      },
    ])

  private var things: [ShownNetworkThing] { network.from.map(thing) }

  private var others: [ShownNetworkThing] { network.isDirected ? network.to.map(thing) : [] }

  private func thing(_ entity: EntityID) -> ShownNetworkThing {
    ShownNetworkThing(page: page, network: network, entity: entity)
  }
}

/// One of the things that take part.
struct ShownNetworkThing: Sendable {
  let page: PageContext
  let network: Network
  let entity: EntityID

  static let record: RecordType<ShownNetworkThing> = RecordType([
    .record("link", "the thing", of: ShownLink.record) { $0.page.link($0.entity) },
    .number("partners", "with how many it is joined") { $0.network.partners(of: $0.entity) },
    .list("cells", "one for each column", of: ShownNetworkCell.record) { shown in
      shown.network.to.map { other in
        let pair = other == shown.entity ? nil : shown.network.pair(shown.entity, other)
        return ShownNetworkCell(
          isSelf: other == shown.entity,
          pair: pair.map { ShownPair(page: shown.page, network: shown.network, pair: $0) })
      }
    },
    .list("gaps", "all others that nothing joins it with, where these can be listed", of: ShownLink.record) {
      shown in
      guard shown.network.listsGaps else { return [] }
      return shown.network.gaps(of: shown.entity).map { shown.page.link($0) }
    },
  ])
}

/// A thing with the others that nothing joins it with.
struct ShownNetworkGaps: Sendable {
  let page: PageContext
  let thing: EntityID
  let others: [EntityID]
  let count: Int

  static let record: RecordType<ShownNetworkGaps> = RecordType([
    .record("link", "the thing", of: ShownLink.record) { $0.page.link($0.thing) },
    .number("count", "with how many others nothing joins it") { $0.count },
    .list("gaps", "those of them that are on the page", of: ShownLink.record) { shown in
      shown.others.map { shown.page.link($0) }
    },
  ])
}

struct ShownNetworkCell: Sendable {
  let isSelf: Bool
  let pair: ShownPair?

  static let record: RecordType<ShownNetworkCell> = RecordType([
    .flag("is_self", "row and column are the same thing") { $0.isSelf },
    .record("pair", "nothing where nothing joins the two", of: ShownPair.record) { $0.pair },
  ])
}

/// Two things, with what joins them.
struct ShownPair: Sendable {
  let page: PageContext
  let network: Network
  let pair: Network.Pair
  /// Those that are on the page; `nil` for all.
  var joints: [Network.Joint]?

  static let record: RecordType<ShownPair> = RecordType([
    .record("a", "the one", of: ShownLink.record) { $0.page.link($0.pair.a) },
    .record("b", "the other", of: ShownLink.record) { $0.page.link($0.pair.b) },
    .text("href", "the pair's own page, where it has one") { shown in
      shown.pair.slug.flatMap { shown.page.href(toPageAbout: .item($0)) }
    },
    .number("count", "how much joins them, without what is only proposed") { $0.pair.count },
    .number("proposed", "how much is only proposed") { $0.pair.joints.count - $0.pair.count },
    .list("joints", "what joins them", of: ShownJoint.record) { shown in
      (shown.joints ?? shown.network.joints(of: shown.pair)).map { ShownJoint(shown: shown, joint: $0) }
    },
  ])
}

/// What joins a pair.
struct ShownJoint: Sendable {
  let shown: ShownPair
  let joint: Network.Joint

  static let record: RecordType<ShownJoint> = RecordType([
    .record("thing", "it, or the record in it", of: ShownLink.record) {
      $0.shown.page.link($0.joint.group.target)
    },
    .text("record", "the id of the record") { $0.joint.group.target.anchor },
    .flag("is_proposed", "only a draft makes it: it joins nothing") { $0.joint.isProposed },
    .list("leaders", "which of the two leads, where the view asks for that", of: ShownLink.record) { shown in
      let pair = shown.shown.pair
      return [pair.a, pair.b].filter(shown.joint.leaders.contains).map { shown.shown.page.link($0) }
    },
    .list("named", "whom it names, and who says so", of: ShownNamed.record) { $0.named },
  ])

  /// Of each end what each relation says.
  private var named: [ShownNamed] {
    [shown.pair.a, shown.pair.b].flatMap { end in
      shown.network.view.relations.indices.compactMap { relation in
        let said = joint.group.named.filter { $0.entity == end && $0.relation == relation }
        return said.isEmpty
          ? nil : ShownNamed(shown: shown, entity: end, relation: relation, said: said)
      }
    }
  }
}

struct ShownNamed: Sendable {
  let shown: ShownPair
  let entity: EntityID
  let relation: Int
  let said: [NamedTogether.Named]

  static let record: RecordType<ShownNamed> = RecordType([
    .record("link", "the thing", of: ShownLink.record) { $0.shown.page.link($0.entity) },
    .text("label", "what the relation is called, from the schema") { named in
      named.shown.network.view.relations[named.relation].labels.joined(separator: " · ")
    },
    .list("statements", "who says so, and as what it is named", of: ShownStatement.record) { named in
      named.said.flatMap { named.shown.page.statements($0.provenance, $0.qualifiers) }
    },
  ])
}
