import Foundation
import TestSupport
import Testing

/// What `remit adopt` says of folders in the styles of other tools, what it writes, and that a build of that leads from
/// the old addresses to the pages.
@Suite struct AdoptTests {
  private static let fixtures = FixtureFile.all(
    in: Remit.project.appending(path: "Tests/remitTests/Adopted"))

  @Test func thereIsAFixtureForEachTool() {
    #expect(
      AdoptTests.fixtures.map(\.name) == [
        "docusaurus", "eleventy", "hugo", "jekyll", "mkdocs", "obsidian", "plain", "quartz",
      ])
  }

  @Test(arguments: fixtures) func becomesWhatTheFixtureSays(_ fixture: FixtureFile) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      Dictionary(uniqueKeysWithValues: fixture.inputs.map { ("from/" + $0.name, $0.text) }))
    let before = try folder.snapshot("from")
    let actual = try fixture.expectations.map { part in
      FixtureFile.Part(name: part.name, text: try text(part.name, in: folder))
    }
    if ProcessInfo.processInfo.environment["UPDATE_FIXTURES"] != nil, actual != fixture.expectations {
      try fixture.rewritten(actual).write(to: fixture.url, atomically: true, encoding: .utf8)
      Issue.record("rewrote \(fixture.url.lastPathComponent)")
    }
    for (expected, actual) in zip(fixture.expectations, actual) { #expect(actual.text == expected.text) }
    // The author's own files are as they were.
    let after = try folder.snapshot("from")
    for (path, bytes) in before { #expect(after[path] == bytes, "\(path)") }
    #expect(Set(after.keys).subtracting(before.keys).subtracting(["remit.yaml"]).isEmpty)
    // Nothing unpublished is in any byte of the site.
    for (path, bytes) in try folder.snapshot("new/site") {
      #expect(bytes.firstRange(of: Data("Nobody reads this".utf8)) == nil, "\(path)")
    }
  }

  /// What a fixture's part of that name holds: what a command prints, a file, or where the site's old addresses lead.
  private func text(_ name: String, in folder: borrowing TemporaryFolder) throws -> String {
    if name.hasPrefix("adopt ") {
      let words = name.split(separator: " ").map { word in
        word == "from" || word == "new" ? folder.path + "/" + word : String(word)
      }
      let outcome = try Remit.run(all: words, environment: ["SOURCE_DATE_EPOCH": "1727136000"])
      #expect(outcome.status == 0 && outcome.errors == "", "\(outcome.errors)")
      return outcome.output.replacing(folder.path + "/", with: "")
    }
    guard name == "redirects" else {
      return try String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
    }
    let build = try Remit.run("build", "--root", folder.path + "/new", "--quiet")
    #expect(build.status == 0, "\(build.errors)")
    var lines: [String] = []
    for (path, bytes) in try folder.snapshot("new/site") where path.hasSuffix(".html") {
      let page = String(decoding: bytes, as: UTF8.self)
      guard let found = page.firstMatch(of: /http-equiv="refresh" content="0; url=([^"]*)"/) else { continue }
      lines.append("\(path) → \(found.1)\n")
    }
    return lines.sorted().joined()
  }
}

/// What stands in the way of `remit adopt`, and what it says of it.
@Suite struct AdoptTroubleTests {
  private func folder(_ files: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(files)
    return folder
  }

  private func expectRefusal(
    _ words: [String], in folder: borrowing TemporaryFolder, _ message: String
  ) throws {
    let outcome = try Remit.run(all: ["adopt"] + words.map { $0.replacing("@", with: folder.path) })
    #expect(outcome.status == 2)
    #expect(outcome.errors.replacing(folder.path, with: "@") == "remit: \(message)\n")
  }

  @Test func aFolderThatIsNoneHasAWayOut() throws {
    let folder = try folder(["a.md": "A", "empty/x.txt": "x", "new/y": "y"])
    try expectRefusal(["@/none"], in: folder, "there is no folder '@/none'")
    try expectRefusal(["@/a.md"], in: folder, "'@/a.md' is not a folder: name the one that it is in")
    try expectRefusal(
      ["@/empty"], in: folder, "'@/empty' has no Markdown file that can be read: name a folder that has some")
    try expectRefusal(
      ["@", "--into", "@/sub"], in: folder, "'@/sub' lies in '@': name a folder beside it")
    try expectRefusal(
      ["@/empty", "--into", "@/new"], in: folder,
      "'@/new' is there already: name a folder that is empty or not there yet")
  }

