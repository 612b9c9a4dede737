import Glibc

/// The kernel's watches on the folder of a knowledge base and on all folders below those that are read.
struct InotifyWatches: ~Copyable {
  /// Readable when there are events.
  let queue: Descriptor
  private let layout: SourceTree.Layout
  private let limit: Int
  /// Opened again and again: that a folder is deleted is told once nobody has it open.
  private let root: String
  private let rootStamp: FolderStamp
  private var rootWatch: CInt = -1
  private var folders: [CInt: WatchedFolder] = [:]

  private static let events =
    IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB
    | IN_ONLYDIR | IN_EXCL_UNLINK

  private init(
    _ queue: consuming Descriptor, _ root: String, _ stamp: FolderStamp, _ layout: SourceTree.Layout,
    _ limit: Int
  ) {
    self.queue = queue
    self.root = root
    rootStamp = stamp
    self.layout = layout
    self.limit = limit
  }

  /// Watches at most `limit` folders.
  static func start(
    root path: String, layout: SourceTree.Layout, limit: Int
  ) throws(WatchFailure) -> InotifyWatches {
    guard let root = Descriptor(path, O_RDONLY | O_DIRECTORY), let stamp = FolderStamp(of: root) else {
      throw .noRoot
    }
    let queue = inotify_init1(CInt(IN_CLOEXEC | IN_NONBLOCK))
    guard queue >= 0 else { throw .call("inotify_init1") }
    var watches = InotifyWatches(Descriptor(owning: queue), path, stamp, layout, limit)
    try watches.watchAll(root)
    return watches
  }

  private mutating func watchAll(_ folder: borrowing Descriptor) throws(WatchFailure) {
    rootWatch = try watch(folder, IN_DELETE_SELF | IN_MOVE_SELF)
    folders[rootWatch] = WatchedFolder(parent: nil, name: "", stamp: rootStamp)
    for name in layout.folders { try watchFolders(from: name, in: rootWatch) }
  }

  /// Throws where the folder of the knowledge base is another now, is gone, or others may read it.
  func checkRoot() throws(WatchFailure) { _ = try openRoot() }

  private func openRoot() throws(WatchFailure) -> Descriptor {
    guard let folder = Descriptor(root, O_RDONLY | O_DIRECTORY), FolderStamp(of: folder) == rootStamp else {
      throw .noRoot
    }
    return folder
  }

  /// Notes what the waiting events tell, as many as one read gives.
  mutating func read(into changes: inout GatheredChanges) throws(WatchFailure) {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe bytes.withUnsafeMutableBytes { unsafe queue.readOnce($0) }
    guard count >= 0 || errno == EAGAIN else { throw .call("read") }
    bytes.removeLast(bytes.count - max(count, 0))
    let now = ContinuousClock.now
    for event in InotifyEvent.events(in: bytes) { try note(event, in: &changes, at: now) }
  }

  private mutating func note(
    _ event: InotifyEvent, in changes: inout GatheredChanges, at now: ContinuousClock.Instant
  ) throws(WatchFailure) {
    if event.isAny(of: IN_Q_OVERFLOW) { throw .overflow }
    guard folders[event.watch] != nil else { return }
    let isRoot = event.watch == rootWatch
    if isRoot, event.isAny(of: IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF) { throw .noRoot }
    if event.isAny(of: IN_IGNORED | IN_UNMOUNT) {
      changes.add(path(of: event.watch), at: now)
      return event.isAny(of: IN_IGNORED) ? forget(event.watch) : ()
    }
    guard !event.name.isEmpty else {
      if isRoot { try checkRoot() }
      return
    }
    guard let name = String(validating: event.name, as: UTF8.self) else {
      return isRoot ? () : changes.add(path(of: event.watch), at: now)
    }
    guard isRoot ? layout.names.contains(name) : !isLeftOut(name) else { return }
    let path = isRoot ? name : path(of: event.watch) + "/" + name
    if event.isAny(of: IN_ISDIR), !isRoot || layout.folders.contains(name) {
      guard try noteFolder(event, name, path) else { return }
      changes.add(path, at: now)
    } else {
      changes.add(path, isFinished: !event.isAny(of: IN_CREATE | IN_MODIFY), at: now)
    }
  }

