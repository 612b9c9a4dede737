import Testing

/// What three or more lines say alike is said once, where that means the same.
@Suite struct DrawnDefaultsTests {
  @Test func aSourceThatThreeLinesNameGoesToTheTop() async {
    await becomes(
      """
      title: {is: Ridge, source: map, quote: "Ridge"}
      opened: {is: 2001, source: map, at: p. 2}
      guide: {to: anna, source: map, quote: "Anna"}
      aliases:
        - {name: R, source: map}
      """,
      """
      defaults: {source: map}
      title: {is: Ridge, quote: "Ridge"}
      opened: {is: 2001, at: p. 2}
      guide: {to: anna, quote: "Anna"}
      aliases:
        - {name: R, source: map}

      """)
  }

  @Test func aQualifierThatSaysNothingIsNone() async {
    await becomes(
      """
      title: {is: Ridge, source: map}
      opened: {is: 2001, source: map}
      length: {is: 3 km, source: map}
      kept_by: [{to: anna, role: ~}]
      """,
      """
      defaults: {source: map}
      title: {is: Ridge}
      opened: {is: 2001}
      length: {is: 3 km}
      kept_by:
        - {to: anna, role: ~}

      """)
  }

  @Test func withItGoesThePlaceThatTheyShare() async {
    await becomes(
      """
      title: {is: Ridge, source: map, at: page 1 below the title}
      summary: {is: A walk., source: map, at: page 1 below the title}
      opened: {is: 2001, source: map, at: page 1 below the title}
      length: {is: 3 km, source: map, at: p. 2}
      number: {is: "7", source: map}
      names: {is: [A], source: letter, at: page 1 below the title}
      guide: {to: anna, source: map, at: page 1 below the title}
      """,
      // Whoever names no place has none, and a bare name is nobody's words.
      """
      defaults: {source: map, at: page 1 below the title}
      title: {is: Ridge}
      summary: {is: A walk.}
      number: {is: "7", source: map}
      names: {is: [A], source: letter, at: page 1 below the title}
      opened: {is: 2001}
      length: {is: 3 km, at: p. 2}
      guide: {to: anna, source: map, at: page 1 below the title}

      """)
  }

  @Test func twoAreNotEnough() async {
    let two = "title: {is: Ridge, source: map}\nopened: {is: 2001, source: map}\nguide: anna\n"
    await becomes(two, two)
  }

  @Test func nothingIsPutIntoASourcesMouth() async {
    let own =
      "title: {is: Ridge, source: map}\nsummary: {is: A walk., note: I think.}\n"
      + "opened: {is: 2001, source: map}\nlength: {is: 3 km, source: map}\n"
    await becomes(own, own)
  }

  @Test func recordsAndWhatIsInThemGoByTheSameRule() async {
    await becomes(
      """
      title: Ridge
      stages:
        - {id: up, text: {is: Up., note: Steep.}, source: map, quote: "up"}
        - {id: on, text: {is: On., source: letter}, source: map, quote: "on"}
        - {id: down, text: {is: Down., source: map}}
        - {id: home, led_by: {to: anna, source: map, quote: "A"}}
      """,
      """
      defaults: {source: map}
      title: Ridge
      stages:
        - {id: up, text: {is: Up., note: Steep.}, quote: "up"}
        - {id: on, text: {is: On., source: letter}, quote: "on"}
        - {id: down, text: {is: Down.}}
        - {id: home, led_by: {to: anna, quote: "A"}}

      """)
  }

  @Test func whatRepeatsDefaultsGoes() async {
    await becomes(
      "title: {is: Ridge, source: map}\nopened: {is: 2001, at: p. 2, source: map}\ndefaults: {at: p. 2, source: map}\n",
      "defaults: {source: map, at: p. 2}\ntitle: {is: Ridge, source: map}\nopened: {is: 2001}\n")
  }

  @Test func aSourceWithACommentStays() async {
    await becomes(
      """
      title: {is: Ridge, source: map}
      opened:
        is: 2001
        # The old one.
        source: map
      length: {is: 3 km, source: map}
      number: {is: "7", source: map}
      """,
      """
      defaults: {source: map}
      title: {is: Ridge}
      number: {is: "7"}
      opened:
        is: 2001
        # The old one.
        source: map
      length: {is: 3 km}

      """)
  }

