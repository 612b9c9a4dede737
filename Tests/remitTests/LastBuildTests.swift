import Foundation
import Testing

/// A build that finds its inputs and its website as the last one left them does nothing; any other gives what a build
/// from nothing gives.
@Suite struct LastBuildTests {
  private static let pages = 600

  private func largeBase() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    var files = ["remit.yaml": "title: Large\nsearch: false\n", "content/data.csv": "a,b\n1,2\n"]
    for number in 0..<Self.pages { files["content/p\(number).md"] = "# Page \(number)\n\nSome words.\n" }
    try folder.write(files)
    return folder
  }

  private func build(_ folder: borrowing TemporaryFolder, _ options: String...) throws -> Remit.Outcome {
    try Remit.run(all: ["build", "--verbose", "--root", folder.path] + options)
  }

  private func hasRead(_ outcome: Remit.Outcome) -> Bool { outcome.errors.contains("parsed ") }

  /// What was done without the file that remembers.
  private func cleanSite(_ folder: borrowing TemporaryFolder, _ options: String...) throws -> [String: Data] {
    let record = folder.url.appending(path: ".remit")
    let aside = folder.url.appending(path: ".aside")
    if FileManager.default.fileExists(atPath: record.path) {
      try FileManager.default.moveItem(at: record, to: aside)
    }
    let outcome = try Remit.run(all: ["build", "--root", folder.path, "--output", "other"] + options)
    #expect(outcome.status == 0, "\(outcome.errors)")
    if FileManager.default.fileExists(atPath: record.path) { try FileManager.default.removeItem(at: record) }
    if FileManager.default.fileExists(atPath: aside.path) {
      try FileManager.default.moveItem(at: aside, to: record)
    }
    return try folder.snapshot("other")
  }

  @Test func nothingIsDoneWhereNothingChanged() throws {
    let folder = try largeBase()
    #expect(hasRead(try build(folder)))
    let site = try folder.snapshot("site")
    let again = try build(folder)
    #expect(!hasRead(again), "\(again.errors)")
    #expect(again.status == 0)
    #expect(
      again.output.hasPrefix("600 entities; pages: 0 written, \(site.count - 1) unchanged, 0 removed; "))
    #expect(try folder.snapshot("site") == site)
  }

  /// One after the other, so each begins with a website that the one before left.
  @Test func whateverChangesIsSeen() throws {
    let folder = try largeBase()
    #expect(hasRead(try build(folder)))
    let steps: [(String, () throws -> Void)] = [
      ("a body", { try folder.edit("content/p7.md", "words", "texts") }),
      ("a title", { try folder.edit("content/p8.md", "# Page 8", "# Sheet") }),
      ("the settings", { try folder.edit("remit.yaml", "Large", "Great") }),
      ("a new file", { try folder.write(["content/new.md": "# New\n"]) }),
      (
        "a file that is gone",
        { try FileManager.default.removeItem(at: folder.url.appending(path: "content/p9.md")) }
      ),
      ("a file that is copied", { try folder.edit("content/data.csv", "1,2", "3,4") }),
      ("a template", { try folder.write(["templates/page.html": "{{entity.title}}"]) }),
      ("a page of the website", { try folder.edit("site/p1.html", "Page 1", "Page 2") }),
      (
        "a page that is gone",
        { try FileManager.default.removeItem(at: folder.url.appending(path: "site/p2.html")) }
      ),
      ("the website", { try FileManager.default.removeItem(at: folder.url.appending(path: "site")) }),
    ]
    for (what, change) in steps {
      try change()
      let outcome = try build(folder)
      #expect(outcome.status == 0 && hasRead(outcome), "\(what): \(outcome.errors)")
      #expect(try folder.snapshot("site") == cleanSite(folder), "\(what)")
      #expect(!hasRead(try build(folder)), "\(what)")
    }
    #expect(hasRead(try build(folder, "--drafts")))
    #expect(hasRead(try build(folder)))
    #expect(hasRead(try build(folder, "--clock", "2024-01-01")))
    #expect(hasRead(try build(folder, "--clock", "2024-01-02")))
    #expect(hasRead(try build(folder, "--output", "elsewhere")))
  }

  @Test func whatIsRememberedIsNotBelievedOtherwise() throws {
    let folder = try largeBase()
    _ = try build(folder)
    let record = folder.url.appending(path: ".remit/build.txt")
    let bytes = try Data(contentsOf: record)
    var flipped = bytes
    flipped[bytes.count / 2] ^= 1
    let text = String(decoding: bytes, as: UTF8.self)
    let others = [
      Data(), bytes.dropLast(9), flipped, bytes + bytes, Data(repeating: 0xFF, count: 300),
      Data(text.replacing("remit-build 1", with: "remit-build 0").utf8),
    ]
    let site = try folder.snapshot("site")
    for other in others {
      try other.write(to: record)
      let outcome = try build(folder)
      #expect(outcome.status == 0 && hasRead(outcome))
      #expect(try folder.snapshot("site") == site)
      #expect(try Data(contentsOf: record) == bytes)
    }
    // What there is to say is said each time.
    try folder.edit("content/p3.md", "Some", "[[nowhere]]")
    for _ in 0..<2 { #expect(try build(folder).errors.contains("nowhere")) }
  }
}
