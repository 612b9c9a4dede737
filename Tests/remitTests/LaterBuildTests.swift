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

  /// What a later build must not keep: each edit bears on a file that it does not touch.
  @Test(arguments: [
    Edit("content/sources/press-release.md", "## Findings", "## Results", breaks: "broken-anchor"),
    Edit("content/agencies/environment-office.md", "## Tasks", "## Duties", breaks: "broken-anchor"),
    Edit(
      "content/agencies/environment-office.md", "title: Environment Office", "title: Office",
      breaks: "broken-link"),
    Edit(
      "content/agencies/environment-office.md", "title: Environment Office", "title: The Board",
      breaks: "no page 'Environment Office'"),
    Edit("content/measures/clean-air-plan/1.md", "role: lead", "role: responsible", breaks: ""),
  ])
  func whatAnEditElsewhereBearsOnIsMadeAnew(_ edit: Edit) async throws {
    var files = Dictionary(uniqueKeysWithValues: Starter.files.map { ($0.path, $0.text) })
    files["content/sources/press-release.md", default: ""] += "\n## Findings\n"
    files["content/agencies/environment-office.md", default: ""] += "\n## Tasks\n"
    files["content/about.md", default: ""] +=
      edit.new == "title: The Board"
      ? "\n[[The Board]]\n" : "\n[[environment-office#tasks]] [[Environment Office]]\n"
    let claim = try #require(files["content/targets/fine-dust-2030.md"])
    files["content/targets/fine-dust-2030.md"] = claim.replacing(
      "source: press-release,", with: "source: press-release#findings,")
    let before = await KnowledgeBaseState(sources(files))
    let text = try #require(files[edit.path])
    try #require(text.contains(edit.old), "\(text)")
    files[edit.path] = text.replacing(edit.old, with: edit.new)
    let after = await KnowledgeBaseState(sources(files), after: before)
    let clean = await KnowledgeBaseState(sources(files))
    #expect(after.graph.hasSamePages(as: before.graph))
    #expect(after.printedDiagnostics == clean.printedDiagnostics)
    #expect(clean.printedDiagnostics.contains(edit.breaks) || edit.breaks.isEmpty)
    #expect(edit.breaks.isEmpty == clean.diagnostics.isEmpty, "\(clean.printedDiagnostics)")
    for (entry, cleanEntry) in zip(after.site.plan.entries, clean.site.plan.entries) {
      #expect(after.site.render(entry).bytes == clean.site.render(cleanEntry).bytes, "\(entry.path)")
    }
  }

  struct Edit {
    let path, old, new, breaks: String

    init(_ path: String, _ old: String, _ new: String, breaks: String) {
      (self.path, self.old, self.new, self.breaks) = (path, old, new, breaks)
    }
  }

  private func sources(_ files: [String: String]) -> [SourceText] { RandomEdits(of: files, seed: 0).sources }

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
