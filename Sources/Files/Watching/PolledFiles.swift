import Glibc

/// What the files and folders of a knowledge base looked like when they were last looked at, where the kernel
/// does not tell of changes.
struct PolledFiles {
  /// Two that are equal are of a file that has not changed.
  private struct Stamp: Equatable {
    private var device: dev_t
    private var inode: ino_t
    private var mode: mode_t
    private var owner: uid_t
    private var group: gid_t
    private var size: off_t = 0
    /// In seconds and nanoseconds: when its bytes were changed, and when anything about it was.
    private var times: [Int] = []
    /// In a folder.
    var unreadableNames: [String] = []

    init(_ status: stat) {
      device = status.st_dev
      inode = status.st_ino
      mode = status.st_mode
      owner = status.st_uid
      group = status.st_gid
      // What changes in a folder has a stamp of its own.
      guard !status.isFolder else { return }
      size = status.st_size
      times = [
        status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
      ]
    }
  }

  private typealias Stamps = [[UInt8]: Stamp]

  private let root: String
  private let layout: SourceTree.Layout
  /// By the bytes of their paths: strings of other bytes can be equal.
  private var stamps: Stamps
  /// When a path was last seen to change.
  private var recent: [[UInt8]: ContinuousClock.Instant] = [:]

  /// How long a second change can leave the stamp as it is: some file systems count in two seconds.
  private static let coarsestTime = Duration.seconds(2)

  /// `nil` where there is no folder `root` that can be read.
  init?(root: String, layout: SourceTree.Layout) {
    guard let stamps = Self.look(root: root, layout: layout) else { return nil }
    self.root = root
    self.layout = layout
    self.stamps = stamps
  }

  /// Looks again: what has changed since the last time; `nil` where the folder can no longer be read.
  mutating func changes() -> ChangedPaths? {
    guard let new = Self.look(root: root, layout: layout) else { return nil }
    let now = ContinuousClock.now
    recent = recent.filter { $0.value + Self.coarsestTime > now }
    var changed = Array(recent.keys)
    for (path, stamp) in new where stamps[path] != stamp {
      recent[path] = now
      changed.append(path)
    }
    changed += stamps.keys.filter { new[$0] == nil }
    stamps = new
    return ChangedPaths(changed.map { String(decoding: $0, as: UTF8.self) })
  }

  private static func look(root: String, layout: SourceTree.Layout) -> Stamps? {
    guard let folder = Descriptor(root, O_RDONLY | O_DIRECTORY), let own = folder.status() else { return nil }
    var stamps: Stamps = [[]: Stamp(own)]
    var folders: [String] = []
    for name in layout.names {
      guard let status = status(of: name, in: folder.number) else { continue }
      stamps[Array(name.utf8)] = Stamp(status)
      if status.isFolder, layout.folders.contains(name) { folders.append(name) }
    }
    while let path = folders.popLast() { look(at: path, in: folder, &stamps, &folders) }
    return stamps
  }

  private static func look(
    at path: String, in root: borrowing Descriptor, _ stamps: inout Stamps, _ folders: inout [String]
  ) {
    // What cannot be read has a stamp, which changes when it can be.
    guard let folder = root.folder(at: path), let listing = FolderListing(of: folder) else { return }
    stamps[Array(path.utf8)]?.unreadableNames = listing.unreadableNames.sorted()
    for entry in listing.entries where !isLeftOut(entry.name) {
      let entryPath = "\(path)/\(entry.name)"
      guard let status = status(of: entry.name, in: folder.number) else { continue }
      stamps[Array(entryPath.utf8)] = Stamp(status)
      if status.isFolder { folders.append(entryPath) }
    }
  }
}
