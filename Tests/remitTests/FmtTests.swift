import Files
import Foundation
import Pipeline
import Testing

/// `remit fmt`, as a user runs it.
@Suite struct FmtTests {
  private let plan = "content/policies/clean-air-plan.md"
  private let office = "content/agencies/environment-office.md"

  @Test func filesAreWrittenInOneFormOnce() throws {
    let folder = try TemporaryFolder.withStarter()
    try folder.write([
      office: "---\n# The office.\nnames:   'Office'\ntitle: 'Environment Office'\n---\n\n# Body  \n"
    ])
    let first = try Remit.run("fmt", "--root", folder.path)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.contains("wrote \(office)\n"))
    let text = try String(contentsOf: folder.url.appending(path: office), encoding: .utf8)
    #expect(text == "---\ntitle: Environment Office\n# The office.\nnames: Office\n---\n\n# Body  \n")
    let before = try folder.snapshot("content")
    let second = try Remit.run("fmt", "--root", folder.path)
    #expect(second.status == 0)
    #expect(second.output.hasPrefix("0 files written; "))
    #expect(try folder.snapshot("content") == before)
    #expect(try Remit.run("check", "--root", folder.path).status == 0)
  }

  @Test func checkSaysWhatIsNotInThatFormAndWritesNothing() throws {
    let folder = try TemporaryFolder.withStarter()
    #expect(try Remit.run("fmt", "--root", folder.path).status == 0)
    #expect(try Remit.run("fmt", "--check", "--root", folder.path).status == 0)
    try folder.edit(office, "title: ", "title:   ")
    let before = try folder.snapshot("content")
    let outcome = try Remit.run("fmt", "--check", "--root", folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix("not formatted: \(office)\n1 file to be written; "))
    #expect(outcome.errors.isEmpty)
    #expect(try folder.snapshot("content") == before)
  }

  @Test func onlyTheFilesThatAreNamedAreWritten() throws {
    let folder = try TemporaryFolder.withStarter()
    #expect(try Remit.run("fmt", "--root", folder.path).status == 0)
    for path in [office, plan] { try folder.edit(path, "title: ", "title:   ") }
    let one = try Remit.run("fmt", "--root", folder.path, folder.path + "/" + office)
    #expect(one.output == "wrote \(office)\n1 file written; 0 unchanged; 0 left alone\n")
    let other = try Remit.run("fmt", "--root", folder.path, "content/policies", office)
    #expect(other.output == "wrote \(plan)\n1 file written; 2 unchanged; 0 left alone\n")
    for wrong in ["content/nothing.md", "remit.yaml", "/etc/hostname"] {
      let outcome = try Remit.run("fmt", "--root", folder.path, wrong)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("'\(wrong)'"))
    }
  }

  @Test func aFileWithMistakesIsLeftAloneAndTheOthersAreNot() throws {
    let folder = try TemporaryFolder.withStarter()
    #expect(try Remit.run("fmt", "--root", folder.path).status == 0)
    try folder.edit(office, "title: ", "title:   &x ")
    try folder.edit(plan, "title: ", "title:   ")
    let before = try folder.snapshot("content")
    let outcome = try Remit.run("fmt", "--root", folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("\(office):2:10: error[yaml-anchor]"), "\(outcome.errors)")
    #expect(outcome.output.contains("wrote \(plan)\n1 file written; "))
    #expect(outcome.output.hasSuffix("1 left alone\n"))
    let after = try folder.snapshot("content")
    #expect(before.filter { after[$0.key] != $0.value }.map(\.key) == ["policies/clean-air-plan.md"])
  }

  @Test func allIsWrittenOrNothing() async throws {
    let folder = try TemporaryFolder.withStarter()
    #expect(try Remit.run("fmt", "--root", folder.path).status == 0)
    for path in [office, plan] { try folder.edit(path, "title: ", "title:   ") }
    let build = Build(root: folder.path)
    let report = try await build.format([])
    try #require(report.changes.map(\.path) == [office, plan])
    // Somebody else is quicker.
    try folder.edit(plan, "title: ", "title:  ")
    let before = try folder.snapshot("content")
    #expect(throws: FileError.self) { try build.write(report) }
    #expect(try folder.snapshot("content") == before)
  }

  @Test func checkPassesOnlyWhereThereIsSomethingToCheck() throws {
    let folder = try TemporaryFolder.withStarter()
    let elsewhere = try TemporaryFolder()
    let nothing = try Remit.run("fmt", "--check", "--root", elsewhere.path)
    #expect(nothing.status == 2)
    #expect(nothing.errors.contains("is not a knowledge base"), "\(nothing.errors)")
    let empty = try Remit.run("fmt", "--check", "--root", folder.path, "")
    #expect(empty.status == 2)
    #expect(empty.errors.contains("the name of a file or folder is empty"), "\(empty.errors)")
    #expect(try Remit.run("fmt", "--root", folder.path).status == 0)
    try folder.edit(office, "title: ", "title: \r\n  ")
    let left = try Remit.run("fmt", "--check", "--root", folder.path)
    #expect(left.output.hasSuffix("1 left alone\n"), "\(left.output)")
    #expect(left.status == 1)
  }

  @Test func whatNewWritesIsInThatForm() throws {
    let folder = try TemporaryFolder.withStarter()
    let schema = Remit.project.appending(path: "schema.yaml")
    try folder.write(["schema.yaml": String(contentsOf: schema, encoding: .utf8)])
    for kind in ["measure", "discrepancy", "assessment", "policy", "page"] {
      #expect(try Remit.run("new", kind, "x/1", "--root", folder.path).status == 0)
    }
    let outcome = try Remit.run("fmt", "--check", "--root", folder.path)
    #expect(!outcome.output.contains("x/1.md"), "\(outcome.output)")
  }

  @Test func withoutAReadableSchemaNothingIsWritten() throws {
    let folder = try TemporaryFolder.withStarter()
    try folder.edit(office, "title: ", "title:   ")
    let before = try folder.snapshot("content")
    try folder.write(["schema.yaml": "kinds: [\n"])
    let outcome = try Remit.run("fmt", "--root", folder.path)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("schema.yaml:"))
    #expect(try folder.snapshot("content") == before)
  }
}
