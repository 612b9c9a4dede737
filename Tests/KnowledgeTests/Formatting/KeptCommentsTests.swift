import Testing

/// Comments stay, and stay with what they are about.
@Suite struct KeptCommentsTests {
  @Test func aCommentGoesWithTheEntryBelowIt() async {
    await #expect(
      formatted("# Of the walk.\nsummary: A walk.\n# Of the name.\n#  In two lines.\ntitle: Ridge\n")
        == "# Of the name.\n#  In two lines.\ntitle: Ridge\n# Of the walk.\nsummary: A walk.\n")
  }

  @Test func aCommentBehindAnEntryStaysOnItsLine() async {
    await #expect(
      formatted(
        "summary: A walk.   #  short\nopened: # unsure\n  2001\ntitle: Ridge #best\nnames: [A] # all\n")
        == "title: Ridge #best\nsummary: A walk. #  short\nnames: [A] # all\nopened: 2001 # unsure\n")
  }

  @Test func aCommentAtTheTopIsAboutTheWhole() async {
    await #expect(
      formatted("# Made by hand.\n\nsummary: A walk.\ntitle: Ridge\n")
        == "# Made by hand.\n\ntitle: Ridge\nsummary: A walk.\n")
  }

  @Test func whatWasCommentedOutStaysInItsList() async {
    await #expect(
      formatted(
        "names:\n  - A\n  # - B\ntitle: Ridge\nstages:\n  - text: Up.\n    # led_by: anna\n  # - text: Down.\n# number: 1\n"
      )
        == "title: Ridge\nnames:\n  - A\n  # - B\nstages:\n  - text: Up.\n    # led_by: anna\n  # - text: Down.\n# number: 1\n"
    )
  }

  @Test func bracketsWithACommentInThemBecomeLines() async {
    await #expect(
      formatted(
        "title: Ridge\nnames: [ # by fame\n  A, # first\n  # then\n  B,\n] # all\nguide: {to: anna, # who\n  note: Old.}\n"
      )
        == """
        title: Ridge
        # by fame
        names: # all
          - A # first
          # then
          - B
        guide:
          to: anna # who
          note: Old.

        """)
  }

  @Test func aCommentBehindAnItemStaysBehindIt() async {
    await #expect(
      formatted("title: Ridge\nstages:\n  - {text: Up., # in\n    led_by: anna} # end\n  - text: Down.\n")
        == "title: Ridge\nstages:\n  - text: Up. # in\n    led_by: anna # end\n  - text: Down.\n")
  }

  @Test func emptyLinesStayOneByOne() async {
    await #expect(
      formatted("\n\ntitle: Ridge\n\n\n# Of the walk.\n\nsummary: A walk.\n\n")
        == "title: Ridge\n\n# Of the walk.\n\nsummary: A walk.\n")
  }

  @Test func aHashWithinATextIsNoComment() async {
    await #expect(
      formatted("title: Ridge#1\nsummary: \"A # b\"\nnumber: |\n  # 1\n")
        == "title: Ridge#1\nsummary: \"A # b\"\nnumber: |\n  # 1\n")
  }

  /// Whatever key of the item it was above: nothing stands between the dash and the first key.
  @Test(arguments: [
    "- role: lead\n    # why\n    to: anna", "-\n    # why\n    to: anna\n    role: lead",
    "- {\n    # why\n    to: anna, role: lead}", "- # why\n    role: lead\n    to: anna",
  ])
  func aCommentAboveTheFirstKeyOfAnItemStandsAboveTheItem(_ item: String) async {
    let above = "  # why\n  - {to: anna, role: lead}\n"
    let behind = "  - {to: anna, role: lead} # why\n"
    await #expect(
      formatted("title: Ridge\nkept_by:\n  \(item)\n")
        == "title: Ridge\nkept_by:\n" + (item.hasPrefix("- #") ? behind : above))
  }

  private func formatted(_ frontMatter: String) async -> String {
    await FormattedText("---\n\(frontMatter)---\n").frontMatter
  }
}
