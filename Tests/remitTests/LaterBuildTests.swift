import Diagnostics
import Foundation
import Knowledge
import Site
import Testing

/// A build that goes on from an earlier one must give what a build from nothing gives.
@Suite struct LaterBuildTests {
  @Test(arguments: 0..<20) func anyEditsGiveWhatACleanBuildGives(_ seed: Int) async throws {
    let files = Dictionary(uniqueKeysWithValues: Starter.files.map { ($0.path, $0.text) })
    try await compare(RandomEdits(of: files, seed: UInt64(seed)), rounds: 12)
  }

  @Test(arguments: 0..<3) func alsoWithOtherKindsAndEveryView(_ seed: Int) async throws {
    try await compare(RandomEdits(of: try climate(), seed: 1_000 + UInt64(seed)), rounds: 8)
  }

  private func climate() throws -> [String: String] {
    var files: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: ClimateBase.folder.path) {
      let file = ClimateBase.folder.appending(path: path)
      if !file.hasDirectoryPath, let text = try? String(contentsOf: file, encoding: .utf8) {
        files[path] = text
      }
    }
    return files
  }

  private func compare(_ edits: RandomEdits, rounds: Int) async throws {
    var edits = edits
    var done: [String] = []
    var state = await KnowledgeBaseState(edits.sources)
    var keptPages = 0
    for _ in 0..<rounds {
      done.append(edits.edit())
      let previous = state
      state = await KnowledgeBaseState(edits.sources, after: previous)
      if state.graph.hasSamePages(as: previous.graph) { keptPages += 1 }
      let clean = await KnowledgeBaseState(edits.sources)
      let history = done.joined(separator: "\n")
      try #require(state.printedDiagnostics == clean.printedDiagnostics, "\(history)")
      try #require(state.site.plan.entries.map(\.path) == clean.site.plan.entries.map(\.path), "\(history)")
      for (entry, cleanEntry) in zip(state.site.plan.entries, clean.site.plan.entries) {
        let page = state.site.render(entry).bytes
        try #require(page == clean.site.render(cleanEntry).bytes, "\(entry.path) after:\n\(history)")
      }
    }
    // Else there would be nothing to compare.
    #expect(keptPages > 0)
  }
}
