import Diagnostics
import Templates
import Testing

@Suite("What is wrong with the tags of one file")
struct SyntaxTests {
  @Test func unclosedTag() {
    let templates = MarkedTemplates(["page.html": "<p>\n  1️⃣{{title\n</p>{{other}}"])
    #expect(templates.mistakes() == ["1️⃣ 2 template-syntax: the tag is not closed by '}}'"])
  }

  @Test func unclosedTripleTag() {
    let templates = MarkedTemplates(["page.html": "1️⃣{{{title}}"])
    #expect(templates.mistakes() == ["1️⃣ 2 template-syntax: the tag is not closed by '}}}'"])
  }

  @Test func emptyNames() {
    let templates = MarkedTemplates(["page.html": "1️⃣{{ }} 2️⃣{{#}} 3️⃣{{>}} {{a}}"])
    #expect(
      templates.mistakes() == [
        "1️⃣ 5 template-syntax: the tag has no name",
        "2️⃣ 5 template-syntax: the tag has no name",
        "3️⃣ 5 template-syntax: the tag has no name",
      ])
  }

  @Test func namesOfSeveralWords() {
    let templates = MarkedTemplates(["page.html": "{{1️⃣two words}} {{2️⃣a..b}}"])
    #expect(
      templates.mistakes() == [
        "1️⃣ 9 template-syntax: a name must be one word",
        "2️⃣ 4 template-syntax: a dotted name must have a word on each side of a dot",
      ])
  }

  @Test func badDelimiters() {
    let templates = MarkedTemplates(["page.html": "1️⃣{{=<%=}}{{a}}"])
    #expect(
      templates.mistakes() == [
        "1️⃣ 8 template-syntax: a tag that sets delimiters must name two, without '=', such as '{{=<% %>=}}'"
      ])
  }

  @Test func sectionThatIsNeverClosed() {
    let templates = MarkedTemplates(["page.html": "<ul>\n1️⃣{{#items}}\n<li>\n2️⃣{{$b}}x"])
    #expect(
      templates.mistakes() == [
        "1️⃣ 10 unclosed-section: '{{#items}}' is never closed",
        "2️⃣ 6 unclosed-section: '{{$b}}' is never closed",
      ])
  }

  @Test func sectionsThatCross() throws {
    let templates = MarkedTemplates(["page.html": "{{#a}}\n{{#b}}\n1️⃣{{/a}}"])
    #expect(templates.mistakes() == ["1️⃣ 6 unclosed-section: '{{#b}}' is not closed before '{{/a}}'"])
    let note = try #require(templates.compile().diagnostics.first?.notes.first)
    #expect(note.message == "'{{#b}}' begins here")
    #expect(note.place?.position.line == 2)
  }

  @Test func misspeltClosingTag() {
    let templates = MarkedTemplates(["page.html": "{{#items}}x{{/1️⃣itmes}}y"])
    #expect(
      templates.mistakes() == [
        "1️⃣ 5 unclosed-section: '{{/itmes}}' does not close '{{#items}}'; did you mean 'items'?"
      ])
    #expect(templates.page() == "y")
  }

  @Test func closingTagsThatCloseNothing() {
    let templates = MarkedTemplates(["page.html": "1️⃣{{/a}}{{#items}}2️⃣{{/x}}{{/items}}"])
    #expect(
      templates.mistakes() == [
        "1️⃣ 6 template-syntax: '{{/a}}' closes nothing", "2️⃣ 6 template-syntax: '{{/x}}' closes nothing",
      ])
  }

  @Test func onlyBlocksInParents() {
    let templates = MarkedTemplates([
      "page.html": "{{<layout}} text {{! comment }} 1️⃣{{title}} {{$main}}{{title}}{{/main}}{{/layout}}",
      "layout.html": "{{$main}}{{/main}}",
    ])
    #expect(templates.mistakes() == ["1️⃣ 9 template-syntax: a parent can contain only blocks"])
  }

  @Test func blocksThatAreFilledTwice() {
    let templates = MarkedTemplates([
      "page.html": "{{<layout}}{{$a}}1{{/a}}{{$1️⃣a}}2{{/a}}{{/layout}}", "layout.html": "{{$a}}{{/a}}",
    ])
    #expect(templates.mistakes() == ["1️⃣ 1 template-syntax: 'a' is filled twice"])
    #expect(templates.page() == "1")
  }

  @Test func sameNameTwice() {
    let templates = MarkedTemplates(["page.html": "a", "page.txt": "1️⃣b"])
    #expect(templates.mistakes() == ["1️⃣ 1 duplicate-id: two templates are named 'page'"])
  }

  @Test func byteOrderMarkAndWindowsLines() {
    let templates = MarkedTemplates(["page.html": "\u{FEFF}{{#a}}\r\nx\r\n{{/a}}\r\n1️⃣{{/b}}"])
    #expect(templates.mistakes() == ["1️⃣ 6 template-syntax: '{{/b}}' closes nothing"])
    #expect(templates.page(.object(["a": .flag(true)])) == "x\r\n")
  }
}

@Suite struct HalfTagTests {
  @Test(arguments: ["<p>{name}}</p>", "<p>name}}</p>", "{{a}}b.c}}"])
  func isWarnedOf(_ text: String) {
    let source = TemplateSource(
      name: "x", text: SourceText(path: "x.html", text: text), escaping: .contextual)
    let diagnostics = TemplateSet.compile([source]).diagnostics
    #expect(diagnostics.map(\.id) == [.templateSyntax])
    #expect(diagnostics.map(\.severity) == [.warning])
  }

  @Test func bracesOfOtherLanguagesAreText() {
    let text = "<style>a{b{c:d}}</style><script>f({g:{}})</script>"
    let source = TemplateSource(
      name: "x", text: SourceText(path: "x.html", text: text), escaping: .contextual)
    #expect(TemplateSet.compile([source]).diagnostics == [])
  }
}
