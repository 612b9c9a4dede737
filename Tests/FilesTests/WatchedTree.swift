import Diagnostics
import Files
import Foundation
import Testing

/// A source tree that is kept up to date by what a watcher tells.
struct WatchedTree {
  struct Late: Error {}

  let root: String
  let changes: AsyncStream<ChangedPaths>
  private(set) var tree: SourceTree
  /// All that was told and that changed something.
  private(set) var seen: [SourceChanges] = []

  init(_ watcher: FolderWatcher, root: String) throws {
    self.root = root
    changes = watcher.changes()
    tree = try SourceTree.load(root: root)
  }

  /// What the watcher tells next, within 20 seconds.
  func next() async throws -> ChangedPaths {
    let changes = changes
    return try await withThrowingTaskGroup { group in
      group.addTask {
        for await changed in changes { return changed }
        throw Late()
      }
      group.addTask {
        try await Task.sleep(for: .seconds(20))
        throw Late()
      }
      defer { group.cancelAll() }
      guard let changed = try await group.next() else { throw Late() }
      return changed
    }
  }

  /// Follows the changes until the tree is so.
  mutating func follow(until isSo: (SourceTree) throws -> Bool) async throws {
    while try !isSo(tree) {
      let changes = try tree.refresh(try await next(), root: root)
      if !changes.isEmpty { seen.append(changes) }
    }
  }

  /// Follows the changes until the tree is what is on the disk.
  mutating func followToTheEnd() async throws {
    let root = root
    try await follow { TreeContents($0) == TreeContents(try SourceTree.load(root: root)) }
  }

  func text(_ path: String) -> String? {
    tree.content.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }
}
