import Foundation
import Testing

/// What would take a published site away, or write where nobody wants it.
@Suite struct SafetyTests {
  private func knowledgeBase(in folder: borrowing TemporaryFolder) throws -> String {
    let root = folder.path + "/base"
    try #require(try Remit.run("init", root).status == 0)
    try #require(try Remit.run("build", "--root", root).status == 0)
    return root
  }

  @Test(arguments: ["content", "schema.yaml"])
  func aLinkInPlaceOfTheContentIsAnError(_ name: String) throws {
    let folder = try TemporaryFolder()
    let root = try knowledgeBase(in: folder)
    let before = try folder.snapshot("base/site")
    try FileManager.default.moveItem(atPath: "\(root)/\(name)", toPath: "\(root)/elsewhere")
    try FileManager.default.createSymbolicLink(atPath: "\(root)/\(name)", withDestinationPath: "elsewhere")
    let outcome = try Remit.run("build", "--root", root)
    #expect(outcome.status != 0)
    #expect(outcome.errors.contains("error[symbolic-link]"))
    #expect(try folder.snapshot("base/site") == before)
  }

  @Test func aFolderWithoutContentIsNoKnowledgeBase() throws {
    let folder = try TemporaryFolder()
    let root = try knowledgeBase(in: folder)
    let before = try folder.snapshot("base/site")
    try FileManager.default.removeItem(atPath: root + "/content")
    #expect(try Remit.run("build", "--root", root).status == 2)
    #expect(try folder.snapshot("base/site") == before)
  }

  @Test(arguments: [
    "", ".", "..", "content", "content/deep/er", "Content/x", "templates", "site/../content", ".git",
    ".GIT/x",
    "../.git/hooks", "../git/objects/x", "../bare", "../bare/refs", "../clone", "link", "link/x", "/", "/etc",
    "/etc/x",
    "/usr", "/usr/bin/x", "/bin", "/home", "/home/somebody", "/tmp", "/proc/x", "/dev/shm", "//",
    "/x/../etc/y", "HOME",
  ])
  func theWebsiteNeedsAFolderOfItsOwn(_ output: String) throws {
    let folder = try TemporaryFolder()
    let root = folder.path + "/base"
    try #require(try Remit.run("init", root).status == 0)
    for name in ["bare/objects", "bare/refs", "clone/.git", "git/objects", "git/refs", ".git"] {
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/\(name)", withIntermediateDirectories: true)
    }
    for name in ["bare/HEAD", "git/HEAD"] { try Data("x".utf8).write(to: folder.url.appending(path: name)) }
    try FileManager.default.createSymbolicLink(atPath: root + "/link", withDestinationPath: "../bare")
    let before = try folder.snapshot("")
    let outcome = try Remit.run(
      all: ["build", "--root", root, "--output", output == "HOME" ? folder.path + "/home" : output],
      environment: ["HOME": folder.path + "/home"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("remit: --output: "), "\(outcome.errors)")
    #expect(try folder.snapshot("") == before)
  }

  /// A single file goes nowhere among what websites are made from.
  @Test(arguments: [
    "schema.yaml", "remit.yaml", "content/about.md", "content/new.json", "templates/x", ".git/config",
  ])
  func anAnswerOverwritesNoSource(_ output: String) throws {
    let folder = try TemporaryFolder()
    try #require(try Remit.run("init", folder.path).status == 0)
    try FileManager.default.createDirectory(
      atPath: folder.path + "/.git", withIntermediateDirectories: true)
    let before = try folder.snapshot("")
    let outcome = try Remit.run("export", "--root", folder.path, "--output", folder.path + "/" + output)
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("remit: --output: "), "\(outcome.errors)")
    #expect(try folder.snapshot("") == before)
  }

