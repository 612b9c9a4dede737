import Diagnostics
import Files
import Foundation
import TestSupport
import Testing

@testable import remit_fuzz

/// What is kept to be fed again: by hand, and what once failed.
@Suite struct ReplayTests {
  static let project = Project.folder.path

  struct Kept: CustomTestStringConvertible, Sendable {
    let kind: FuzzKind
    let file: SourceText

    var testDescription: String { file.path }

    static let all = ["Corpus", "Found"].flatMap { name in
      (try? Corpus.kept(name, in: ReplayTests.project))?.map(Kept.init) ?? []
    }.filter { $0.kind != .faulty }
  }

  @Test func thereAreFilesOfEveryKind() {
    for kind in FuzzKind.ofTheProgram { #expect(Kept.all.contains { $0.kind == kind }, "\(kind)") }
  }

  @Test(arguments: Kept.all) func nothingIsWrong(_ kept: Kept) async {
    let problem = await kept.kind.target.problem(of: kept.file.bytes)
    #expect(problem == nil)
  }

  @Test func theSameSeedGivesTheSameInputs() throws {
    let corpus = try Corpus(project: ReplayTests.project)
    for kind in FuzzKind.ofTheProgram {
      let known = corpus[kind].count
      let inputs = (known..<known + 20).map { kind.input($0, seed: 1, from: corpus) }
      #expect(inputs == (known..<known + 20).map { kind.input($0, seed: 1, from: corpus) })
      #expect(inputs != (known..<known + 20).map { kind.input($0, seed: 2, from: corpus) })
      #expect(Set(inputs).count > 15)
    }
  }
}
