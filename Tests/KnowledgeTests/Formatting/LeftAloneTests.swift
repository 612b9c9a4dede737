import Testing

/// What can't be written anew without a doubt is left as it is, and the reason is told; what surrounds it stays to the byte.
@Suite struct LeftAloneTests {
  @Test(arguments: [
    ("title: &a Ridge\nsummary: *a\n", "YAML alias"), ("title: !!str Ridge\n", "YAML tag"),
    ("title: Ridge\ntitle: Ridge\n", "given twice"), ("title: Ridge\n<<: {a: b}\n", "merge key"),
    ("title: [Ridge\n", "never closed"), ("title: Ridge\nopened: 1 June 2001\n", "not an EDTF date"),
    ("title: Ridge\nheight: 3\n", "no field 'height'"),
    ("title: Ridge\r\nsummary: A walk.\n", "several kinds of line ends"),
    ("\ttitle: Ridge\n", "tab"), ("title: \"a\\u0000\"\n", "invisible"),
  ])
  func aFileWithAMistakeIsLeftAlone(_ frontMatter: String, _ reason: String) async {
    let text = await FormattedText("---\n\(frontMatter)---\n").text
    #expect(text.hasPrefix("left alone: "))
    #expect(text.contains(reason), "\(text)")
  }

  @Test(arguments: [
    "", "---\n---\n", "---\n# Only this.\n---\n", "# Top\n\n---\nb:  1\n---\n", "---\n\n---\n",
  ])
  func whereThereIsNothingToFormNothingIsDone(_ start: String) async {
    let text = await FormattedText(start + "# Ridge\n").text
    #expect(text == start + "# Ridge\n")
  }

  @Test func theBodyStaysToTheByte() async {
    let body = "\r\n  # Ridge  \n\n---\n\ttitle:  x\r\r\n---\n\u{200B}no end"
    await #expect(
      FormattedText("---\ntitle:   Ridge\n---  \n\(body)").text == "---\ntitle: Ridge\n---\n\(body)")
  }

  @Test func marksAndLineEndsStay() async {
    await #expect(
      FormattedText("\u{FEFF}---\ntitle:   Ridge\n...\nText\n").text
        == "\u{FEFF}---\ntitle: Ridge\n---\nText\n")
    await #expect(
      FormattedText("---\r\nsummary: |\r\n  A\r\n  b\r\ntitle:   Ridge\r\n---\r\nText\r\n").text
        == "---\r\ntitle: Ridge\r\nsummary: |\r\n  A\r\n  b\r\n---\r\nText\r\n")
    await #expect(FormattedText("---\rtitle:   Ridge\r---\rText\n").text == "---\rtitle: Ridge\r---\rText\n")
  }

  @Test func aLineEndThatIsEscapedIsWrittenAsTheOthersAre() async {
    let text = "---\ntitle: Ridge\nsummary: \"one \\\n  two \\\n  three\"\n---\nText\n"
    await #expect(FormattedText(text.replacing("title: ", with: "title:   ")).text == text)
    let other = text.replacing("\n", with: "\r\n")
    await #expect(FormattedText(other.replacing("title: ", with: "title:   ")).text == other)
  }

  @Test(arguments: ["|+", ">+"])
  func noEmptyLineIsAddedToATextThatKeepsThem(_ sign: String) async {
    let number = "number: \(sign)\n  7\n"
    await #expect(
      FormattedText("---\ntitle: Ridge\n\nopened: 2001\n\(number)---\n").frontMatter
        == "title: Ridge\n\(number)opened: 2001\n")
    await #expect(
      FormattedText("---\ntitle: Ridge\n\n# When.\nopened: 2001\n\(number)\n---\n").frontMatter
        == "title: Ridge\n\(number)\n# When.\nopened: 2001\n")
  }

  /// Of 12,000 items each would be copied for each, otherwise.
  @Test(.timeLimit(.minutes(1))) func manyItemsTakeTheirTimeOnce() async {
    let items = (0..<12_000).map { "  - {source: map, quote: Q\($0), to: p\($0)}\n" }.joined()
    let aliases = (0..<12_000).map { "  - {sort: variant, name: A\($0)}\n" }.joined()
    let text = await FormattedText("---\ntitle: Ridge\nkept_by:\n\(items)aliases:\n\(aliases)---\n").text
    #expect(text.contains("  - {to: p11999, quote: \"Q11999\"}\n"))
    #expect(text.contains("  - {name: A11999, sort: variant}\n"))
  }

  @Test func whatNobodySeesStaysAsItIsWritten() async {
    let kept = "title: \"a\\u00A0b\"\nsummary: c\u{A0}d\nnames: [\"👩‍👩‍👧\", \"e\\tf\", 👩‍👩‍👧 g, \"\\e[31m\"]\n"
    let written = kept.replacing(", \"\\e[31m\"", with: "")
    await #expect(FormattedText("---\n\(written)---\n").frontMatter == written)
  }
}
