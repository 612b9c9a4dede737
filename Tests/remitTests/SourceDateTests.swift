import Foundation
import Testing

/// `SOURCE_DATE_EPOCH` as reproducible-builds.org has it.
@Suite struct SourceDateTests {
  @Test func anEmptyValueIsNone() throws {
    let outcome = try check(sourceDate: "")
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test func aValueThatIsNoNumberIsAUsageError() throws {
    let outcome = try check(sourceDate: "now")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("SOURCE_DATE_EPOCH must be a number of seconds, not 'now'"))
  }

  /// Of a knowledge base of one plain page.
  private func check(sourceDate: String) throws -> Remit.Outcome {
    let folder = try TemporaryFolder()
    let content = folder.url.appending(path: "content")
    try FileManager.default.createDirectory(at: content, withIntermediateDirectories: true)
    try Data("# Home\n".utf8).write(to: content.appending(path: "index.md"))
    return try Remit.run("check", "--root", folder.path, environment: ["SOURCE_DATE_EPOCH": sourceDate])
  }
}
