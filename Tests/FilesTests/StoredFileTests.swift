import Diagnostics
import Files
import Foundation
import Testing

/// Files that nobody looks into are not read: they are copied as they are.
struct StoredFileTests {
  private let folder: TemporaryFolder
  private let layout = SourceTree.Layout { $0.hasSuffix(".md") }
  private var site: String { folder("site") }

  init() throws { folder = try TemporaryFolder() }

  private func load() throws -> SourceTree { try SourceTree.load(root: folder.path, layout: layout) }

  private func build() throws -> WriteReport {
    let writer = try SiteWriter(output: site)
    do {
      return try writer.commit(try load().content.map { try writer.stage(String($0.path.dropFirst(8)), $0) })
    } catch {
      try writer.abandon()
      throw error
    }
  }

  @Test func onlyTheirSizeIsKnown() throws {
    try folder.write("content/a.md", "text")
    try folder.write("content/b.pdf", "document")
    try folder.write("templates/x.png", "image")
    let tree = try load()
    #expect(tree.content.map(\.bytes.count) == [4, 0] && tree.content.map(\.stored?.size) == [nil, 8])
    #expect(tree.templates?.map(\.stored) == [nil])
    #expect(tree.content[1].line(1) == nil)
    #expect(try tree.content[1].allBytes() == Array("document".utf8))
  }

  @Test(arguments: [0, 1, 1 << 18, (1 << 18) + 1, 3_000_000])
  func theyAreCopiedWholeAndOnce(size: Int) throws {
    let text = String((0..<size).map { _ in Character(Unicode.Scalar(UInt8.random(in: 97...122))) })
    try folder.write("content/a.bin", text)
    #expect(try build().written == ["a.bin"])
    #expect(folder.read("site/a.bin") == text)
    #expect(try build().unchanged == 1)
    guard size > 0 else { return }
    // As long as before.
    try folder.write("content/a.bin", text.dropLast() + "0")
    #expect(try build().written == ["a.bin"])
    #expect(folder.read("site/a.bin")?.last == "0")
  }

  @Test func aFileThatChangesDuringABuildStopsIt() throws {
    try folder.write("content/a.bin", "old")
    _ = try build()
    let file = try load().content[0]
    try folder.write("content/a.bin", "new")
    let writer = try SiteWriter(output: site)
    let error = #expect(throws: FileError.self) { try writer.stage("a.bin", file) }
    #expect(
      error?.description == "cannot read 'content/a.bin': it has changed since the build began; build again")
    try writer.abandon()
    #expect(folder.read("site/a.bin") == "old")
  }

  @Test func aFolderThatBecameALinkIsNotFollowed() throws {
    try folder.write("content/x/a.bin", "mine")
    try folder.write("elsewhere/a.bin", "theirs")
    let file = try load().content[0]
    try FileManager.default.removeItem(atPath: folder("content/x"))
    try folder.link("content/x", to: folder("elsewhere"))
    #expect(throws: FileError.self) { try file.allBytes() }
  }

  @Test func aChangeIsSeenWithoutReading() throws {
    try folder.write("content/a.bin", "old")
    try folder.write("content/b.bin", "same")
    var tree = try load()
    let kept = tree.content[1]
    try folder.write("content/a.bin", "new")
    let changes = try tree.refresh(.everything, root: folder.path, layout: layout)
    #expect(changes.content.modified == ["content/a.bin"] && tree.content[1] === kept)
  }
}
