import CommonMark
import Diagnostics
import Knowledge
import TestSite
import Testing

/// Pages in other encodings are read where it is certain which one that is, and held back where it is not.
@Suite struct FileEncodingTests {
  private static let chinese: [UInt8] = [0xB9, 0xA4, 0xD2, 0xB5, 0xD5, 0xFE, 0xB2, 0xDF]

  private func site(_ bytes: [UInt8]) async -> TestSite {
    await TestSite([
      SourceText(path: "content/index.md", text: "# Home\n"), SourceText(path: "content/a.md", bytes: bytes),
    ])
  }

  private func latin1(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  private func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit in
      let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
      return isLittle ? bytes : bytes.reversed()
    }
  }

  @Test(arguments: [true, false])
  func utf16IsRead(_ isLittle: Bool) async {
    let read = await site(utf16("---\ntitle: 政策\n---\nTexte é 🏭\n", isLittle: isLittle))
    #expect(read.paths.contains("a.html"))
    #expect(read.diagnostics.isEmpty)
    #expect(read.graph.entities.contains { $0.body?.plainText(of: 0) == "Texte é 🏭" })
    let draft = await site(utf16("---\ndraft: true\n---\nx", isLittle: isLittle))
    #expect(!draft.paths.contains("a.html"))
  }

  @Test(arguments: [
    "Le café du musée\n", "Ma\u{F1}ana\n\n\u{A7} 5 (\u{A9} 2001)\n",
    "---\ntitle: Gr\u{FC}n\n---\nStra\u{DF}e\n",
  ])
  func westernTextsAreRead(_ text: String) async {
    let read = await site(latin1(text))
    #expect(read.paths.contains("a.html"))
    #expect(
      read.printedDiagnostics.contains(
        "warning[invalid-utf8]: this file is not in UTF-8, so it is read as Windows-1252"))
    #expect(read.printedDiagnostics.contains("iconv -f WINDOWS-1252 -t UTF-8"))
    #expect(read.diagnostics.count == 1)
  }

  @Test func whatItSaysOfPublishingHolds() async {
    #expect(!(await site(latin1("---\ndraft: true\n---\ncaf\u{E9}"))).paths.contains("a.html"))
    #expect(!(await site(latin1("---\ndraft: tru\u{E9}\n---\ncafe"))).paths.contains("a.html"))
  }

  @Test func whatNobodyCanTellIsHeldBack() async {
    let kinds: [(bytes: [UInt8], help: String)] = [
      (Self.chinese, "GB18030"), (Array("Title ".utf8) + Self.chinese.prefix(2), "GB18030"),
      (Array("# 政策\n".utf8) + [0xE5, 0xB7], "…"), ([0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], "GB18030"),
      (latin1("Za\u{BF}\u{F3}\u{B3}\u{E6}"), "GB18030"), ([0x82, 0xA0, 0x82, 0xA2, 0x83, 0x41], "GB18030"),
    ]
    for (bytes, help) in kinds {
      let read = await site(bytes)
      #expect(!read.paths.contains("a.html"), "\(bytes)")
      #expect(read.printedDiagnostics.contains("warning[unclear-publishing]"), "\(bytes)")
      #expect(
        read.printedDiagnostics.contains("iconv -f \(help) -t UTF-8"), "\(bytes) \(read.printedDiagnostics)")
      #expect(read.diagnostics.count == 1)
    }
  }

  @Test func anEntityMustBeInUTF8() async {
    let read = await TestSite([
      SourceText(path: "schema.yaml", text: "kinds:\n  policy: {folder: policies, fields: {}}\n"),
      SourceText(path: "content/policies/a.md", bytes: latin1("---\ntitle: A\n---\ncaf\u{E9}")),
    ])
    #expect(
      read.printedDiagnostics.contains(
        "content/policies/a.md:4:4: error[invalid-utf8]: this file is not in UTF-8"))
  }
}
