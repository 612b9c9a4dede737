import Diagnostics
import Templates
import Testing

/// What one page may be: neither a value, nor a section in itself, nor blanks make one without an end.
@Suite struct PageSizeTests {
  private func render(_ templates: [String: String], _ named: Named) -> (size: Int, [Diagnostic]) {
    let sources = templates.map {
      TemplateSource(name: $0.key, text: SourceText(path: "\($0.key).html", text: $0.value), escaping: .none)
    }
    var bytes: [UInt8] = []
    let values = NamedValues(named)
    let set = TemplateSet.compile(sources, shapes: values.shapes).set
    let found = set.render("page", [values.value], into: &bytes)
    return (bytes.count, found)
  }

  private let ten: Named = .object(["items": .list((0..<10).map { .text(String($0)) })])

  @Test func sectionsInThemselvesEnd() {
    let text = String(repeating: "{{#items}}", count: 12) + "x" + String(repeating: "{{/items}}", count: 12)
    let (size, found) = render(["page": text], ten)
    #expect(found.map(\.id) == [.pageTooLarge])
    #expect(found.first?.message == "one page fills in sections more than 4000000 times")
    #expect(found.first?.place?.path == "page.html" && size <= 4_000_000)
  }

  @Test func sectionsThatShowNothingEndToo() {
    let text = String(repeating: "{{#items}}", count: 30) + String(repeating: "{{/items}}", count: 30)
    #expect(render(["page": text], ten).1.map(\.id) == [.pageTooLarge])
  }

  @Test func oneValueAgainAndAgainEnds() {
    let value: Named = .object(["body": .html([UInt8](repeating: 65, count: 1 << 20))])
    let (size, found) = render(["page": "begin\n" + String(repeating: "{{{body}}}\n", count: 1000)], value)
    #expect(found.map(\.message) == ["one page is larger than 64 MB"])
    #expect(found.first?.place?.position.line == 65)
    #expect(size < 66 << 20)
  }

  /// The lines of a template that is indented as far as it is long.
  @Test func blanksBeforeLinesEnd() {
    let lines = String(repeating: "x\n", count: 1000)
    let page = String(repeating: " ", count: 1 << 20) + "{{>inner}}\n"
    let (size, found) = render(["page": page, "inner": lines], .object([:]))
    #expect(found.map(\.id) == [.pageTooLarge])
    #expect(size < 66 << 20)
  }

  @Test func aLargePageIsNoMistake() {
    let value: Named = .object([
      "items": .list((0..<200_000).map { .object(["name": .text("entity \($0)")]) })
    ])
    let (size, found) = render(["page": "{{#items}}<p>{{name}}</p>\n{{/items}}"], value)
    #expect(found.isEmpty && size > 4_000_000)
  }
}