  @Test(arguments: ["", "/content", "/templates/x"]) func anotherKnowledgeBaseIsNoPlaceForASite(
    _ inside: String
  ) throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] { try #require(try Remit.run("init", folder.path + "/" + name).status == 0) }
    let before = try folder.snapshot("b")
    let outcome = try Remit.run(
      "build", "--root", folder.path + "/a", "--output", folder.path + "/b" + inside)
    #expect(outcome.status == 2)
    #expect(try folder.snapshot("b") == before)
  }

  @Test(arguments: ["site", "../public", "../clone/site", "../with/others"])
  func anyOtherFolderWillDo(_ output: String) throws {
    let folder = try TemporaryFolder()
    let root = folder.path + "/base"
    try #require(try Remit.run("init", root).status == 0)
    for name in ["clone/.git", "with/others"] {
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/\(name)", withIntermediateDirectories: true)
    }
    try Data("x".utf8).write(to: folder.url.appending(path: "with/others/file"))
    let outcome = try Remit.run("build", "--root", root, "--output", output)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  /// A step of a CI job that says nothing has done nothing.
  @Test func withoutArgumentsNothingIsWell() throws {
    let outcome = try Remit.run()
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty && outcome.errors.contains("USAGE: remit"), "\(outcome.errors)")
  }

  @Test func filesOfTheUsersThatLookLikeOursStay() throws {
    let folder = try TemporaryFolder()
    let root = try knowledgeBase(in: folder)
    for name in ["x.json", "x.json.partial", "x.json~"] {
      try Data("mine".utf8).write(to: folder.url.appending(path: name))
    }
    #expect(try Remit.run("export", "--root", root, "--output", folder.path + "/x.json").status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == ["base", "x.json", "x.json.partial", "x.json~"])
    #expect(try String(contentsOfFile: folder.path + "/x.json.partial", encoding: .utf8) == "mine")
    #expect(try String(contentsOfFile: folder.path + "/x.json", encoding: .utf8).hasPrefix("{"))
  }

  @Test func aNewFileGoesThroughNoLink() throws {
    let folder = try TemporaryFolder()
    let root = try knowledgeBase(in: folder)
    let elsewhere = folder.url.appending(path: "elsewhere")
    try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
    try FileManager.default.removeItem(atPath: root + "/content/agencies")
    try FileManager.default.createSymbolicLink(
      atPath: root + "/content/agencies", withDestinationPath: elsewhere.path)
    let outcome = try Remit.run("new", "agency", "brand-new", "--root", root)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("it is a symbolic link"), "\(outcome.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere.path).isEmpty)
  }

  @Test(arguments: ["a\nb.md", "a\u{1B}[31m.md", "a\u{85}.txt", "x\ry/c.md", "a\u{2028}.md"])
  func aNameWithAControlCharacterHasAPlace(_ name: String) throws {
    let folder = try TemporaryFolder()
    let root = try knowledgeBase(in: folder)
    let file = URL(filePath: root).appending(path: "content").appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("x".utf8).write(to: file)
    for command in ["check", "build"] {
      let outcome = try Remit.run(command, "--root", root)
      #expect(outcome.status == 1)
      #expect(
        outcome.errors.hasPrefix("content/")
          && outcome.errors.contains(":1:1: error[unreadable-file]: the name of"))
      #expect(
        !outcome.errors.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
    }
  }

  @Test func anEmptyFolderNameIsRefused() throws {
    #expect(try Remit.run("init", "").status == 2)
    #expect(try Remit.run("check", "--root", "").status == 2)
  }

  /// Files are written before it's found that nobody can be told so.
  @Test func whatWasDoneIsToldWhereStandardOutputIsFull() throws {
    let folder = try TemporaryFolder()
    let root = folder.path + "/base"
    let commands = [
      ("init '\(root)'", "wrote content/policies/clean-air-plan.md\n"),
      ("new agency office --root '\(root)'", "wrote content/agencies/office.md\n"),
      ("rename agency/office bureau --root '\(root)'", "agency/office is now agency/bureau\n"),
      ("fmt --root '\(root)'", "wrote content/agencies/bureau.md\n"),
      ("build --root '\(root)'", " written, "),
      ("build --format json --root '\(root)'", " unchanged, "),
    ]
    for (command, told) in commands {
      if command.hasPrefix("fmt") {
        try folder.edit("base/content/agencies/bureau.md", "title: ", "title:   ")
      }
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", "\"$0\" \(command) > /dev/full 2> \"$1\"", Remit.binary.path, root + ".err"]
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 2, "\(command)")
      let errors = try String(contentsOfFile: root + ".err", encoding: .utf8)
      #expect(errors.contains(told), "\(command): \(errors)")
      #expect(errors.contains("the disk is full\n"), "\(command): \(errors)")
    }
    #expect(try Remit.run("check", "--root", root).status == 0)
  }

  @Test func halfAnAnswerIsNoAnswer() throws {
    let folder = try TemporaryFolder()
    let root = try knowledgeBase(in: folder)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c", "\"$0\" export --root \"$1\" > /dev/full 2> /dev/null", Remit.binary.path, root,
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
  }
}
