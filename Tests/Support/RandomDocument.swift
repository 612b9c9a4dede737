/// Documents put together at random from pieces of Markdown, the same for the same seed.
package struct RandomDocument {
  package private(set) var text = ""
  /// Every word in it that a reader must see.
  package private(set) var words: [String] = []
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    var body = ""
    for _ in 0..<(3 + next(20)) {
      for _ in 0..<next(4) { body += pick(Self.prefixes) }
      if next(8) == 0 {
        body += filled(pick(Self.fences))
      } else {
        for _ in 0...next(3) { body += filled(pick(Self.pieces)) }
      }
      body += next(4) == 0 ? "\n\n" : "\n"
    }
    // In front, because a fence that is still open would swallow the references.
    text = (1..<60).map { "[^n\($0)]" }.joined(separator: " ") + "\n\n" + body
  }

  private static let prefixes = [
    "> ", "- ", "* ", "1. ", "2) ", "  ", "    ", "\t", ">", " ", "# ", "", "", "",
  ]
  /// On lines of their own: of what follows on the line, readers see the first word only.
  private static let fences = ["```", "```", "~~~", "```W", "~~~~", "`````"]
  /// A colon right behind `[W]` would make it the name of a link, which nobody sees.
  package static let pieces = [
    "W", "W", "W W.", "*W*", "**W", "_W_", "`W", "`W`", "``W`", "~W~", "~~W~~", "~W", "\\~W", "\\[[W]]",
    "[[W]]",
    "[[W|W]]", "[[W", "W]]", "[[W#W@W]]", "![[W]]", "[W](http://x.y)", "![W](i.png)", "[W](java\nscript:x)",
    "[W]", "[W][ref]",
    "[[W]](u)", "[@W]", "[@W, W; @W]", "[@W](u)", "[", "]", "](", "[^n1]", "[^nope]", "[^D]: W", "[^D]:",
    "<b>W</b>", "<div>",
    "<W", "<http://W.z>", "http://W.z/a_b_", "www.W.z", "W@W.zz", "|", "| W | W |", "|W|W", "|-|-|",
    "| --- | :-: |", "|--", "---",
    "===", "***", "\n", "\n\n", "\t", "  \n", "\\", "\\\n", "&amp;", "&W", "- [ ] W", "- [x] W",
    "> [!note] W",
    "> [!tip]", "!!! note\n    W", "!!! W\n", "??? tip \"W\"\n", "\n:::note W\n", "\n:::tip[W]\n", "\n:::\n",
    "\n::::info\n", "> W", "- W", "1. W", "    W", "# W", "## W {#W}", "[ref]: /url\n", "<?W", "<pre>",
    "</pre>",
    "\u{FE0F}W", "制W度。", "\u{1}", "\r",
  ]

  private mutating func filled(_ piece: String) -> String {
    var filled = ""
    for character in piece {
      switch character {
      case "W":
        words.append("w\(words.count)q")
        filled += words[words.count - 1]
      case "D":
        filled += "n\(1 + words.count % 59 )"
      default: filled.append(character)
      }
    }
    return filled
  }

  private mutating func pick(_ choices: [String]) -> String { choices[next(choices.count)] }

  private mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(truncatingIfNeeded: state >> 33) % limit
  }
}
