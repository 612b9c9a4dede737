/// What a graph needs before its entities can be resolved: their order, and what names and paths lead to them.
struct GraphFrame {
  let roster: Roster
  /// The files of the entities, in the graph's order.
  let written: [WrittenEntity]
  /// As written; a title with times is that of the day only once names are looked up.
  let titles: [String]
  let names: NameIndex
  let paths: LinkPaths

  /// Where the day decides on the order, names must be looked up to know it, and a first order is needed for that.
  init(ordering input: GraphInput) {
    var keys = OrderKeys(input.entities, schema: input.schema, language: input.language)
    let first = GraphFrame(input, keys)
    guard !keys.timed.isEmpty else {
      self = first
      return
    }
    var resolver = first.resolver(input)
    keys.goByDay(input.entities, first.roster, &resolver)
    self = GraphFrame(input, keys)
  }

  private init(_ input: GraphInput, _ keys: OrderKeys) {
    let schema = input.schema
    (roster, written) = Roster.ordering(
      input.entities, by: keys, schema: schema, language: input.language, includesDrafts: input.includesDrafts
    )
    titles = written.map { $0.title(language: input.language) }
    names = NameIndex(written, titles: titles, roster: roster, schema: schema)
    paths = LinkPaths(
      written, drafts: roster.drafts, schema: schema, assets: input.assets, heldBack: input.heldBack,
      made: input.made)
  }

  func resolver(_ input: GraphInput) -> Resolver {
    Resolver(
      schema: input.schema, language: input.language, day: input.day, entities: written, names: names,
      paths: paths)
  }
}
