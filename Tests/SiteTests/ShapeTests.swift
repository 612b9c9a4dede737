import Knowledge
import Templates
import TestSite
import TestSupport
import Testing

@testable import Site

/// Templates are checked against shapes before anything is rendered, so what pages give must be just that: a name
/// that an object lacks would be looked up further out.
@Suite struct ShapeTests {
  @Test func pagesGiveJustWhatTheShapesSay() async throws {
    let site = try await TestSite(folder: Project.folder).site
    let names = Set(["home", "list", "404", "redirect", "entity", "page"] + ViewTypes.all.map { $0.type })
    let shapes = Shapes(schema: site.graph.schema, strings: Array(site.theme.strings.keys)).byTemplate(
      names: names)
    var mismatches: Set<String> = []
    for entry in site.plan.entries {
      switch entry.output {
      case .home(let index):
        mismatches.formUnion(
          shapes["home"]?.mismatches(.object(site.homePage(index: index)), "home") ?? ["home"])
      case .list(let kind):
        mismatches.formUnion(
          shapes["list"]?.mismatches(.object(site.listPage(kind, path: entry.path)), "list") ?? ["list"])
      case .facet(let facet):
        let page = site.listPage(facet.kind, path: entry.path, facet: facet)
        mismatches.formUnion(shapes["list"]?.mismatches(.object(page), "list") ?? ["list"])
      case .entity(let id):
        mismatches.formUnion(
          shapes["entity"]?.mismatches(.object(site.entityPage(id)), "entity") ?? ["entity"])
      case .view(let page):
        let type = page.declared.type
        mismatches.formUnion(shapes[type]?.mismatches(.object(site.viewPage(page)), type) ?? [type])
      default: break
      }
    }
    #expect(mismatches.sorted() == [])
  }
}

extension Shape {
  /// Where a value is not of this shape: paths of names, without the numbers of list items.
  fileprivate func mismatches(_ value: Value, _ path: String) -> Set<String> {
    switch (self, value) {
    case (_, .nothing), (.text, .text), (.html, .html), (.flag, .flag), (.any, _): []
    case (.list(let shape), .list(let items)):
      items.reduce(into: []) { $0.formUnion(shape.mismatches($1, path + "[]")) }
    case (.object(let shapes), .object(let object)): mismatches(shapes, object, path)
    default: ["\(path) is of another sort"]
    }
  }

  private func mismatches(_ shapes: [String: Shape], _ object: Object, _ path: String) -> Set<String> {
    var found: Set<String> = []
    for (name, shape) in shapes {
      if let value = object[Name(name)] {
        found.formUnion(shape.mismatches(value, "\(path).\(name)"))
      } else if path.contains("."), !path.hasSuffix(".fields") {
        found.insert("\(path).\(name) is missing")
      }
    }
    let known = Set(shapes.keys.map { Name($0) })
    for (name, _) in object.all where !known.contains(name) {
      found.insert("\(path) has a name without a shape")
    }
    return found
  }
}