  @Test func itemsThatShareTheirWordsBecomeAGroup() async {
    await becomes(
      """
      title: Ridge
      kept_by:
        - {to: anna, role: lead, order: 1, source: map, quote: "Anna, Ben and Cy", at: p. 2}
        - {to: ben, role: lead, order: 2, source: map, quote: "Anna, Ben and Cy", at: p. 2, note: Of the club.}
        - {to: cy, order: 3, role: lead, source: map, quote: "Anna, Ben and Cy", at: p. 2}
      """,
      """
      title: Ridge
      kept_by:
        source: map
        quote: "Anna, Ben and Cy"
        at: p. 2
        role: lead
        order: listed
        items: [anna, {to: ben, note: Of the club.}, cy]

      """)
  }

  @Test func groupsStandAmongOtherItems() async {
    await becomes(
      """
      title: Ridge
      kept_by:
        - dora
        # Both.
        - {to: anna, since: 2001, source: map, quote: "Anna, Ben"}
        - {to: ben, since: 2002, source: map, quote: "Anna, Ben"}
        - {to: cy, source: map, quote: "Cy"}
        - {to: emil, source: map, quote: "Emil"} # alone
      """,
      """
      defaults: {source: map}
      title: Ridge
      kept_by:
        - dora
        # Both.
        - {quote: "Anna, Ben", items: [{to: anna, since: 2001}, {to: ben, since: 2002}]}
        - {to: cy, quote: "Cy"}
        - {to: emil, quote: "Emil"} # alone

      """)
  }

  @Test func groupsThatAreThereAreKeptInOrder() async {
    await becomes(
      """
      title: Ridge
      kept_by: {items: [anna, {role: lead, to: ben}], quote: we, order: listed, source: map}
      aliases: [{items: [R, {sort: former, name: S}], source: letter, quote: "R, S"}]
      opened: {claims: {items: [{is: 2001}, {at: p. 2, is: 2002}], source: map}, state: open}
      """,
      """
      title: Ridge
      opened:
        claims: {source: map, items: [{is: 2001}, {is: 2002, at: p. 2}]}
        state: open
      kept_by: {source: map, quote: "we", order: listed, items: [anna, {to: ben, role: lead}]}
      aliases:
        - {source: letter, quote: "R, S", items: [R, {name: S, sort: former}]}

      """)
  }

  /// By whatever name: what stands around an item is its own where both names mean one source.
  @Test(arguments: ["source/map", "map", "~", "letter"])
  func aGroupKeepsItsSourceWhereAnItemNamesOne(_ name: String) async {
    let group = """
      defaults: {source: map}
      title: Ridge
      kept_by: {source: map, at: p. 1, items: [anna, {to: ben, source: \(name), quote: "Ben"}]}

      """
    await becomes(group, group)
    let claims = """
      defaults: {source: map}
      title: Ridge
      opened: {source: map, at: p. 1, items: [{is: 2001}, {is: 2002, source: \(name)}]}

      """
    await becomes(claims, claims)
  }

  @Test func whatOnlyLooksAlikeIsNotTheSame() async {
    let quotes = """
      title: Ridge
      kept_by:
        - {to: anna, source: map, quote: "\u{F9DC}"}
        - {to: ben, source: map, quote: "\u{9686}"}

      """
    await becomes(quotes, quotes)
    let qualifiers = """
      title: Ridge
      kept_by: {source: map, quote: "we", items: [{to: anna, order: caf\u{E9}}, {to: ben, order: cafe\u{301}}]}

      """
    await becomes(qualifiers, qualifiers)
    let title = "title: Ridge\nopened: {is: 2001, "
    let places = "defaults: {source: map, at: caf\u{E9}}\n" + title
    await becomes(places + "source: map, at: cafe\u{301}}\n", places + "at: cafe\u{301}}\n")
  }

  private func becomes(_ frontMatter: String, _ form: String, _ place: SourceLocation = #_sourceLocation)
    async
  {
    let end = frontMatter.hasSuffix("\n") ? "" : "\n"
    let formatted = await FormattedText("---\n\(frontMatter)\(end)---\n").frontMatter
    #expect(Array(formatted.utf8) == Array(form.utf8), "\(formatted)", sourceLocation: place)
  }
}
