import Diagnostics
import TestSupport
import Testing

@testable import CommonMark

/// Whatever tags are thrown together, the page is balanced and has no element or attribute beyond the list.
@Suite struct HTMLSoupTests {
  private static let names =
    HTMLElementName.allCases.map(\.rawValue) + [
      "script", "svg", "math", "style", "center", "form", "x-y", "TD", "Select",
    ]

  private static let pieces = [
    "w", "w", " ", "\n", "\n\n", "- ", "> ", "# ", "**", "*", "[a](b)", "[[c]]", "[^1]", "[@d]", "http://e.f",
    "|", "|-|\n",
    "&lt;script&gt;", "&#60;b&#62;", "`", "```\n", "<", ">", "\"", "'", "<!--", "-->", "<![CDATA[", "]]>",
    "<?", "?>",
    "![i](j)", "]", "](k)", "~~", "\n    ", "{", "}}", "\\", "<a href=\"", "<b title='", "\n[^1]: n\n", "&",
    "--", "/>",
  ]

  private static let attributes = [
    " id=x", " id='fn-1'", " class=\"y\"", " style=\"a:b\"", " onclick=alert(1)", " href=javascript:x",
    " href=\"a.md\"",
    " src=\"data:x\"", " src=i.png", " title='<b>'", " lang=de", " dir=rtl", " colspan=2", " align=center",
    " open", " href",
    " href=\"x\ny\"", " title=\"&quot;><script>\"", " name=z", " width=5", " srcdoc=x", " xlink:href=x",
    " formaction=x",
  ]

  private static func soup(_ seed: UInt64) -> String {
    var dice = SeededGenerator(seed: seed)
    var text = ""
    for _ in 0..<Int.random(in: 2...60, using: &dice) {
      let name = names.randomElement(using: &dice) ?? "b"
      switch Int.random(in: 0..<10, using: &dice) {
      case 0..<4:
        text += "<" + name
        for _ in 0..<Int.random(in: 0...2, using: &dice) {
          text += attributes.randomElement(using: &dice) ?? ""
        }
        text += Int.random(in: 0..<8, using: &dice) == 0 ? "/>" : ">"
      case 4..<7: text += "</\(name)>"
      default: text += pieces.randomElement(using: &dice) ?? ""
      }
    }
    return text
  }

  @Test func anySoupIsWhole() {
    for seed in UInt64(1)...3_000 {
      let text = Self.soup(seed)
      let parsed = document(text)
      let html = parsed.html()
      var reader = StrictHTML(html)
      if let problem = reader.problem() ?? treeProblem(in: parsed) {
        Issue.record("seed \(seed): \(problem)\n--\n\(text)\n--\n\(html)")
        return
      }
      for link in parsed.links { #expect(parsed.nodes[link.node].link.map { parsed.links[$0] } == link) }
    }
  }

  @Test func theReaderSeesWhatIsWrong() {
    for wrong in [
      "<b>", "</b>", "<b></i></b>", "<script></script>", "<b onclick=\"x\"></b>", "<p><div></div></p>",
      "<b style=\"x\"></b>",
      "<a href=\"x\"><b><a href=\"y\"></a></b></a>", "<a href=\"javascript:x\"></a>", "<table>a</table>",
      "<ul><b></b></ul>",
      "<p class=\"x\"></p>", "<i id=\"x\"></i><i id=\"x\"></i>", "<b title=\"<\"></b>", "<li></li>",
    ] {
      var reader = StrictHTML(wrong)
      #expect(reader.problem() != nil, "\(wrong)")
    }
  }
}

/// Reads HTML as it is meant to be written here, and nothing else.
private struct StrictHTML {
  private var rest: Substring
  private var open: [String] = []
  private var ids: Set<String> = []

  init(_ html: String) { rest = html[...] }

  mutating func problem() -> String? {
    while let next = rest.first {
      if next == "<" {
        if let problem = readTag() { return problem }
      } else {
        let text = rest.prefix { $0 != "<" }
        let isBlank = text.allSatisfy(\.isWhitespace)
        if !isBlank, let last = open.last, Self.structural.contains(last) { return "text in <\(last)>" }
        rest = rest[text.endIndex...]
      }
    }
    return open.last.map { "<\($0)> is open" }
  }

