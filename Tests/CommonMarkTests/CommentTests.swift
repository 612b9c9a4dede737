import Diagnostics
import Testing

@testable import CommonMark

/// Comments are shown to nobody: HTML's, and those of Obsidian.
@Suite struct CommentTests {
  @Test(arguments: [
    ("a %%secret%% b", "<p>a b</p>\n"),
    ("a %%secret%%", "<p>a</p>\n"),
    ("%%secret%% a", "<p>a</p>\n"),
    ("a%%secret%%b", "<p>ab</p>\n"),
    ("%%secret%%", ""),
    ("%% secret %%", ""),
    ("%%a secret%% %%another secret%%", ""),
    ("one\n\n%%\nsecret\n\n# secret\n\n- secret\n%%\n\ntwo", "<p>one</p>\n<p>two</p>\n"),
    ("one\n\n%% secret\nsecret %%\n\ntwo", "<p>one</p>\n<p>two</p>\n"),
    ("one %%secret\n\nsecret%% two", "<p>one</p>\n<p>two</p>\n"),
    ("%%\n```\nsecret\n%%\n\ntwo `x`", "<p>two <code>x</code></p>\n"),
    ("%%\n~~~\nsecret\n~~~\n%%\ntwo", "<p>two</p>\n"),
    ("# Title %%secret%%", "<h1 id=\"title\">Title</h1>\n"),
    ("> %%\n> secret\n> %%\n> said", "<blockquote>\n<p>said</p>\n</blockquote>\n"),
    ("- %%secret%% a", "<ul>\n<li>a</li>\n</ul>\n"),
    ("see section 5 %%check secret%% again", "<p>see section 5 again</p>\n"),
    ("see section 5 %% secret %%", "<p>see section 5</p>\n"),
    ("<!-- secret -->", ""),
    ("<!-- secret --> a", "<p>a</p>\n"),
    ("<!-- secret --> <!-- secret -->", ""),
    ("a <!-- secret\n\nsecret --> b", "<p>a</p>\n<p>b</p>\n"),
    ("<!--\nsecret\n\n--> b", "<p>b</p>\n"),
    ("[a %%secret%%](x)", "<p><a href=\"x\">a </a></p>\n"),
    ("|a %%x|secret%%|b|\n|---|---|\n|1|2 <!-- | secret -->|", nil),
    ("a [^1]\n\n[^1]: note %%secret%%", nil),
    ("> [!note] Title %%secret%%\n> text <!-- secret -->", nil),
    ("a {% comment %} secret {% endcomment %} b", "<p>a b</p>\n"),
    ("{%- comment -%}\nsecret\n\n# secret\n{%- endcomment -%}\n\ntwo", "<p>two</p>\n"),
    ("a {{/* secret */}} b", "<p>a b</p>\n"),
    ("{{- /* secret\n\nsecret */ -}}", ""),
    ("a {{< comment >}}secret{{< /comment >}} b", "<p>a b</p>\n"),
    ("{{% comment %}}\nsecret\n\n{{% /comment %}}", ""),
    ("a {# secret #} b", "<p>a b</p>\n"),
    ("{/* secret\n\nsecret */}", ""),
    ("a{::comment}secret{:/comment}b", "<p>ab</p>\n"),
    ("{{!-- secret --}} a", "<p>a</p>\n"),
    ("a year{>>secret<<}.", "<p>a year.</p>\n"),
    ("# Title {# secret #}", "<h1 id=\"title\">Title</h1>\n"),
    ("|a {% comment %}x|secret{% endcomment %}|b|\n|---|---|\n|1|2 {# | secret #}|", nil),
    ("`a` ` b %%secret%% `", nil),
    ("a ` b\n\n%%secret%% `", nil),
    ("a | `\n---|---\n1 | %%secret%% `", nil),
  ])
  func areShownToNobody(_ text: String, _ expected: String?) {
    let shown = html(text)
    if let expected { #expect(shown == expected) }
    if text != "`a` ` b %%secret%% `" { #expect(!shown.contains("secret"), "\(shown)") }
    #expect(!shown.utf8.contains(3))
  }

  @Test(arguments: [
    "50 %% of it", "50%% of it and 60 %% of that", "100 %%", "a %% b", "a %% b\n\nc %% d",
    "`%%a%%`", "`` %%a%% ` ``", "```\n%%a%%\n<!-- b -->\n```", "    %%a%%", "~~~\n%%b%%\n~~~",
    "`{# %% #}`", "`{{/* % */}}`", "```\n{% comment %}a{% endcomment %}\n```", "{% comment %} a",
    "{{</* a */>}}",
    "{{% /* a", "{>>a", "# A {#a-<}",
    "\\%%a%%", "`<!-- a -->`", "\\<!-- a -->", "a <!-- b", "%", "- a\n\n  ```\n  %%x%%\n  ```",
  ])
  func whatIsNoneStays(_ text: String) {
    let signs = text.filter { "%<".contains($0) }
    let document = document(text)
    #expect(document.plainText(of: 0).filter { "%<".contains($0) } == signs, "\(html(text))")
  }

  @Test func oneThatNothingClosesHidesTheRestAndIsTold() {
    for text in [
      "a\n\n%%\nsecret\n\n# secret", "a\n\n%%", "a\n\n<!-- secret\n\nsecret", "a %%secret b\n\nsecret",
    ] {
      let document = document(text)
      #expect(html(text) == "<p>a</p>\n")
      #expect(document.diagnostics.map(\.id) == [.unclosedComment])
    }
  }

  @Test func linksInThemAreNoneAndPlacesStayRight() {
    let document = document("%%[[secret]] [x](y)%% and [[b]]\n<!-- [[c]] --> [[d]]")
    #expect(document.links.map(\.target) == ["b", "d"])
    #expect(document.links.map(\.position.column) == [27, 16])
    #expect(document.headings.isEmpty)
  }

  @Test func strictCommonMarkKnowsOnlyThoseOfHTML() {
    #expect(html("%%a%% <!-- b -->", .strictCommonMark) == "<p>%%a%% <!-- b --></p>\n")
  }

  @Test func manyAreQuick() {
    for unit in [
      "%%", "%%a", "a%%", "%%a%%", "5 %% ", "<!--", "a<!--", "<!-- a -->", "`%%", "``%% ` ", "%%```%%",
    ] {
      let text = String(repeating: unit, count: 20_000 / unit.utf8.count)
      let time = ContinuousClock().measure { _ = document(text) }
      #expect(time < .seconds(5), "\(unit): \(time)")
    }
  }
}
