import Diagnostics
import TestSite
import Testing

/// What somebody else's files have in them that cannot be read: one diagnostic each on a page, none where nothing is published.
@Suite struct UnreadableFileTests {
  private static let controls = [
    "---\ntitle: a\u{1B}[31mb\n---\n# A\n", "# A\n\nred \u{1B}[31m\n\nand \u{7} and \u{1B}\n",
    "# A\n\n" + String(repeating: "text ", count: 20) + "\u{0}\n",
  ]

  private static let unreadable: [[UInt8]] = [
    utf16("---\ntitle: A\n---\nText.\n", isLittle: true), utf16("# A\n\nText.\n", isLittle: false),
    Array("# A\n\n".utf8) + [0xB9, 0xA4, 0xD2, 0xB5, 0xD5, 0xFE, 0xB2, 0xDF], [0xFF, 0xFE, 0, 0, 1, 2, 3],
    (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 167 ^ $0 >> 3) },
  ]

  private static func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
      return isLittle ? bytes : bytes.reversed()
    }
  }

  /// All in one, each at its path.
  private func site(_ files: [(path: String, bytes: [UInt8])]) async -> TestSite {
    await TestSite(
      [
        SourceText(path: "remit.yaml", text: "exclude: [left]\n"),
        SourceText(
          path: "schema.yaml", text: "kinds:\n  policy: {folder: policies, fields: {start: date}}\n"),
        SourceText(path: "content/index.md", text: "# Home\n"),
        SourceText(path: "content/left/x.md", text: "# X\n"),
      ] + files.map { SourceText(path: "content/\($0.path)", bytes: $0.bytes) })
  }

  @Test func aControlCharacterOnAPageIsOneWarning() async {
    let read = await site(Self.controls.enumerated().map { ("a\($0).md", Array($1.utf8)) })
    for number in Self.controls.indices { #expect(read.paths.contains("a\(number).html")) }
    #expect(
      read.diagnostics.map { $0.place?.path } == Self.controls.indices.map { "content/a\($0).md" },
      "\(read.printedDiagnostics)")
    #expect(read.diagnostics.allSatisfy { $0.severity == .warning && $0.help == "delete the character" })
  }

  @Test func aPageThatNobodyCanReadIsOneWarning() async {
    let read = await site(Self.unreadable.enumerated().map { ("a\($0).md", $1) })
    #expect(!read.paths.contains { $0.hasPrefix("a") && $0.hasSuffix(".html") })
    #expect(
      read.diagnostics.map { $0.place?.path } == Self.unreadable.indices.map { "content/a\($0).md" },
      "\(read.printedDiagnostics)")
    #expect(read.diagnostics.allSatisfy { $0.severity == .warning && $0.help?.hasPrefix("save ") == true })
  }

  @Test func whatIsHeldBackByItsPlaceStopsNothing() async {
    let texts = Self.controls.map { Array($0.utf8) } + Self.unreadable
    let read = await site(
      ["_a/b", "left/b", "node_modules/b", "policies/_b"].flatMap { path in
        texts.enumerated().map { ("\(path)\($0).md", $1) }
      })
    #expect(!read.diagnostics.hasErrors, "\(read.printedDiagnostics)")
  }

  @Test func aDraftStopsNothing() async {
    let texts = [
      "---\ntitle: a\u{1B}[31mb\ndraft: true\n---\n# A\n", "---\ndraft: true\n---\n# A\n\n\u{1B}[31m red\n",
      "---\ndraft: true\nstart: soon\n---\n# A\n",
    ]
    let read = await site(
      ["a", "policies/a"].flatMap { path in texts.enumerated().map { ("\(path)\($0).md", Array($1.utf8)) } })
    #expect(!read.diagnostics.hasErrors, "\(read.printedDiagnostics)")
    #expect(!read.paths.contains { $0.contains("a0") || $0.contains("a1") || $0.contains("a2") })
  }

  @Test func anEntityIsOneErrorAndOthersAreShown() async {
    let read = await site(
      Self.unreadable.enumerated().map { ("policies/a\($0).md", $1) }
        + [("policies/b.md", Array("---\ntitle: B\nstart: soon\n---\n".utf8))])
    let found = read.diagnostics.filter { $0.severity == .error }
    #expect(
      found.map { $0.place?.path } == Self.unreadable.indices.map { "content/policies/a\($0).md" }
        + ["content/policies/b.md"], "\(read.printedDiagnostics)")
    #expect(found.dropLast().allSatisfy { $0.id == .invalidUTF8 && $0.help?.hasPrefix("save ") == true })
  }
}
