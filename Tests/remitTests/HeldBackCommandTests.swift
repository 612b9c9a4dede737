import Foundation
import Testing

/// What the commands tell of files that are held back, and that they tell nothing of what stands in them.
@Suite struct HeldBackCommandTests {
  private static func knowledgeBase() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let files = [
      "schema.yaml": "kinds: {policy: {folder: policies, fields: {status: text}}}\n",
      "content/policies/p.md": "---\ntitle: P\nstatus: draft\n---\n",
      "content/policies/hushed.md": "---\ntitle: Hushed\npublish: No\n---\nHushed.\n",
      "content/hushed.md": "---\ndraft: TRUE\n---\nHushed ![x](hushed-1.png).\n",
      "content/hushed-1.png": "Hushed",
      "content/Gemfile": "Hushed",
    ]
    for (path, text) in files {
      let file = folder.url.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    return folder
  }

  @Test func aBuildCountsThemAndSaysWhyWhenAsked() throws {
    let folder = try Self.knowledgeBase()
    let built = try Remit.run("build", "--root", folder.path, "--summary", folder.path + "/summary.md")
    #expect(built.status == 0)
    #expect(built.output.contains("1 entity; held back: 4 files; pages: "))
    #expect(built.errors == "")
    #expect(
      try String(contentsOfFile: folder.path + "/summary.md", encoding: .utf8).contains(
        "| Files held back | 4 |"))
    for (path, bytes) in try folder.snapshot("site") {
      #expect(!(path + String(decoding: bytes, as: UTF8.self)).lowercased().contains("hushed"), "\(path)")
    }
    let verbose = try Remit.run("build", "-v", "--root", folder.path)
    #expect(
      verbose.errors.contains(
        "content/hushed.md:2:1: note[held-back]: this file is not published: 'draft: TRUE'"))
    #expect(verbose.errors.contains("content/policies/hushed.md:3:1: note[held-back]"))
    #expect(verbose.errors.contains("content/hushed-1.png:1:1: note[held-back]"))
    #expect(verbose.errors.contains("content/Gemfile:1:1: note[held-back]"))
  }

  @Test func aCheckWithDraftsListsThem() throws {
    let folder = try Self.knowledgeBase()
    let plain = try Remit.run("check", "--root", folder.path)
    #expect(plain.output == "1 entity; held back: 4 files; 0 errors; 0 warnings\n")
    let drafts = try Remit.run("check", "--drafts", "--strict", "--root", folder.path)
    #expect(drafts.status == 0)
    #expect(drafts.output == "3 entities; 0 errors; 0 warnings\n")
    #expect(drafts.errors.components(separatedBy: "note[held-back]").count == 5)
  }

  @Test func noAnswerHasThem() throws {
    let folder = try Self.knowledgeBase()
    for arguments in [
      ["list", "policy"], ["list", "policy", "--format", "json"], ["export"], ["show", "policy/p"],
    ] {
      let answer = try Remit.run(all: arguments + ["--root", folder.path])
      #expect(answer.status == 0)
      #expect(!(answer.output + answer.errors).lowercased().contains("hushed"), "\(arguments)")
    }
    #expect(try Remit.run("list", "policy", "--drafts", "--root", folder.path).output.contains("hushed"))
  }

  @Test func aRecordIsNeverMadeWithDrafts() throws {
    let folder = try Self.knowledgeBase()
    let outcome = try Remit.run("diff", "HEAD", "--record", "2024-10-01", "--drafts", "--root", folder.path)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("a record is published"))
  }
}
