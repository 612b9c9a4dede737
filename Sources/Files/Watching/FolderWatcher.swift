import Dispatch
import Glibc
import Synchronization

/// Tells what changes in the folder of a knowledge base: in the files that `SourceTree.load` reads, and in
/// nothing else. It has to be stopped.
package final class FolderWatcher: Sendable {
  package enum Method: Sendable, Equatable {
    /// The kernel tells at once.
    case inotify
    /// The files are looked at again and again, because of a reason that says what the user can do about it.
    case polling(reason: String)
  }

  private struct Undelivered {
    var changes = ChangedPaths()
    var method: Method
  }

  private let undelivered: Mutex<Undelivered>
  private let watch: Mutex<FolderWatch>
  private let signals: AsyncStream<Void>
  private let signal: AsyncStream<Void>.Continuation
  private let stopping: StopSignal
  private let methodChanged: @Sendable (Method) -> Void

  /// Begins to watch: whatever changes after this is told.
  ///
  /// `methodChanged` is called, on a thread of the watcher's, when the method changes later on.
  ///
  /// - Throws: `FileError` where `root` is no folder that can be read.
  package convenience init(
    root: String, layout: SourceTree.Layout = SourceTree.Layout(),
    methodChanged: @escaping @Sendable (Method) -> Void = { _ in }
  ) throws {
    try self.init(root: root, layout: layout, settings: WatchSettings(), methodChanged: methodChanged)
  }

  init(
    root: String, layout: SourceTree.Layout = SourceTree.Layout(), settings: WatchSettings,
    methodChanged: @escaping @Sendable (Method) -> Void = { _ in }
  ) throws {
    stopping = try StopSignal()
    let watch = try FolderWatch(root: root, layout: layout, settings: settings)
    undelivered = Mutex(Undelivered(method: watch.method))
    self.watch = Mutex(watch)
    (signals, signal) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    self.methodChanged = methodChanged
    // A queue of its own is a thread of its own while it waits.
    DispatchQueue(label: "watch").async { self.run() }
  }

  package var method: Method { undelivered.withLock { $0.method } }

  /// What changes, from the first moment on. While nobody takes it, it is put together. For one reader; ends
  /// when the watcher is stopped or the reader's task is cancelled.
  ///
  /// A folder that is deleted is a change of everything, and so is one that comes back.
  package func changes() -> AsyncStream<ChangedPaths> {
    AsyncStream { [self] in
      for await _ in signals {
        let changes = undelivered.withLock { undelivered in
          defer { undelivered.changes = ChangedPaths() }
          return undelivered.changes
        }
        if !changes.isEmpty { return changes }
      }
      return nil
    }
  }

  package func stop() {
    stopping.send()
  }

  private func run() {
    while !stopping.wait(for: watch.withLock { $0.nextLook }) {
      let (changes, method) = watch.withLock { ($0.look(), $0.method) }
      let hasOtherMethod = undelivered.withLock { undelivered in
        undelivered.changes.formUnion(changes)
        defer { undelivered.method = method }
        return undelivered.method != method
      }
      if hasOtherMethod { methodChanged(method) }
      if !changes.isEmpty { signal.yield() }
    }
    signal.finish()
  }
}
