import Diagnostics
import Knowledge
import Templates

/// Where the sources disagree: every disputed fact and every entity that tells of a disagreement, by class, with
/// what each source says in a column of its own.
struct RegisterView: View {
  static let type = "register"

  let fields: DiscrepancyFields

  init?(_ settings: inout ViewSettings) {
    let keys = ["class", "state", "claims", "reason", "about"]
    var fields = DiscrepancyFields(usualIn: settings.schema)
    guard let kind = settings.schema.discrepancyKind else {
      for key in keys {
        guard let node = settings.reader.node(key) else { continue }
        settings.reader.report(
          .invalidSetting, "'\(key)' names a field of the kind for discrepancies, and the schema has none",
          at: node, help: "schema.yaml names that kind: claims: {discrepancy: …}")
      }
      self.fields = fields
      return
    }
    func read(_ key: String, _ sort: FieldSort, _ field: inout Int?) {
      if settings.reader.node(key) != nil { field = settings.optionalField(key, of: kind, sort) }
    }
    read("class", .enumeration, &fields.discrepancyClass)
    read("state", .enumeration, &fields.state)
    read("claims", .any, &fields.claims)
    read("reason", .text, &fields.reason)
    read("about", .reference, &fields.about)
    self.fields = fields
  }

  /// The same for all pages of a site.
  func register(of site: SiteModel) -> Register {
    site.registers.value(of: fields) { Register(self, in: site.graph) }
  }

  /// The whole, and a page for each state, class and source that a disagreement has.
  func parts(of graph: KnowledgeGraph, problems: inout ViewProblems) -> [ViewPart] {
    let register = Register(self, in: graph)
    return [.whole]
      + register.filters.map { filter in
        switch filter {
        case .state(let state):
          ViewPart(slug: register.slug(filter), word: ViewPart.Word(state, group: "state"))
        case .discrepancyClass(let name):
          ViewPart(slug: register.slug(filter), word: ViewPart.Word(name, group: "class"))
        case .source(let source):
          ViewPart(slug: register.slug(filter), title: graph.shortTitle(of: source), subjects: [source])
        }
      }
  }
}
