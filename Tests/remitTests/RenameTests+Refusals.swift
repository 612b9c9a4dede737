import Foundation
import TestSupport
import Testing

/// What is refused, what a dry run prints, and what holds of any renaming.
extension RenameTests {
  @Test(arguments: [
    ("aire", "x", 2, "no entity 'aire'; did you mean 'air'?"), ("air", "water", 2, "'agency/water' is taken"),
    ("air", "Clean", 2, "'Clean' cannot be a slug: it contains 'C'"),
    ("air", "../x", 2, "'../x' cannot be a slug: '..' begins"),
    ("air", "x/", 2, "'x/' cannot be a slug: a part of it is empty"),
    ("air", "agency/", 2, "'agency/' does not name a file"),
    ("air", "a//b", 2, "a part of it is empty"), ("air", "", 2, "'' cannot be a slug: it is empty"),
    ("air", "_old", 2, "'_old' cannot be a slug: '_old' begins with '_', and is never published"),
    ("air", "a/.b", 2, "'.b' begins with a dot"), ("air", "a b", 2, "it contains a space"),
    ("air", "content/policies/x.md", 2, "'content/policies/x.md' would be of kind 'policy', not 'agency'"),
    ("air", "policies/x", 2, "would be of kind 'policy', not 'agency'"),
    ("air", "content/x.md", 2, "would be of kind 'page', not 'agency'"),
    ("notes", "agencies/x", 2, "would be of kind 'agency', not 'page'"),
    ("notes", "a/_b", 2, "'_b' begins with '_'"),
    ("air", "policy/x", 2, "an entity keeps its kind"), ("air", "agency/air", 2, "is already its id"),
    ("air", "old-water", 2, "it is a former id of agency/water"),
    ("water", "ao", 2, "'AO' is a name of agency/air"),
    ("plan#one", "x", 2, "is a part of a page"), ("fire", "x", 1, "error[invalid-date]"),
  ]) func whatCannotBeDoneIsRefusedAndChangesNothing(
    _ old: String, _ new: String, _ status: Int32, _ reason: String
  )
    throws
  {
    let repository = try repository([
      "content/agencies/water.md": "---\ntitle: Water\npart_of: 'agency/air'\nformer_ids: [old-water]\n---\n",
      "content/policies/fire.md": "---\ntitle: Fire\nissued: soon\n---\n",
    ])
    let outcome = try rename(old, new, in: repository)
    #expect(outcome.status == status)
    #expect(outcome.errors.contains(reason), "\(outcome.errors)")
    #expect(outcome.output == "")
    #expect(try repository.git("status", "--porcelain") == "")
  }

  @Test(arguments: [
    "content/agencies/co.md", "agencies/co", "agencies/co.md", "co.md", "agency/co",
  ]) func thePathOfTheFileDoesForTheNewID(_ new: String) throws {
    let repository = try repository()
    let outcome = try rename("air", new, in: repository)
    #expect(outcome.output.hasPrefix("agency/air is now agency/co\n"), "\(outcome.errors)")
    #expect(try isClean(repository))
  }

  @Test func aNewFileTakesTheSamePathsAndRefusesTheSameSlugs() throws {
    let repository = try repository()
    for (slug, path) in [
      ("a", "agencies/a"), ("content/agencies/b.md", "agencies/b"), ("agency/c", "agencies/c"),
    ] {
      let outcome = try Remit.run("new", "agency", slug, "--root", repository.path)
      #expect(outcome.output.hasPrefix("wrote content/\(path).md\n"), "\(outcome.errors)")
    }
    for slug in ["", "x/", "_x", "X", "content/policies/x.md", "agency/"] {
      let outcome = try Remit.run("new", "agency", slug, "--root", repository.path)
      #expect(outcome.status == 2, "\(slug): \(outcome.output)")
    }
  }

  @Test func aNameThatCannotBeFoundAsItIsWrittenStopsItAll() throws {
    let repository = try repository([
      "content/policies/odd.md": "---\ntitle: Odd\nissued_by: \"\\x61ir\"\n---\n"
    ])
    let outcome = try rename("air", "clean-air", in: repository)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.hasPrefix("content/policies/odd.md:3:12: error[cannot-rename]"), "\(outcome.errors)")
    #expect(try repository.git("status", "--porcelain") == "")
  }

  @Test func aDryRunPrintsAPatchThatGitApplies() throws {
    let repository = try repository([
      "content/agencies/fire office/index.md": "---\ntitle: Fire\n---\n", "content/x y.md": "[[air]]",
      "content/agencies/air.md":
        "---\r\ntitle: Air Office\r\naliases: [{name: AO, only_in: paper}]\r\n---\r\n## History",
    ])
    let patch = try rename("air", "state/clean-air", "--dry-run", in: repository)
    try #require(patch.status == 0)
    #expect(try repository.git("status", "--porcelain") == "")
    try #require(try rename("air", "state/clean-air", in: repository).status == 0)
    let files = try repository.folder.snapshot("content")
    try repository.git("add", "--all")
    try repository.git("reset", "--quiet", "--hard")
    let file = repository.path + ".patch"
    try Data(patch.output.utf8).write(to: URL(filePath: file))
    try repository.git("apply", "--index", file)
    try FileManager.default.removeItem(atPath: file)
    #expect(try repository.folder.snapshot("content") == files)
    // Git takes it for what it is.
    #expect(try repository.git("status", "--porcelain").contains("R  content/agencies/air.md -> "))
  }

  @Test func anyRenamingsLeaveItCleanAndAreRenamingsOnly() throws {
    let repository = try repository()
    var generator = SeededGenerator(seed: 11)
    var ids = [
      "agency/air", "agency/water", "agency/airport", "source/paper", "source/gazette", "policy/plan",
      "page/notes",
    ]
    for number in 0..<40 {
      let index = Int.random(in: ids.indices, using: &generator)
      let kind = ids[index].split(separator: "/")[0]
      let words = ["x\(number)", "a/b\(number)", "中\(number)", "deep/er/i\(number)", "\(number)/index"]
      let new = "\(kind)/\(words.randomElement(using: &generator) ?? "x")"
      let outcome = try rename(ids[index], new, in: repository)
      try #require(outcome.status == 0, "\(ids[index]) → \(new): \(outcome.errors)")
      #expect(try isClean(repository), "\(ids[index]) → \(new)")
      let diff = try repository.diff("HEAD", "--drafts")
      #expect(diff.output.hasPrefix("1 entity renamed; "), "\(ids[index]) → \(new): \(diff.output)")
      ids[index] = new
      try repository.git("add", "--all")
      try repository.git("commit", "--quiet", "--message", "x")
    }
  }
}
