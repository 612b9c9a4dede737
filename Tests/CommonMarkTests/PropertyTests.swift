import Diagnostics
import Testing

@testable import CommonMark

@Suite struct PropertyTests {
  static let seeds: Range<UInt64> = 1..<400

  @Test func noWordIsLost() {
    for seed in Self.seeds {
      let random = RandomDocument(seed: seed)
      let parsed = document(random.text)
      // What is not shown is said: a second definition of a footnote, and what nothing refers to.
      let hidesFootnotes = parsed.diagnostics.contains {
        [.duplicateFootnote, .unusedFootnote].contains($0.id)
      }
      if hidesFootnotes { continue }
      let html = Array(parsed.html().utf8)
      for word in random.words where html.first(Array(word.utf8), in: 0..<html.count) == nil {
        Issue.record("seed \(seed): \(word) is lost in:\n\(random.text)\n\(html.string(0..<html.count))")
        break
      }
    }
  }

  @Test(arguments: [MarkdownOptions(), MarkdownOptions(unsafeHTML: true), .strictCommonMark])
  func treesAreWellFormed(_ options: MarkdownOptions) {
    for seed in Self.seeds {
      let random = RandomDocument(seed: seed)
      let parsed = document(random.text, options)
      if let problem = problem(in: parsed) { Issue.record("seed \(seed): \(problem)\n\(random.text)") }
    }
  }

  @Test func noMarkIsLeft() {
    for seed in Self.seeds {
      let random = RandomDocument(seed: seed)
      let left = document(random.text).html().utf8.first(where: Mark.isControl)
      if left != nil {
        Issue.record("seed \(seed): a mark is left of\n\(random.text)\n\(document(random.text).html())")
      }
    }
  }

  @Test func sentencesAndTextsOfAnyDocument() {
    for seed in Self.seeds {
      let parsed = document(RandomDocument(seed: seed).text)
      for link in parsed.links {
        #expect(!parsed.sentence(around: link).before.hasPrefix(" "))
        #expect(parsed.nodes[link.node].link.map { parsed.links[$0] } == link)
        #expect(link.position >= .start)
      }
    }
  }

  /// What is wrong with the nesting or the references of the nodes.
  private func problem(in document: MarkdownDocument) -> String? {
    let nodes = document.nodes
    guard nodes.first?.kind == .document, Int(nodes[0].end) == nodes.count else {
      return "the root is not the whole"
    }
    var open: [Int] = []
    for (index, node) in nodes.enumerated() {
      while let last = open.last, Int(nodes[last].end) <= index { open.removeLast() }
      if Int(node.end) <= index { return "node \(index) ends before it starts" }
      if let parent = open.last, node.end > nodes[parent].end { return "node \(index) ends after its parent" }
      if let parent = open.last, node.isBlock, !nodes[parent].isBlock {
        return "block \(index) is in an inline"
      }
      if node.text.upperBound > document.text.count { return "node \(index) has no text" }
      if String(validating: document.text[node.text], as: UTF8.self) == nil {
        return "node \(index) splits a character"
      }
      open.append(index)
    }
    return nil
  }
}
