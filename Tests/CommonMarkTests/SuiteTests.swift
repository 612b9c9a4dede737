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
    let different: Set = [6, 19, 20, 28, 29, 30]
    for example in examples where !different.contains(example.example) {
      let html = document(example.markdown, MarkdownOptions(unsafeHTML: true)).html()
      #expect(normalized(html) == normalized(example.html), "\(example)")
    }
  }

  /// White space between lines and at their ends is no difference.
  private func normalized(_ html: String) -> [String] {
    html.split(separator: "\n").map { $0.trimmingPrefix(while: \.isWhitespace) }.map(String.init)
  }
}

/// A document at `page.md`.
func document(_ text: String, _ options: MarkdownOptions = MarkdownOptions()) -> MarkdownDocument {
  parseMarkdown(Array(text.utf8)[...], path: "page.md", options: options)
}
