import Diagnostics
import TestSupport
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
      if let problem = treeProblem(in: parsed) { Issue.record("seed \(seed): \(problem)\n\(random.text)") }
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
}
