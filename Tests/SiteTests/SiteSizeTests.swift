import Diagnostics
import TestSite
import Testing

/// A site grows with what is written, not with its square: twice as many sources, values or entities give about twice
/// as many bytes.
@Suite struct SiteSizeTests {
  private func bytes(_ files: [String: String]) async -> Int {
    let site = await TestSite(files).published()
    #expect(!site.diagnostics.hasErrors, "\(site.printedDiagnostics.prefix(500))")
    return site.bytes.reduce(0) { $0 + $1.value.count }
  }

  /// Templates of a few words, so that what pages have in common doesn't hide what grows.
  private static let templates = [
    "register.html": """
    {{#filters}}{{#items}}{{href}}{{/items}}{{/filters}}
    {{#sections}}{{#columns}}{{href}}{{/columns}}{{#rows}}{{title}}{{#cells}}<td>{{#claims}}{{#values}}{{text}}{{/values}}\
    {{#statement}}{{#source}}{{text}}{{/source}}{{/statement}}{{/claims}}{{#others}}{{href}}{{/others}}{{/cells}}{{/rows}}{{/sections}}
    """,
    "list.html": "{{#facets}}{{#values}}{{href}}{{/values}}{{/facets}}{{#rows}}{{title}}{{/rows}}",
    "entity.html": "{{entity.title}}", "home.html": "x",
  ]

  private func growth(_ make: (Int) -> [String: String]) async -> Double {
    var sizes: [Int] = []
    // Beyond 200, where not every page names all others any more.
    for count in [210, 420] {
      var files = make(count)
      for (name, text) in Self.templates { files["templates/" + name] = text }
      sizes.append(await bytes(files))
    }
    return Double(sizes[1]) / Double(sizes[0])
  }

  private func sources(_ count: Int) -> [String: String] {
    var files = [
      "schema.yaml": """
      claims: {source: source}
      kinds:
        source: {folder: sources, fields: {}}
        thing: {folder: things, fields: {length: {type: quantity}}}
      """,
      "remit.yaml": "navigation: [register]\nviews: {register: {view: register}}",
    ]
    for number in 0..<count { files["content/sources/s\(number).md"] = "---\ntitle: S\(number)\n---\n" }
    return files
  }

  private func claims(_ numbers: some Sequence<Int>) -> String {
    numbers.map { "    - {is: \($0) km, source: s\($0)}\n" }.joined()
  }

  @Test func ofOneFactOnWhichAllSourcesDiffer() async {
    let growth = await growth { count in
      var files = sources(count)
      files["content/things/a.md"] = "---\ntitle: A\nlength:\n  claims:\n\(claims(0..<count))---\n"
      return files
    }
    #expect(growth < 2.5)
  }

  @Test func ofManyFactsOnWhichTwoSourcesDiffer() async {
    let growth = await growth { count in
      var files = sources(count)
      for number in 0..<count / 2 {
        files["content/things/t\(number).md"] =
          "---\ntitle: T\(number)\nlength:\n  claims:\n\(claims([number, count - 1 - number]))---\n"
      }
      return files
    }
    #expect(growth < 2.5)
  }

  @Test func ofListsByManyValues() async {
    let growth = await growth { count in
      var files = [
        "schema.yaml": "kinds:\n  thing: {folder: things, facets: [next], fields: {next: {to: thing}}}"
      ]
      for number in 0..<count {
        files["content/things/t\(number).md"] = "---\ntitle: T\nnext: t\((number + 1) % count)\n---\n"
      }
      return files
    }
    #expect(growth < 2.5)
  }
}