  /// Whether what is in the folder may have changed.
  private mutating func noteFolder(
    _ event: InotifyEvent, _ name: String, _ path: String
  ) throws(WatchFailure) -> Bool {
    let child = folders[event.watch]?.children[event.name]
    if event.isAny(of: IN_DELETE | IN_MOVED_FROM) {
      if let child { forget(child) }
      return true
    }
    if event.isAny(of: IN_ATTRIB), let child {
      if let folder = try openRoot().folder(at: path) {
        // Only its times have changed.
        if FolderStamp(of: folder) == folders[child]?.stamp { return false }
      } else {
        forget(child)
      }
    }
    try watchFolders(from: name, in: event.watch)
    return true
  }

  // MARK: Folders

  /// Watches a folder and all below it. What is made in a folder before its watch is found by listing it, what
  /// is made afterwards is told by the watch.
  private mutating func watchFolders(from name: String, in parent: CInt) throws(WatchFailure) {
    let root = try openRoot()
    var waiting = [(name: name, parent: parent)]
    while let (name, parent) = waiting.popLast() {
      let path = parent == rootWatch ? name : path(of: parent) + "/" + name
      guard let folder = root.folder(at: path), let stamp = FolderStamp(of: folder) else {
        // It has gone, or its rights change when it can be read: the parent's watch tells of both.
        if [ENOENT, ENOTDIR, ELOOP, EACCES, EPERM].contains(errno) { continue }
        throw .call("open")
      }
      let watch = try watch(folder)
      // Folders were moved into each other while they were opened.
      if isFolder(parent, in: watch) { throw .overflow }
      guard add(watch, name, in: parent, stamp) else { continue }
      guard let listing = FolderListing(of: folder) else { throw .call("readdir") }
      for entry in listing.entries where entry.sort == .folder && !isLeftOut(entry.name) {
        waiting.append((entry.name, watch))
      }
    }
  }

  /// Starts a watch, or gives that which the folder has already.
  private func watch(_ folder: borrowing Descriptor, _ more: CInt = 0) throws(WatchFailure) -> CInt {
    guard folders.count < limit else { throw .call("inotify_add_watch", code: ENOSPC) }
    let watch = unsafe inotify_add_watch(
      queue.number, "/proc/self/fd/\(folder.number)", UInt32(bitPattern: Self.events | more))
    guard watch >= 0 else { throw .call("inotify_add_watch") }
    return watch
  }

  /// Notes where a watched folder is; whether what is in it is still to be found.
  private mutating func add(_ watch: CInt, _ name: String, in parent: CInt, _ stamp: FolderStamp) -> Bool {
    let key = Array(name.utf8)
    if let other = folders[parent]?.children[key], other != watch { forget(other) }
    var folder = folders[watch] ?? WatchedFolder(parent: parent, name: name, stamp: stamp)
    let isNew = folders[watch] == nil
    // It has been moved, which the events that are still to come tell as well.
    if let old = folder.parent { folders[old]?.children[Array(folder.name.utf8)] = nil }
    folder.parent = parent
    folder.name = name
    folder.stamp = stamp
    folders[watch] = folder
    folders[parent]?.children[key] = watch
    return isNew
  }

  /// Ends the watches on a folder and on all below it.
  private mutating func forget(_ watch: CInt) {
    if let folder = folders[watch], let parent = folder.parent {
      folders[parent]?.children[Array(folder.name.utf8)] = nil
    }
    var waiting = [watch]
    while let watch = waiting.popLast() {
      guard let folder = folders.removeValue(forKey: watch) else { continue }
      waiting += folder.children.values
      // It fails where the folder is gone, and the watch with it.
      inotify_rm_watch(queue.number, watch)
    }
  }

  private func isFolder(_ folder: CInt, in other: CInt) -> Bool {
    var next: CInt? = folder
    while let watch = next {
      if watch == other { return true }
      next = folders[watch]?.parent
    }
    return false
  }

  private func path(of watch: CInt) -> String {
    var parts: [String] = []
    var next = folders[watch]
    while let folder = next, let parent = folder.parent {
      parts.append(folder.name)
      next = folders[parent]
    }
    return parts.reversed().joined(separator: "/")
  }
}
