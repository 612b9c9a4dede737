import Foundation
import Testing

/// `remit check --due`: what is to be reviewed, as a CI job asks for it.
@Suite struct DueTests {
  @Test func whatIsDueIsAWarningAndWithStrictAnError() throws {
    let folder = try base()
    let early = try Remit.run("check", "--due", "--strict", "--root", folder.path, "--as-of", "2026-07-14")
    #expect(early.status == 0, "\(early.errors)")
    let due = try Remit.run("check", "--due", "--root", folder.path, "--as-of", "2026-07-15")
    #expect(due.status == 0)
    #expect(
      due.errors.contains(
        "content/duties/a.md:2:11: warning[due-for-review]: this was last reviewed on 2026-01-15, and has been due for review since 2026-07-15"
      ), "\(due.errors)")
    #expect(due.errors.contains("reviewed: 2026-07-15"))
    #expect(
      try Remit.run("check", "--due", "--strict", "--root", folder.path, "--as-of", "2026-07-15").status == 1)
    #expect(try Remit.run("check", "--strict", "--root", folder.path, "--as-of", "2026-07-15").status == 0)
  }

  @Test func withoutADayNobodyCanTell() throws {
    let folder = try base()
    let outcome = try Remit.run("check", "--due", "--root", folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("error[unknown-day]"), "\(outcome.errors)")
  }

  private func base() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let files = [
      "schema.yaml": "kinds: {duty: {folder: duties, review: {every: 6 months}, fields: {reviewed: date}}}\n",
      "content/duties/a.md": "---\nreviewed: 2026-01-15\ntitle: A\n---\n",
    ]
    for (path, text) in files {
      let file = folder.url.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return folder
  }
}
