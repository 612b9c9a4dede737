import Foundation
import Testing

/// A build that finds its inputs and its website as the last one left them does nothing; any other gives what a build
/// from nothing gives.
@Suite struct LastBuildTests {
  @Test func nothingIsDoneWhereNothingChanged() throws {
    let folder = try LargeBase.folder()
    #expect(LargeBase.hasRead(try LargeBase.build(folder)))
    let site = try folder.snapshot("site")
    let again = try LargeBase.build(folder)
    #expect(!LargeBase.hasRead(again), "\(again.errors)")
    #expect(again.status == 0)
    #expect(
      again.output.hasPrefix("600 entities; pages: 0 written, \(site.count - 1) unchanged, 0 removed; "))
    #expect(try folder.snapshot("site") == site)
  }

  /// One after the other, so each begins with a website that the one before left.
  @Test func whateverChangesIsSeen() throws {
    let folder = try LargeBase.folder()
    #expect(LargeBase.hasRead(try LargeBase.build(folder)))
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
      let outcome = try LargeBase.build(folder)
      #expect(outcome.status == 0 && LargeBase.hasRead(outcome), "\(what): \(outcome.errors)")
      #expect(try folder.snapshot("site") == LargeBase.cleanSite(folder), "\(what)")
      #expect(!LargeBase.hasRead(try LargeBase.build(folder)), "\(what)")
    }
    #expect(LargeBase.hasRead(try LargeBase.build(folder, "--drafts")))
    #expect(LargeBase.hasRead(try LargeBase.build(folder)))
    #expect(LargeBase.hasRead(try LargeBase.build(folder, "--clock", "2024-01-01")))
    #expect(LargeBase.hasRead(try LargeBase.build(folder, "--clock", "2024-01-02")))
    #expect(LargeBase.hasRead(try LargeBase.build(folder, "--output", "elsewhere")))
  }

  @Test func whatIsRememberedIsNotBelievedOtherwise() throws {
    let folder = try LargeBase.folder()
    _ = try LargeBase.build(folder)
    let record = folder.url.appending(path: ".remit/build.txt")
    let bytes = try Data(contentsOf: record)
    var flipped = bytes
    flipped[bytes.count / 2] ^= 1
    let text = String(decoding: bytes, as: UTF8.self)
    let others = [
      Data(), bytes.dropLast(9), flipped, bytes + bytes, Data(repeating: 0xFF, count: 300),
      Data(text.replacing("remit-build 2", with: "remit-build 1").utf8),
    ]
    let site = try folder.snapshot("site")
    for other in others {
      try other.write(to: record)
      let outcome = try LargeBase.build(folder)
      #expect(outcome.status == 0 && LargeBase.hasRead(outcome))
      #expect(try folder.snapshot("site") == site)
      #expect(try Data(contentsOf: record) == bytes)
    }
    // What there is to say is said each time.
    try folder.edit("content/p3.md", "Some", "[[nowhere]]")
    for _ in 0..<2 { #expect(try LargeBase.build(folder).errors.contains("nowhere")) }
  }
}
