import Foundation
import Glibc
import Testing

@testable import Files

/// The ways in which editors and other programs save a file.
struct SavingTests {
  enum Way: CaseIterable {
    case inPlace, truncateAndWrite, append, temporaryAndRename, hiddenTemporaryAndRename, deleteAndRecreate
    case backupByRename, backupByLink, exchangeOfLinks, truncation, moveFromOutside
  }

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ name: String, _ flags: CInt, _ parts: [String]) throws {
    let file = unsafe open(folder(name), O_WRONLY | flags, 0o644)
    try #require(file >= 0)
    for part in parts { try #require(unsafe Glibc.write(file, part, part.utf8.count) == part.utf8.count) }
    try #require(close(file) == 0)
  }

  private func move(_ name: String, _ other: String) throws {
    try #require(unsafe rename(folder(name), folder(other)) == 0)
  }

  private func save(_ way: Way) throws {
    let name = "content/a.md"
    switch way {
    case .inPlace: try write(name, 0, ["new ", "text"])
    case .truncateAndWrite: try write(name, O_TRUNC, ["new ", "text"])
    case .append: try write(name, O_APPEND, [" text"])
    case .temporaryAndRename:
      try write("content/4913", O_CREAT | O_EXCL, [])
      try #require(unsafe unlink(folder("content/4913")) == 0)
      try write("content/tmp123", O_CREAT | O_EXCL, ["new ", "text"])
      try move("content/tmp123", name)
    case .hiddenTemporaryAndRename:
      try write("content/.a.md.swp", O_CREAT | O_EXCL, ["new ", "text"])
      try move("content/.a.md.swp", name)
    case .deleteAndRecreate:
      try #require(unsafe unlink(folder(name)) == 0)
      try write(name, O_CREAT | O_EXCL, ["new ", "text"])
    case .backupByRename:
      try move(name, name + "~")
      try write(name, O_CREAT | O_EXCL, ["new ", "text"])
    case .backupByLink:
      try #require(unsafe link(folder(name), folder(name + "~")) == 0)
      try write("content/.new", O_CREAT | O_EXCL, ["new ", "text"])
      try move("content/.new", name)
    case .exchangeOfLinks:
      try write("content/.new", O_CREAT | O_EXCL, ["new ", "text"])
      try #require(unsafe unlink(folder(name)) == 0)
      try #require(unsafe link(folder("content/.new"), folder(name)) == 0)
    case .truncation: try #require(unsafe truncate(folder(name), 3) == 0)
    case .moveFromOutside:
      try write("outside", O_CREAT | O_EXCL, ["new ", "text"])
      try move("outside", name)
    }
  }

  private func textAfter(_ way: Way) -> String {
    switch way {
    case .append: "old text text"
    case .truncation: "old"
    default: "new text"
    }
  }

  @Test(arguments: Way.allCases, [Int.max, 0]) func isNoticed(_ way: Way, limit: Int) async throws {
    try folder.write("content/a.md", "old text")
    try folder.write("content/b.md", "other")
    var settings = WatchSettings()
    settings.limit = limit
    settings.interval = .milliseconds(10)
    let watcher = try FolderWatcher(root: folder.path, settings: settings)
    defer { watcher.stop() }
    var watched = try WatchedTree(watcher, root: folder.path)
    try save(way)
    try await watched.followToTheEnd()
    #expect(watched.text("content/a.md") == textAfter(way))
    #expect(watched.seen.allSatisfy { !$0.content.modified.contains("content/b.md") })
    #expect(watched.tree.content.count == 2)
  }

  /// While a program has a file open to write, others are told and this one is not.
  @Test func aFileIsReadWhenItIsClosed() async throws {
    try folder.write("content/a.md", "old text")
    var settings = WatchSettings()
    settings.longest = .seconds(3600)
    let watcher = try FolderWatcher(root: folder.path, settings: settings)
    defer { watcher.stop() }
    let watched = try WatchedTree(watcher, root: folder.path)
    let file = unsafe open(folder("content/a.md"), O_WRONLY | O_TRUNC)
    try #require(unsafe Glibc.write(file, "new ", 4) == 4)
    try folder.write("content/b.md", "")
    #expect(try await watched.next().covers("content/a.md") == false)
    try #require(unsafe Glibc.write(file, "text", 4) == 4)
    close(file)
    #expect(try await watched.next() == ChangedPaths(["content/a.md"]))
  }

  /// One that stays open is read after a while.
  @Test func aFileThatStaysOpenIsReadAsWell() async throws {
    try folder.write("content/a.md", "old text")
    let watcher = try FolderWatcher(root: folder.path)
    defer { watcher.stop() }
    let watched = try WatchedTree(watcher, root: folder.path)
    let file = unsafe open(folder("content/a.md"), O_WRONLY | O_TRUNC)
    defer { close(file) }
    try #require(unsafe Glibc.write(file, "new ", 4) == 4)
    #expect(try await watched.next() == ChangedPaths(["content/a.md"]))
  }
}
