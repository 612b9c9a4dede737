import Testing

@testable import CommonMark

@Suite struct SuiteTests {
  @Test(
    .enabled(
      if: Suites.has("commonmark-0.30.json"), "the CommonMark suite is not at hand: see ../shared/suites"))
  func everyExampleOfCommonMark() throws {
    let examples = try Suites.examples("commonmark-0.30.json")
    #expect(examples.count == 652)
    for example in examples {
      let html = document(example.markdown, .strictCommonMark).html()
      #expect(html == example.html, "\(example)")
    }
  }

  @Test(
    .enabled(if: Suites.has("gfm-extensions.json"), "the GFM suite is not at hand: see ../shared/suites"))
  func everyExampleOfGFMButThoseWeDifferOn() throws {
    let examples = try Suites.examples("gfm-extensions.json")
    #expect(examples.count == 30)
    let different: Set = [6, 19, 20, 22, 28, 29, 30]
    for example in examples where !different.contains(example.example) {
      let html = document(example.markdown, MarkdownOptions(unsafeHTML: true)).html()
      #expect(normalized(html) == normalized(example.html), "\(example)")
    }
  }

  /// Where we differ on purpose: alignment is a class, check boxes have a label, `xmpp:` is no URL, and comments are for
  /// authors only.
  @Test(
    .enabled(if: Suites.has("gfm-extensions.json"), "the GFM suite is not at hand: see ../shared/suites"))
  func examplesOfGFMThatWeDifferOn() throws {
    for example in try Suites.examples("gfm-extensions.json") {
      let html = document(example.markdown, MarkdownOptions(unsafeHTML: true)).html()
      guard let expected = ours(example) else { continue }
      #expect(normalized(html) == normalized(expected), "\(example)")
    }
  }

  /// What GFM's answer becomes with us.
  private func ours(_ example: Suites.Example) -> String? {
    switch example.example {
    case 6:
      return example.html.replacing(/align="(\w+)"/) { "class=\"align-\($0.1)\"" }
    case 19:
      let address = "<a href=\"mailto:scyther@pokemon.com\">scyther@pokemon.com</a>"
      return example.html.replacing(/<a href="xmpp:[^"]*">xmpp:[^<\/]*(\/message)?<\/a>/) {
        "xmpp:\(address)\($0.1 ?? "")"
      }
    case 20:
      return "<p>This shouldn't crash everything: (<em>A</em>@_.A</p>\n"
    case 22:
      return example.html.replacing(/(?s)<!--.*?-->/, with: "")
    case 28, 29, 30:
      return example.html.replacing(/<li>(<input [^>]*> \w+)/) {
        "<li class=\"task\"><label>\($0.1)</label>"
      }
    default: return nil
    }
  }

  /// White space between lines and at their ends is no difference; nor are the labels of ways back.
  private func normalized(_ html: String) -> [String] {
    html.replacing(/aria-label="Back to [^"]*"/, with: "").split(separator: "\n").map {
      $0.trimmingPrefix(while: \.isWhitespace)
    }.map(String.init)
  }
}
