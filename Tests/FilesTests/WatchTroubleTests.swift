import Foundation
import Glibc
import Synchronization
import Testing

@testable import Files

/// What the watcher does when the kernel cannot help, or the folder goes away.
struct WatchTroubleTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func settings(limit: Int) -> WatchSettings {
    var settings = WatchSettings()
    settings.interval = .milliseconds(10)
    settings.rootInterval = .seconds(3600)
    settings.limit = limit
    return settings
  }

  private func move(_ name: String, _ other: String) throws {
    try #require(unsafe rename(folder(name), folder(other)) == 0)
  }

  private func reason(_ method: FolderWatcher.Method) throws -> String {
    guard case .polling(let reason) = method else { throw WatchedTree.Late() }
    return reason
  }

  @Test func withTooFewWatchesItPollsAndSaysWhy() async throws {
    try folder.write("content/a/b.md", "")
    let watcher = try FolderWatcher(root: folder.path, settings: settings(limit: 2))
    defer { watcher.stop() }
    let number = try String(contentsOfFile: "/proc/sys/fs/inotify/max_user_watches", encoding: .utf8)
      .trimmingCharacters(in: .newlines)
    #expect(
      try reason(watcher.method)
        == "the limit on watches (fs.inotify.max_user_watches = \(number)) has been reached; raise it with "
        + "'sysctl fs.inotify.max_user_watches=524288' as root")
    var watched = try WatchedTree(watcher, root: folder.path)
    try folder.write("content/a/b.md", "new")
    try folder.write("content/c/d/e.md", "new")
    try folder.write("schema.yaml", "new")
    try await watched.followToTheEnd()
    #expect(watched.tree.content.count == 2 && watched.tree.schema != nil)
  }

  @Test func withTooFewWatchesLaterItPollsAndTells() async throws {
    try folder.write("content/a.md", "")
    let told = Mutex<[FolderWatcher.Method]>([])
    let watcher = try FolderWatcher(root: folder.path, settings: settings(limit: 3)) { method in
      told.withLock { $0.append(method) }
    }
    defer { watcher.stop() }
    #expect(watcher.method == .inotify)
    var watched = try WatchedTree(watcher, root: folder.path)
    try folder.write("content/b/c.md", "")
    try await watched.followToTheEnd()
    #expect(watcher.method == .inotify)
    try folder.write("content/d/e/f.md", "")
    #expect(try await watched.next() == .everything)
    #expect(try reason(watcher.method).hasPrefix("the limit on watches"))
    #expect(told.withLock { $0 } == [watcher.method])
    try folder.write("content/d/e/f.md", "polled")
    try await watched.followToTheEnd()
  }

  /// A file whose bytes, but neither whose size nor whose time, have changed.
  @Test func pollingSeesASecondChangeAtTheSameTime() async throws {
    try folder.write("content/a.md", "1")
    var polled = try #require(PolledFiles(root: folder.path, layout: SourceTree.Layout()))
    #expect(polled.changes() == ChangedPaths())
    try folder.write("content/a.md", "22")
    #expect(polled.changes() == ChangedPaths(["content/a.md"]))
    #expect(polled.changes() == ChangedPaths(["content/a.md"]))
  }

  @Test func whenEventsAreLostEverythingIsLookedAt() throws {
    try folder.write("content/a/b.md", "")
    var watch = try FolderWatch(root: folder.path, layout: SourceTree.Layout(), settings: WatchSettings())
    let limit = try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
    let count = try #require(Int(limit.trimmingCharacters(in: .newlines)))
    // Two that are the same would be one.
    for _ in 0...(count / 2) {
      try #require(unsafe mkfifo(folder("content/x"), 0o644) == 0 && unlink(folder("content/x")) == 0)
    }
    try folder.write("content/new/c.md", "")
    while try next(&watch) != .everything {}
    try folder.write("content/new/c.md", "new")
    #expect(try next(&watch) == ChangedPaths(["content/new/c.md"]))
    try folder.write("content/a/b.md", "new")
    #expect(try next(&watch) == ChangedPaths(["content/a/b.md"]))
  }

  private func next(_ watch: inout FolderWatch) throws -> ChangedPaths {
    let signal = try StopSignal()
    let end = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < end {
      _ = signal.wait(for: watch.nextLook)
      let changes = watch.look()
      if !changes.isEmpty { return changes }
    }
    throw WatchedTree.Late()
  }

  @Test(arguments: [Int.max, 0]) func aFolderThatGoesAndComesBackIsWatchedAgain(limit: Int) async throws {
    try folder.write("root/content/a.md", "1")
    try folder.write("other/content/a.md", "2")
    let watcher = try FolderWatcher(root: folder("root"), settings: settings(limit: limit))
    defer { watcher.stop() }
    var watched = try WatchedTree(watcher, root: folder("root"))
    try FileManager.default.removeItem(atPath: folder("root"))
    while try await watched.next() != .everything {}
    #expect(throws: FileError.self) { try SourceTree.load(root: folder("root")) }
    try move("other", "root")
    try await watched.followToTheEnd()
    #expect(watched.text("content/a.md") == "2")
    try folder.write("root/content/a.md", "3")
    try await watched.followToTheEnd()
    // Another in its place at once.
    try folder.write("third/content/b.md", "4")
    try move("root", "old")
    try move("third", "root")
    try await watched.followToTheEnd()
    #expect(watched.text("content/b.md") == "4" && watched.tree.content.count == 1)
    try folder.write("root/content/c.md", "5")
    try await watched.followToTheEnd()
  }

  /// The kernel tells neither that a folder which is open is deleted, nor that one above is moved.
  @Test func aFolderThatGoesUntoldIsMissed() async throws {
    try folder.write("above/root/content/a.md", "1")
    var settings = settings(limit: .max)
    settings.rootInterval = .milliseconds(10)
    let watcher = try FolderWatcher(root: folder("above/root"), settings: settings)
    defer { watcher.stop() }
    var watched = try WatchedTree(watcher, root: folder("above/root"))
    let open = unsafe open(folder("above/root"), O_RDONLY | O_DIRECTORY)
    defer { close(open) }
    try FileManager.default.removeItem(atPath: folder("above/root"))
    while try await watched.next() != .everything {}
    try folder.write("above/root/content/a.md", "2")
    try await watched.followToTheEnd()
    try folder.write("other/root/content/a.md", "3")
    try move("above", "moved")
    try move("other", "above")
    try await watched.followToTheEnd()
    #expect(watched.text("content/a.md") == "3")
    try folder.write("above/root/content/a.md", "4")
    try await watched.followToTheEnd()
  }

  @Test func theFolderMayBeReachedThroughALink() async throws {
    try folder.write("root/content/a.md", "1")
    try folder.link("link", to: "root")
    let watcher = try FolderWatcher(root: folder("link"))
    defer { watcher.stop() }
    var watched = try WatchedTree(watcher, root: folder("link"))
    try folder.write("root/content/a.md", "2")
    try await watched.followToTheEnd()
    #expect(watched.text("content/a.md") == "2" && watcher.method == .inotify)
  }

  @Test func aFolderThatIsNotThereIsAnError() {
    #expect(throws: FileError.self) { try FolderWatcher(root: folder("none")) }
  }

  @Test func whenItIsStoppedTheChangesEnd() async throws {
    let watcher = try FolderWatcher(root: folder.path)
    let changes = watcher.changes()
    watcher.stop()
    watcher.stop()
    var count = 0
    for await _ in changes { count += 1 }
    #expect(count == 0)
  }

  @Test func fileSystemsThatOthersWriteToAreKnown() {
    let mounts = """
      22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
      30 22 0:45 / /srv/kb rw,relatime - nfs4 host:/kb rw
      31 22 0:46 / /mnt/ssh rw - fuse.sshfs host: rw
      32 22 259:65537 / /mnt/disk rw - 9p x rw
      """
    #expect(MountedFileSystem.remoteName(of: 254 << 8, in: mounts) == nil)
    #expect(MountedFileSystem.remoteName(of: 45, in: mounts) == "nfs4")
    #expect(MountedFileSystem.remoteName(of: 46, in: mounts) == "fuse.sshfs")
    #expect(MountedFileSystem.remoteName(of: 47, in: mounts) == nil)
    #expect(MountedFileSystem.remoteName(of: 259 << 8 | 1 | 256 << 20, in: mounts) == "9p")
  }
}
