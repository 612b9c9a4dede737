import Diagnostics
import TestSite
import Testing

/// Pairs grow with the square of what is named together, so their pages have a limit, told before anything is made.
@Suite struct NetworkSizeTests {
  /// One dish with so many cooks.
  private func site(cooks: Int, _ settings: String = "") async -> TestSite {
    let names = (1...cooks).map { "c\($0)" }
    var files = [
      "remit.yaml": "views:\n  kitchen: {view: network, of: dish, together: cooks\(settings)}\n",
      "schema.yaml": """
      kinds:
        dish: {folder: dishes, fields: {cooks: {to: cook, many: true}}}
        cook: {folder: cooks, fields: {}}
      """,
      "content/dishes/soup.md": "---\ntitle: Soup\ncooks: [\(names.joined(separator: ", "))]\n---\n",
    ]
    for name in names { files["content/cooks/\(name).md"] = "---\ntitle: \(name)\n---\n" }
    return await TestSite(files)
  }

  /// Those of pairs, without those on which the whole goes on.
  private func pages(_ site: TestSite) -> Int {
    site.paths.count { $0.hasPrefix("kitchen/") && $0.hasSuffix(".html") && !$0.hasPrefix("kitchen/page-") }
  }

  @Test func eachPairHasAPageUpToTheLimit() async {
    let site = await site(cooks: 63)
    #expect(!site.diagnostics.hasErrors, "\(site.printedDiagnostics)")
    #expect(pages(site) == 63 * 62 / 2)
  }

  @Test(arguments: [(65, "2080 pages"), (450, "over 100000 pages")])
  func morePagesAreAnErrorWithAWayOut(cooks: Int, count: String) async {
    let site = await site(cooks: cooks)
    #expect(site.printedDiagnostics.contains("this view would have \(count) of pairs; the limit is 2000"))
    #expect(site.printedDiagnostics.contains("such as 'least: 2'"))
    #expect(pages(site) == 0)
  }

  @Test func fewerHavePagesWhereTwoMustBeJoinedMoreOften() async {
    let site = await site(cooks: 65, ", least: 2")
    #expect(!site.diagnostics.hasErrors, "\(site.printedDiagnostics)")
    #expect(site.paths.contains("kitchen.html") && pages(site) == 0)
  }
}
