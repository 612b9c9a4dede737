import Diagnostics
import FrontMatter
import Knowledge
import Templates

/// Where the sources disagree: every disputed fact and every entity that tells of a disagreement, by class, with
/// what each source says in a column of its own.
struct RegisterView: View {
  static let type = "register"

  /// What comes first of each weight and state.
  let first: [WrittenFirst]

  init?(_ settings: inout ViewSettings) {
    first = (settings.reader.texts("first", wrong: .invalidSetting) ?? []).map {
      WrittenFirst(text: $0.text ?? "", place: $0.place(in: Configuration.path))
    }
    // Which fields say what is the schema's to say, since more than one register counts by them.
    for part in DiscrepancyFields.Part.allCases {
      // Only where it's there: a key that was asked for counts as one that may be written.
      guard settings.reader.entries.contains(where: { $0.key == part.rawValue }),
        let node = settings.reader.node(part.rawValue)
      else { continue }
      settings.reader.report(
        .invalidSetting, "a register does not take '\(part.rawValue)': schema.yaml says which field that is",
        at: node,
        help: "in schema.yaml, write claims: {discrepancy: {kind: …, \(part.rawValue): \(node.text ?? "…")}}")
    }
  }

  func answer(in graph: KnowledgeGraph) -> Register { Register(graph, by: order(in: graph)) }

  /// What bears on a fact, and a page for each other weight, and each state, class and source that a disagreement has.
  func parts(of register: Register, in graph: KnowledgeGraph, problems: inout ViewProblems) -> [ViewPart] {
    _ = targets(in: graph, &problems)
    return [.whole]
      + register.filters.map { filter in
        let slug = register.slug(filter)
        return switch filter {
        case .state(let state): .word(state, group: "state", slug: slug)
        case .weight(let weight): .word(weight.rawValue, group: "weight", slug: slug)
        case .discrepancyClass(let name): .word(name, group: "class", slug: slug)
        case .source(let source): .entity(source, slug: slug, in: graph)
        }
      }
  }

  static let shape = Shape.record(RegisterPage.record)

  func value(of part: ViewPart, _ register: Register, on page: PageContext) -> Value {
    RegisterPage.record.value(
      RegisterPage(page: page, register: register, filter: register.filter(part.about), part: part))
  }
}

extension Register.Filter {
  /// What the page of the filter is about.
  var about: ViewPart.About {
    switch self {
    case .state(let state): .word(state, group: "state")
    case .weight(let weight): .word(weight.rawValue, group: "weight")
    case .discrepancyClass(let name): .word(name, group: "class")
    case .source(let source): .entity(source)
    }
  }
}
