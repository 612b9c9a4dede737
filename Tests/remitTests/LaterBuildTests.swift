import Diagnostics
import Foundation
import Knowledge
import Site
import TestSite
import Testing

/// A build that goes on from an earlier one must give what a build from nothing gives.
@Suite struct LaterBuildTests {
  @Test(arguments: 0..<20) func anyEditsGiveWhatACleanBuildGives(_ seed: Int) async throws {
    try await compare(RandomEdits(of: Starter.texts, seed: UInt64(seed)), rounds: 12)
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
      links: "[[The Board]]", breaks: "no page 'Environment Office'"),
    Edit("content/measures/clean-air-plan/1.md", "role: lead", "role: responsible", breaks: ""),
  ])
  func whatAnEditElsewhereBearsOnIsMadeAnew(_ edit: Edit) async throws {
    var files = Starter.texts
    files["content/sources/press-release.md", default: ""] += "\n## Findings\n"
    files["content/agencies/environment-office.md", default: ""] += "\n## Tasks\n"
    files["content/about.md", default: ""] += "\n\(edit.links)\n"
    let claim = try #require(files["content/targets/fine-dust-2030.md"])
    files["content/targets/fine-dust-2030.md"] = claim.replacing(
      "source: press-release,", with: "source: press-release#findings,")
    let before = await TestSite(files, drafts: true)
    let text = try #require(files[edit.path])
    try #require(text.contains(edit.old), "\(text)")
    files[edit.path] = text.replacing(edit.old, with: edit.new)
    let after = await TestSite(files, drafts: true, after: before)
    let clean = await TestSite(files, drafts: true)
    #expect(after.graph.hasSamePages(as: before.graph))
    #expect(after.printedDiagnostics == clean.printedDiagnostics)
    #expect(clean.printedDiagnostics.contains(edit.breaks) || edit.breaks.isEmpty)
    #expect(edit.breaks.isEmpty == clean.diagnostics.isEmpty, "\(clean.printedDiagnostics)")
    for path in clean.paths { #expect(after.file(at: path) == clean.file(at: path), "\(path)") }
  }

  struct Edit {
    let path, old, new, links, breaks: String

    /// - Parameters:
    ///   - links: what another page says, before and after.
    ///   - breaks: what a diagnostic says that comes of it; empty where none does.
    init(
      _ path: String, _ old: String, _ new: String,
      links: String = "[[environment-office#tasks]] [[Environment Office]]", breaks: String
    ) {
      (self.path, self.old, self.new, self.links, self.breaks) = (path, old, new, links, breaks)
    }
  }

  @Test(arguments: 0..<3) func alsoWithOtherKindsAndEveryView(_ seed: Int) async throws {
    try await compare(RandomEdits(of: try ClimateBase.texts, seed: 1_000 + UInt64(seed)), rounds: 8)
  }

  private func compare(_ edits: RandomEdits, rounds: Int) async throws {
    var edits = edits
    var done: [String] = []
    var state = await TestSite(edits.files, drafts: true)
    var keptPages = 0
    for _ in 0..<rounds {
      done.append(edits.edit())
      let previous = state
      state = await TestSite(edits.files, drafts: true, after: previous)
      if state.graph.hasSamePages(as: previous.graph) { keptPages += 1 }
      let clean = await TestSite(edits.files, drafts: true)
      let history = done.joined(separator: "\n")
      try #require(state.printedDiagnostics == clean.printedDiagnostics, "\(history)")
      try #require(state.paths == clean.paths, "\(history)")
      for path in clean.paths {
        try #require(state.file(at: path) == clean.file(at: path), "\(path) after:\n\(history)")
      }
    }
    // Else there would be nothing to compare.
    #expect(keptPages > 0)
  }
}
