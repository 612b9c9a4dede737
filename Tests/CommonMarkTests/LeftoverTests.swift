import Diagnostics
import Testing

@testable import CommonMark

/// What other tools would have read is told, each at its place, and nothing that stands in code or is escaped.
@Suite struct LeftoverTests {
  private func leftovers(_ text: String, _ options: MarkdownOptions = MarkdownOptions()) -> [Diagnostic] {
    parseMarkdown(
      Array(text.utf8)[...], path: "page.md", at: Position(line: 4, column: 1), options: options,
      tellsLeftovers: true
    ).diagnostics.filter { $0.id == .leftoverSyntax }
  }

  private func kinds(_ text: String) -> [LeftoverKind] {
    leftovers(text).compactMap { told in LeftoverKind.allCases.first { $0.message == told.message } }
  }

  @Test(
    arguments: [
      ("a<font>2</font> b<x>c", [.html, .html]), ("<main>\nx\n</main>", [.html]),
      ("a<sub>2</sub> b<br>c", []),
      ("<b class=x>y</b> <i>z", [.htmlAttribute, .htmlTag]), ("<!-- x -->", []),
      ("{{< figure src=\"a\" >}}", [.hugoShortcode]), ("{{<ref>}}", [.hugoShortcode]),
      ("{{% tip %}}\nx\n{{% /tip %}}", [.hugoShortcode]), ("[a]({{< param \"b\" >}})", [.hugoShortcode]),
      ("{{ site.title }} {{ x", [.templateTag]),
      ("{% if a %}b{% endif %}{%- raw -%}", [.templateTag, .templateTag]),
      ("{% include a.html x=\"y\" %} {%- include_relative b -%}", [.include, .include]),
      ("text {: .note } {.wide} {#id}", [.attributes, .attributes]), ("[TOC]", [.contents]), ("a [TOC]", []),
      ("=== \"Tab\"", [.tabs]), ("--8<-- \"a.md\"", [.snippet]), ("![[Note]] ![[a.png]]", [.embed]),
      ("Text ^abc-1\n\n^abc\n\n10^6", [.blockID, .blockID]), ("==a b== a == b ==c", [.mark]),
      ("$x^2$ and $$ y $$ for $5 or US$ 6 = $7", [.math, .math]), (":smile: at 12:30:45 a:b:c", [.emoji]),
      ("import A from '@a/b'\n\nimport it from there", [.mdx]),
      ("```mermaid\nx\n```\n\n```js\ny\n```", [.pluginCode]),
    ] as [(String, [LeftoverKind])])
  func isTold(_ text: String, _ expected: [LeftoverKind]) {
    #expect(kinds(text) == expected)
  }

  @Test(arguments: [
    "`{{< a >}}` ``==a== ` <b>`` `$x^2$`", "```\n{% if %}\n<b>\n```", "    {{ a }}",
    "\\{{ a }} \\<b> \\$x^2$ \\==a==",
    "a {b} 50 % {c: d", "x: y: z", "a = b == c",
  ])
  func isNone(_ text: String) {
    #expect(kinds(text).isEmpty)
  }

  @Test func eachIsToldAtItsPlace() {
    let marked = MarkedText(
      """
      `<x>` and <!-- <x> --> the 1️⃣<x>fat</x>
      line ``a ` <x>`` 2️⃣<x>x</x> \\{{ a }} 3️⃣{{ a }}

      | `{{ a }}` | b |
      |---|---|
      | c | é 4️⃣{{ a }} |

      > - x[^1]
      >   5️⃣{% b %}

      6️⃣<main>
      </main>

      [^1]: 7️⃣{{< c >}}
      """)
    let found = leftovers(marked.text)
    let expected = marked.positions.map { Position(line: Int($0.line) + 3, column: Int($0.column)) }
    #expect(found.compactMap { $0.place?.position }.sorted() == expected)
    #expect(found.first?.place?.length == 3)
  }

  @Test func whatIsAllowedIsNotLeftOver() {
    #expect(leftovers("a<sub>2</sub>", MarkdownOptions(unsafeHTML: true)).isEmpty)
    #expect(document("{{< a >}}").diagnostics.isEmpty)
  }

  @Test func manySignsTakeNoTime() {
    for text in ["\\{{ a }} ", "{{ ", "`` ", "$x ", "==a ", "{% ", "<b> \\<b> "] {
      let many = String(repeating: text, count: 20_000)
      #expect(ContinuousClock().measure { _ = leftovers(many) } < .seconds(20))
    }
  }
}
