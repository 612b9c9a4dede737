import Diagnostics
import FrontMatter
import Testing

/// A text of many equal pieces, which a failing test names by the piece.
struct Repeated: Sendable, CustomTestStringConvertible {
  var piece, before, after: String
  var count: Int

  init(_ piece: String, _ count: Int, before: String = "", after: String = "") {
    (self.piece, self.count, self.before, self.after) = (piece, count, before, after)
  }

  var bytes: [UInt8] { Array((before + String(repeating: piece, count: count) + after).utf8) }
  var testDescription: String { "\(before)\(piece.debugDescription) × \(count)" }
}

/// Nothing crashes, hangs or grows without bound.
struct HostileYAMLTests {
  private func check(_ bytes: [UInt8], _ comment: Comment = "") -> FrontMatter {
    var matter = readFrontMatter(SourceText(path: "a", bytes: []))
    let block = Array("---\n".utf8) + bytes + Array("\n---\n".utf8)
    let time = ContinuousClock().measure { matter = readFrontMatter(SourceText(path: "a", bytes: block)) }
    #expect(time < .seconds(10), comment)
    #expect(matter.diagnostics.count <= 210, comment)
    return matter
  }

  @Test(arguments: [
    Repeated("[", 10_000), Repeated("{a: ", 10_000), Repeated("[[", 100, before: "a: "),
    Repeated("- ", 10_000, after: "x"), Repeated("- [", 5_000), Repeated("[a: ", 5_000),
    Repeated("[", 200, before: "'x': \"y\"\nb: "),
  ])
  func deepNestingIsADiagnostic(hostile: Repeated) {
    let matter = check(hostile.bytes)
    #expect(matter.diagnostics.map(\.id) == [.nestedTooDeep])
    #expect(matter.root == nil)
  }

  @Test func deepIndentationIsADiagnostic() {
    let lines = (0..<1_500).map { String(repeating: " ", count: $0) + "a:\n" }
    let matter = check(Array(lines.joined().utf8))
    #expect(matter.diagnostics.map(\.id) == [.nestedTooDeep])
    #expect(matter.root == nil)
  }

  @Test func deepExplicitKeysAreADiagnostic() {
    #expect(check(Array(String(repeating: "? ", count: 10_000).utf8)).diagnostics.map(\.id) == [.invalidYAML])
    #expect(check(Array(("a: " + String(repeating: "{? ", count: 10_000)).utf8)).root == nil)
  }

  @Test func ninetyLevelsAreRead() {
    let yaml = "a: " + String(repeating: "[", count: 90) + String(repeating: "]", count: 90)
    #expect(check(Array(yaml.utf8)).diagnostics.isEmpty)
  }

  @Test func anAliasBombCostsNothing() {
    var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...40 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      yaml += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let matter = check(Array(yaml.utf8))
    #expect(matter.diagnostics.count == 100)
    #expect(matter.diagnostics.allSatisfy { $0.id == .yamlAnchor })
    #expect(shape(matter.root?["a40"]) == "[~, ~, ~, ~, ~, ~, ~, ~, ~]")
  }

  @Test func bytesThatAreNoText() {
    let latin = check(Array("title: caf".utf8) + [0xE9] + Array("\nb: 1".utf8))
    #expect(summary(latin.diagnostics) == ["invalid-utf8 2:11"])
    #expect(shape(latin.root) == "{title: caf?, b: 1}")
    let null = check(Array("title: a".utf8) + [0] + Array("b\nc: \u{2028}d".utf8))
    #expect(summary(null.diagnostics) == ["invalid-yaml 2:9"])
    #expect(shape(null.root) == "{title: a b, c: d}")
    for yaml in ["a: \u{85}b", "a: \u{FEFF}b", "a: \u{1B}b", "a: \u{FFFE}"] {
      #expect(check(Array(yaml.utf8)).diagnostics.map(\.id) == [.invalidYAML])
    }
  }

  @Test(arguments: [
    Repeated("key: value\n", 50_000), Repeated("x ", 500_000, before: "a: "),
    Repeated("  line\n", 150_000, before: "a: |\n"), Repeated("\\\"", 500_000, before: "a: \""),
    Repeated("!x ", 300_000, before: "a: "), Repeated("%TAG !a! x\n", 90_000),
    Repeated("a: 1,", 20_000, before: "a: [", after: "]"), Repeated("#\n", 500_000), Repeated(": ", 300_000),
    Repeated("'", 1_000_000), Repeated("\n", 1_000_000, before: "a: >\n"), Repeated("\u{FEFF}", 300_000),
    Repeated("{a: b}, ", 20_000, before: "a: [", after: "]"), Repeated("'é' ", 200_000, before: "a: "),
  ])
  func aMegabyteOfAnything(hostile: Repeated) {
    _ = check(hostile.bytes, "\(hostile.testDescription)")
  }

  @Test func moreThanCanBeReadIsADiagnostic() {
    let yaml = String(repeating: "a: b\n", count: 1_000_000)
    #expect(check(Array(yaml.utf8)).diagnostics.map(\.id) == [.fileTooLarge])
  }

  /// Any mixture of what means something in YAML, from a fixed sequence of random numbers.
  @Test func anyMixtureIsReadOrRefused() {
    var state: UInt64 = 42
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    let pieces = [
      "a", "b: ", ": ", "- ", "\n", "\n  ", "\n ", "[", "]", "{", "}", ", ", "&x ", "*x", "!t ", "\"", "'",
      "| ", "|\n",
      ">-\n", "? ", "#", " #", "\r\n", "\t", "é", "---", "...", "%", "@", "<<: ", "\\", "~", "\n- ", "\nk: ",
      "x: 1\n",
    ]
    for _ in 0..<3_000 {
      let yaml = (0..<(1 + random(30))).map { _ in pieces[random(pieces.count)] }.joined()
      let matter = read("---\n" + yaml + "\n---\n")
      #expect(matter.root != nil || !matter.diagnostics.isEmpty || !matter.bodyRange.isEmpty, "\(yaml)")
      #expect(matter.diagnostics.allSatisfy { $0.place?.path == "a.md" })
    }
  }
}
