import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import FrontMatter

/// What is read without Yams is what Yams gives, with the same places.
struct PlainYAMLTests {
  @Test(arguments: [
    "a: 1\nb: two words # a remark\n\n# another\nc: 'it''s'\nd: \"x: y\"\n",
    "a:\n  - x\n  - y: 1\n    z: 2\n  -\n    w: 3\n  - - deep\n    - er\nb:\n- right\n- below\nc:\n    far: in\n",
    "a: [x, 'y', {b: 1, c: [2, 3]}, []]\nd: {}\ne: {is: x, source: y,\n  at: p. 3, # where\n  by: z}\n",
    "标题: 工业政策\n\"key\": -5\nurl: https://example.org/a#b?c=d\nnone: ~\n- : no\n",
    "  a: indented\n  b: root\n",
    "---\na: 1\n", "--- \n# a remark\n\na:\n  - b: 2\n",
  ])
  func whatPeopleWrite(_ text: String) {
    expectSame(text)
  }

  @Test func mostOfTheContentNeedsNoYams() throws {
    let texts = try contentFrontMatter()
    #expect(texts.allSatisfy { $0.hasPrefix("---\n") })
    let plain = texts.count { PlainYAML.read(Array($0.utf8), from: .start) != nil }
    for text in texts { expectSame(text) }
    #expect(texts.count > 400)
    #expect(plain * 10 > texts.count * 9, "\(plain) of \(texts.count)")
  }

  /// Texts of what means something to YAML, most of them broken.
  @Test(arguments: 0..<20) func nothingIsReadOtherwise(seed: UInt64) {
    var dice = SeededGenerator(seed: seed)
    var read = 0
    for _ in 0..<2000 {
      let text = randomText(using: &dice)
      if expectSame(text) { read += 1 }
    }
    #expect(read > 100, "\(read)")
  }

  /// Whether it was read; recorded as an issue if Yams reads it otherwise.
  @discardableResult
  private func expectSame(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let plain = PlainYAML.read(bytes, from: .start) else { return false }
    let source = SourceText(path: "a.md", text: text)
    let (node, diagnostics) = readWithYams(bytes, source, range: 0..<bytes.count, what: .frontMatter, [])
    #expect(node == plain && diagnostics.isEmpty, "\(text)")
    return true
  }
}

/// The YAML at the head of each page of the project's own content, as it is given to be read.
private func contentFrontMatter() throws -> [String] {
  let content = Project.folder.appending(path: "content")
  return try FileManager.default.subpathsOfDirectory(atPath: content.path).filter { $0.hasSuffix(".md") }
    .sorted()
    .compactMap { name in
      let text = try String(contentsOf: content.appending(path: name), encoding: .utf8)
      let source = SourceText(path: name, text: text)
      return FrontMatterBlock(source, from: 0).map { String(decoding: source.bytes[$0.range], as: UTF8.self) }
    }
}

/// Pieces of YAML in a row.
private func randomText(using dice: inout SeededGenerator) -> String {
  let pieces = [
    "a", "b", "c: ", "d:", "- ", "-", "\n", "\n", "\n  ", "\n  ", "\n    ", "\n- ", "\n  - ", "\na: ",
    "\nb: ",
    "\nk:\n  x: ", " ", ": ", ":", "#", " # r", "[", "]", "{", "}", ", ", ",", "'", "\"", "''", "\\n", "?",
    "? ",
    "!t ", "&x ", "*x", "|", ">", "|\n  ", "%", "@", "~", "<<", "<<: ", "---", "...", "\n---\n", "\n...",
    "政策", "é",
    "1.5", "-5", "x: 1", "{e: 1, f: [g, h]}", "[i, j]", "'q': ", "\"r\": ", "https://x.y/z", "null", "=",
    "k: [l,\n  m]", "{n: o}", " p q ",
  ]
  let start = ["", "t: ", "---\n", "---\nt: "].randomElement(using: &dice) ?? ""
  let count = Int.random(in: 1...9, using: &dice)
  return (0..<count).reduce(into: start) { text, _ in text += pieces.randomElement(using: &dice) ?? "" }
    + (Bool.random(using: &dice) ? "\n" : "")
}
