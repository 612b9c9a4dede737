import Foundation
import Glibc
import Testing

@testable import Files

struct FolderWatcherTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func move(_ name: String, _ other: String) throws {
    try #require(unsafe rename(folder(name), folder(other)) == 0)
  }

  private func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: folder(name)) }

  /// Starts a watcher, does things one after another, and follows each to the end.
  private func follow(
    _ settings: WatchSettings = WatchSettings(), steps: [() throws -> Void]
  ) async throws {
    let watcher = try FolderWatcher(root: folder.path, settings: settings)
    defer { watcher.stop() }
    var watched = try WatchedTree(watcher, root: folder.path)
    for (index, step) in steps.enumerated() {
      let before = TreeContents(watched.tree)
      try step()
      try await watched.followToTheEnd()
      #expect(TreeContents(watched.tree) != before, "step \(index)")
    }
  }

  @Test func whatIsNotReadIsNotTold() async throws {
    for name in [
      ".git/index", "site/index.html", ".remit/state", "notes/a.md", "content/a.md", "content/.x/y",
    ] {
      try folder.write(name, "old")
    }
    let watcher = try FolderWatcher(root: folder.path)
    defer { watcher.stop() }
    let watched = try WatchedTree(watcher, root: folder.path)
    #expect(watcher.method == .inotify)
    for name in [
      ".git/index", ".git/refs/heads/main", "site/index.html", "site/new/index.html", ".remit/state",
      "notes/a.md",
      "new/content/a.md", "README.md", "content/.a.md.swp", "content/a.md~", "content/#a.md#", "content/.x/y",
      "content/.y/z", "templates.old/x",
    ] {
      try folder.write(name, "new")
    }
    try move("site", "site2")
    try remove("notes")
    try folder.write("content/a.md", "last")
    #expect(try await watched.next() == ChangedPaths(["content/a.md"]))
  }

  @Test func rootFilesAndFoldersComeAndGo() async throws {
    try await follow(steps: [
      { try folder.write("remit.yaml", "a") },
      { try folder.write("schema.yaml", "a") },
      { try folder.write("content/a/b/c.md", "a") },
      { try folder.write("templates/x.html", "a") },
      { try folder.write("content/a/b/c.md", "b") },
      {
        try folder.write("new.yaml", "b")
        try move("new.yaml", "remit.yaml")
      },
      {
        try move("content", "content.old")
        try folder.write("content/x.md", "")
      },
      { try folder.write("content/x.md", "new") },
      {
        try remove("content")
        try move("content.old", "content")
      },
      { try folder.write("content/a/b/c.md", "again") },
      { try remove("schema.yaml") },
      { try remove("templates") },
      { try folder.link("templates", to: "content") },
    ])
  }

  @Test func foldersComeMoveAndGo() async throws {
    try folder.write("content/a.md", "")
    try folder.write("outside/o/p.md", "")
    try await follow(steps: [
      { try folder.write("content/a/b/c/d.md", "in new folders") },
      { try folder.write("content/a/b/c/d.md", "changed") },
      { try move("content/a/b", "content/b") },
      { try folder.write("content/b/c/d.md", "changed after the move") },
      { try move("outside/o", "content/b/o") },
      { try folder.write("content/b/o/p.md", "changed after it came in") },
      { try folder.write("content/b/o/q/r.md", "new after it came in") },
      { try move("content/b", "outside/b") },
      { try folder.write("content/b/c/d.md", "another of that name") },
      { try remove("content/b") },
      {
        try move("outside/b", "content/.hidden")
        try folder.write("content/.hidden/x.md", "")
        try folder.write("content/y.md", "")
      },
      { try move("content/.hidden", "content/shown") },
      { try folder.write("content/shown/c/d.md", "no longer hidden") },
    ])
  }

  @Test func aMovedFolderIsToldOnlyWhereItIs() async throws {
    try folder.write("content/a/x.md", "")
    let watcher = try FolderWatcher(root: folder.path)
    defer { watcher.stop() }
    let watched = try WatchedTree(watcher, root: folder.path)
    try move("content/a", "away")
    #expect(try await watched.next() == ChangedPaths(["content/a"]))
    try folder.write("away/x.md", "unseen")
    try folder.write("content/b.md", "seen")
    #expect(try await watched.next() == ChangedPaths(["content/b.md"]))
  }

  @Test func timesOfFoldersAreNotTold() async throws {
    try folder.write("content/a/x.md", "")
    let watcher = try FolderWatcher(root: folder.path)
    defer { watcher.stop() }
    let watched = try WatchedTree(watcher, root: folder.path)
    try #require(unsafe utimes(folder("content/a"), nil) == 0)
    try #require(unsafe utimes(folder("content"), nil) == 0)
    try folder.write("content/b.md", "")
    #expect(try await watched.next() == ChangedPaths(["content/b.md"]))
    try #require(unsafe chmod(folder("content/a"), 0o700) == 0)
    #expect(try await watched.next() == ChangedPaths(["content/a"]))
  }

  @Test func aNameThatIsNoTextIsSeenToComeAndGo() async throws {
    try folder.write("content/a.md", "")
    let name = Array(folder("content/x").utf8CString.dropLast()) + [-1, 0]
    try await follow(steps: [
      { close(unsafe open(name, O_CREAT | O_WRONLY, 0o644)) },
      { try #require(unsafe unlink(name) == 0) },
    ])
  }

  @Test func aThousandFilesComeInFewPieces() async throws {
    try folder.write("content/a.md", "")
    let watcher = try FolderWatcher(root: folder.path)
    defer { watcher.stop() }
    var watched = try WatchedTree(watcher, root: folder.path)
    for index in 0..<1000 { try folder.write("content/\(index % 20)/\(index).md", "\(index)") }
    try await watched.followToTheEnd()
    #expect(watched.tree.content.count == 1001)
    #expect(watched.seen.reduce(0) { $0 + $1.content.added.count } == 1000)
    #expect(watched.seen.count < 100)
  }

  @Test(arguments: 0..<40) func anyChangesAreFollowed(seed: Int) async throws {
    let root = folder("root")
    defer { removeAll(Array(root.utf8CString)) }
    try #require(unsafe mkdir(root, 0o755) == 0)
    var settings = WatchSettings()
    settings.longest = .milliseconds(20)
    settings.interval = .milliseconds(5)
    if seed % 5 == 4 { settings.limit = seed % 2 * 4 }
    let watcher = try FolderWatcher(root: root, settings: settings)
    defer { watcher.stop() }
    var watched = try WatchedTree(watcher, root: root)
    var random = RandomChanges(root: root, seed: seed + 1000)
    for _ in 0..<10 {
      for _ in 0...random.number(below: 10) { _ = random.next() }
      try await watched.followToTheEnd()
    }
  }
}
