import Glibc

/// How the watcher works; other values are for tests.
struct WatchSettings {
  /// After this time without changes, those that there were are told.
  var quiet = Duration.milliseconds(5)
  /// After this time changes are told even if there are always more.
  var longest = Duration.milliseconds(100)
  /// From one look to the next, without inotify.
  var interval = Duration.milliseconds(300)
  /// From one look whether the folder is still the same to the next, with inotify: it tells nothing of a folder
  /// above that is moved, or of a deleted one that some program is in.
  var rootInterval = Duration.seconds(1)
  /// Folders that the kernel may be asked to watch.
  var limit = Int.max
}

/// A folder that is watched in one way or the other, or that has gone and may come back.
struct FolderWatch: ~Copyable {
  private(set) var method = FolderWatcher.Method.inotify
  private let root: String
  private let layout: SourceTree.Layout
  private let settings: WatchSettings
  private var gathered: GatheredChanges
  private var watches: InotifyWatches?
  /// The file descriptor of the kernel's watches.
  private var queue: CInt?
  private var polled: PolledFiles?
  private var nextPoll = ContinuousClock.now

  init(root: String, layout: SourceTree.Layout, settings: WatchSettings) throws {
    self.root = root
    self.layout = layout
    self.settings = settings
    gathered = GatheredChanges(quiet: settings.quiet, longest: settings.longest)
    // For the error that this throws.
    guard Descriptor(root, O_RDONLY | O_DIRECTORY) != nil else { throw FileError(root, "read") }
    start()
  }

  var nextLook: NextLook {
    NextLook(readable: queue, time: min(gathered.due ?? nextPoll, nextPoll))
  }

  /// What is to be told now.
  mutating func look() -> ChangedPaths {
    guard queue == nil else { return readEvents() }
    let begin = ContinuousClock.now
    guard begin >= nextPoll else { return ChangedPaths() }
    let wasThere = polled != nil
    let changes = polled?.changes()
    if changes == nil { start() }
    // Looking takes a tenth of the time at most.
    let now = ContinuousClock.now
    nextPoll = now + max(settings.interval, (now - begin) * 10)
    let isThere = polled != nil || queue != nil
    return changes ?? (wasThere || isThere ? .everything : ChangedPaths())
  }

  private mutating func readEvents() -> ChangedPaths {
    do throws(WatchFailure) {
      try watches?.read(into: &gathered)
      if nextPoll <= .now {
        try watches?.checkRoot()
        nextPoll = .now + settings.rootInterval
      }
      return gathered.take(at: .now)
    } catch {
      start()
      return .everything
    }
  }

  /// Watches anew: with inotify if possible, by polling if not, and waits for the folder if it has gone.
  private mutating func start() {
    gathered = GatheredChanges(quiet: settings.quiet, longest: settings.longest)
    watches = nil
    queue = nil
    polled = nil
    nextPoll = .now + settings.interval
    do throws(WatchFailure) {
      if let name = MountedFileSystem.remoteName(of: root) {
        throw .unavailable("the folder is on '\(name)', where changes made by others go unnoticed")
      }
      let started = try InotifyWatches.start(root: root, layout: layout, limit: settings.limit)
      queue = started.queue.number
      watches = consume started
      nextPoll = .now + settings.rootInterval
      method = .inotify
    } catch {
      switch error {
      case .unavailable(let reason):
        polled = PolledFiles(root: root, layout: layout)
        method = .polling(reason: reason)
      // It is tried again.
      case .noRoot, .overflow: break
      }
    }
  }
}