  private mutating func readTag() -> String? {
    guard let end = rest.firstIndex(of: ">") else { return "a tag without an end" }
    var tag = rest[rest.index(after: rest.startIndex)..<end]
    rest = rest[rest.index(after: end)...]
    if tag.first == "/" {
      return open.popLast() == String(tag.dropFirst()) ? nil : "</\(tag.dropFirst())> closes nothing"
    }
    let name = String(tag.prefix { $0.isLetter || $0.isNumber })
    tag = tag.dropFirst(name.count)
    let isVoid = tag.hasSuffix(" /")
    if isVoid { tag = tag.dropLast(2) }
    if let problem = place(name) { return problem }
    while !tag.isEmpty {
      tag = tag.drop { $0 == " " }
      let attribute = String(tag.prefix { $0 != "=" && $0 != " " })
      tag = tag.dropFirst(attribute.count)
      var value = ""
      if tag.hasPrefix("=\"") {
        tag = tag.dropFirst(2)
        value = String(tag.prefix { $0 != "\"" })
        tag = tag.dropFirst(value.count + 1)
      }
      if let problem = take(attribute, value, of: name) { return problem }
    }
    if !isVoid { open.append(name) }
    return nil
  }

  private func place(_ name: String) -> String? {
    let known =
      HTMLElementName(rawValue: name) != nil || ["aside", "section", "input", "label"].contains(name)
    guard known else { return "<\(name)> is not on the list" }
    if name == "a", open.contains("a") { return "a link in a link" }
    let parent = open.last ?? ""
    if Self.structural.contains(parent), Self.parents[name]?.contains(parent) != true {
      return "<\(name)> in <\(parent)>"
    }
    if let parents = Self.parents[name], !parents.contains(parent) { return "<\(name)> in <\(parent)>" }
    let isBlock = Self.blocks.contains(name)
    if isBlock, open.contains(where: { Self.textOnly.contains($0) }),
      !open.contains(where: { $0 == "td" || $0 == "th" })
    {
      return "<\(name)> in a line"
    }
    if isBlock, let parent = open.last, Self.textOnly.contains(parent) { return "<\(name)> in <\(parent)>" }
    return nil
  }

  private mutating func take(_ attribute: String, _ value: String, of name: String) -> String? {
    guard !value.contains("<") else { return "an angle bracket in \(attribute)" }
    switch attribute {
    case "id": return ids.insert(value).inserted ? nil : "the id \(value) stands twice"
    case "href", "src":
      return value.lowercased().contains("script:") || value.hasPrefix("data:") ? value : nil
    case "class":
      let isOwn =
        ["task", "footnotes", "footnote-ref", "footnote-backref", "citation"].contains(value)
        || value.hasPrefix("aside") || value.hasPrefix("language-") || value.hasPrefix("align-")
      return isOwn ? nil : "the class \(value)"
    case "title", "lang", "dir", "alt", "width", "height", "colspan", "rowspan", "scope", "open", "start",
      "type", "value",
      "span", "reversed", "datetime", "role", "aria-label", "checked", "disabled", "data-footnotes",
      "data-footnote-ref",
      "data-footnote-backref":
      return nil
    default: return "the attribute \(attribute) of <\(name)>"
    }
  }

  private static let structural: Set = [
    "table", "thead", "tbody", "tfoot", "tr", "ul", "ol", "dl", "colgroup",
  ]
  private static let textOnly: Set = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "pre", "a", "b", "i", "em", "strong", "span", "sub",
    "sup", "ruby",
    "rt", "kbd", "del", "ins", "mark", "abbr", "code",
  ]
  private static let blocks: Set = [
    "p", "div", "blockquote", "details", "figure", "ul", "ol", "dl", "table", "hr", "pre", "h1", "h2", "h3",
    "h4", "h5", "h6",
    "aside", "section",
  ]
  private static let parents: [String: Set<String>] = [
    "li": ["ul", "ol"], "dt": ["dl"], "dd": ["dl"], "tr": ["table", "thead", "tbody", "tfoot"], "td": ["tr"],
    "th": ["tr"],
    "thead": ["table"], "tbody": ["table"], "tfoot": ["table"], "caption": ["table"], "colgroup": ["table"],
    "col": ["colgroup", "table"], "summary": ["details"], "figcaption": ["figure"], "rt": ["ruby"],
    "rp": ["ruby"],
  ]
}
