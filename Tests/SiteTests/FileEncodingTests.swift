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

  /// Letters that have the same bytes in every encoding of Latin letters can be read whichever it is.
  @Test(arguments: [
    ("Le caf\u{E9} du mus\u{E9}e\n", "Le café du musée"), ("\u{A7} 5 Gru\u{DF}\n", "§ 5 Gruß"),
    ("---\ntitle: Gr\u{FC}n\n---\nStra\u{DF}e\n", "title: Grün"),
  ])
  func lettersThatAreTheSameEverywhereAreRead(_ text: String, _ line: String) async {
    let read = await site(latin1(text))
    #expect(read.paths.contains("a.html"))
    #expect(
      read.printedDiagnostics.contains(
        "warning[invalid-utf8]: this file is not in UTF-8, so it is read as Windows-1252: “\(line)”"),
      "\(read.printedDiagnostics)")
    #expect(read.printedDiagnostics.contains("iconv -f WINDOWS-1252 -t UTF-8"))
    #expect(read.diagnostics.count == 1)
  }

  /// `õ` in Windows-1252 is `ő` in Windows-1250: nobody can tell from the bytes, so nothing is published.
  @Test(arguments: [
    ("O\u{F9} est le caf\u{E9}\n", "“Où est le café” in windows-1252, “Oů est le café” in windows-1250"),
    ("id\u{F5} \u{E9}s\n", "“idõ és” in windows-1252, “idő és” in windows-1250"),
    ("# A\n\nZa\u{BF}\u{F3}\u{B3}\u{E6}\n", "“Za¿ó³æ” in windows-1252, “Zażółć” in windows-1250"),
  ])
  func otherLettersAreNeverGuessed(_ text: String, _ readings: String) async {
    let read = await site(latin1(text))
    #expect(!read.paths.contains("a.html"))
    #expect(read.diagnostics.count == 1)
    #expect(read.printedDiagnostics.contains(readings), "\(read.printedDiagnostics)")
    #expect(read.printedDiagnostics.contains("'encoding: windows-1252' in remit.yaml"))
  }

  @Test(
    arguments: [
      ("windows-1252", [0x4F, 0xF9, 0x20, 0x80], "Où €"), ("latin1", [0x4F, 0xF9], "Où"),
      ("Windows-1250", [0x69, 0x64, 0xF5], "idő"),
      ("CP1251", [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], "Привет"),
      ("windows-1253", [0xD0, 0xFC, 0xEB, 0xE7], "Πόλη"), ("windows-1254", [0x49, 0xFE, 0xFD, 0xF0], "Işığ"),
      ("iso-8859-2", [0xB1, 0xB6], "ąś"), ("iso-8859-15", [0xA4], "€"), ("koi8-r", [0xF0, 0xD2], "Пр"),
    ] as [(String, [UInt8], String)])
  func aNamedEncodingIsRead(_ name: String, _ bytes: [UInt8], _ text: String) async {
    let read = await TestSite([
      SourceText(path: "remit.yaml", text: "encoding: \(name)\n"),
      SourceText(path: "content/a.md", bytes: bytes), SourceText(path: "content/b.md", text: "政策 é\n"),
    ])
    #expect(read.diagnostics.isEmpty, "\(read.printedDiagnostics)")
    let texts = read.graph.entities.compactMap { $0.body?.plainText(of: 0) }
    #expect(texts.sorted() == [text, "政策 é"].sorted())
  }

  /// 0x81 is nothing in Windows-1252.
  @Test func whatIsNotInTheNamedEncodingIsHeldBack() async {
    let read = await TestSite([
      SourceText(path: "remit.yaml", text: "encoding: windows-1252\n"),
      SourceText(path: "content/a.md", bytes: [0x61, 0x81, 0x20]),
    ])
    #expect(!read.paths.contains("a.html"))
    #expect(read.printedDiagnostics.contains("it is not in windows-1252"), "\(read.printedDiagnostics)")
  }

  @Test func anUnknownEncodingIsAnError() async {
    let read = await TestSite(["remit.yaml": "encoding: ebcdic\n", "content/a.md": "# A\n"])
    #expect(read.printedDiagnostics.contains("error[invalid-setting]: 'encoding' cannot be 'ebcdic'"))
  }

  @Test func utf32IsRead() async {
    let text = "\u{FEFF}# A 政🏭\n".unicodeScalars
    for isLittle in [true, false] {
      let bytes = text.flatMap { scalar in
        let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: scalar.value >> $0) }
        return isLittle ? bytes.reversed() : bytes
      }
      let read = await site(bytes)
      #expect(read.diagnostics.isEmpty && read.paths.contains("a.html"), "\(read.printedDiagnostics)")
    }
  }

  @Test func whatItSaysOfPublishingHolds() async {
    #expect(!(await site(latin1("---\ndraft: true\n---\ncaf\u{E9}"))).paths.contains("a.html"))
    #expect(!(await site(latin1("---\ndraft: tru\u{E9}\n---\ncafe"))).paths.contains("a.html"))
  }

  @Test func whatNobodyCanTellIsHeldBack() async {
    let kinds: [(bytes: [UInt8], help: String)] = [
      (Self.chinese, "GB18030"), (Array("Title ".utf8) + Self.chinese.prefix(2), "GB18030"),
      (Array("# 政策\n".utf8) + [0xE5, 0xB7], "…"), ([0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], "GB18030"),
      ([0x82, 0xA0, 0x82, 0xA2, 0x83, 0x41], "GB18030"),
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