  @Test func settingsThatAreThereStay() throws {
    let folder = try folder(["content/a.md": "# A\n", "remit.yaml": "title: Mine\n"])
    let outcome = try Remit.run("adopt", folder.path)
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("\nremit.yaml would be:\n\n# Written by 'remit adopt'"))
    #expect(
      outcome.errors == "remit: '\(folder.path)/remit.yaml' is there already, and stays as it is\n")
    #expect(try folder.snapshot(".")["remit.yaml"] == Data("title: Mine\n".utf8))
  }

  /// Keys are anybody's: none breaks the settings or writes a line of its own.
  @Test func aKeyWithControlCharactersIsNoField() throws {
    let page = "---\n\"\\u001b[31mRED\\nline: x\": 3\nlevel: 1\n---\nText.\n"
    let folder = try folder(["content/a.md": page, "content/b.md": page])
    let outcome = try Remit.run("adopt", folder.path)
    #expect(outcome.status == 0 && !outcome.output.contains("\nline: x"), "\(outcome.output)")
    let settings = String(decoding: try #require(try folder.snapshot(".")["remit.yaml"]), as: UTF8.self)
    #expect(settings.contains("level: number") && !settings.contains("RED"), "\(settings)")
    #expect(try Remit.run("check", "--root", folder.path).status == 0)
  }

  @Test func aDryRunWritesNothing() throws {
    let folder = try folder(["content/a.md": "# A\n"])
    let outcome = try Remit.run("adopt", folder.path, "--dry-run")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\nremit.yaml would be:\n\n"))
    #expect(try folder.snapshot(".").keys.sorted() == ["content/a.md"])
  }

  @Test func linksAreNotFollowedAndWhatIsUnreadableIsTold() throws {
    let folder = try folder(["from/a.md": "# A\n", "outside/secret.md": "# Secret\n"])
    let files = FileManager.default
    let from = folder.url.appending(path: "from")
    try files.createSymbolicLink(
      at: from.appending(path: "loop"), withDestinationURL: from)
    try files.createSymbolicLink(
      at: from.appending(path: "b.md"), withDestinationURL: folder.url.appending(path: "outside/secret.md"))
    let new = folder.path + "/new"
    let outcome = try Remit.run("adopt", from.path, "--into", new)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("1 page, 0 other files\n"))
    #expect(outcome.output.contains("  symbolic-link: "))
    #expect(try folder.snapshot("new").keys.sorted() == ["content/a.md", "remit.yaml"])
  }

  @Test func everythingIsOneObjectOfJSON() throws {
    let folder = try folder([
      "hugo.toml": "title = 'A'\n", "content/a.md": "---\ntitle: A\nx: 1\n---\n{{< b >}}\n",
      "content/b.md": "---\ntitle: B\nx: 2\ndraft: true\n---\n", "static/c.txt": "c",
    ])
    let outcome = try Remit.run("adopt", folder.path, "--format", "json", "--dry-run")
    #expect(outcome.status == 0)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: any Sendable])
    #expect(
      object.keys.sorted() == [
        "address_rules", "address_rules_left", "comes_over", "copied", "excluded", "fields", "folder",
        "held_back", "left_behind", "other_files", "pages", "problems", "settings", "settings_left", "tools",
        "written",
      ])
    #expect(object["pages"] as? Int == 2)
    #expect((object["settings"] as? String)?.hasPrefix("# Written by 'remit adopt'") == true)
  }

  @Test func proposedKindsLoad() throws {
    let page = { (year: Int) in
      "---\ntitle: T\(year)\nyear: \(year)\nat: 2024-05-01T10:00:00Z\nopen: yes\n---\nText.\n"
    }
    let folder = try folder([
      "content/studies/a.md": page(1), "content/studies/b.md": page(2), "content/studies/c.md": page(3),
    ])
    let kinds = try Remit.run("adopt", folder.path, "--kinds")
    #expect(kinds.status == 0)
    try folder.write(["schema.yaml": kinds.output])
    let check = try Remit.run("check", "--root", folder.path)
    #expect(check.errors == "")
    #expect(check.output == "3 entities; 0 errors; 0 warnings\n")
  }
}
