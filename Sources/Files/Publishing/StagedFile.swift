package import Diagnostics

/// A finished file on its way into the output folder. Its bytes are on disk already, not in memory.
package struct StagedFile: Hashable, Sendable {
  package enum State: Hashable, Sendable {
    /// The file in place has the same bytes.
    case unchanged
    /// To be renamed into place.
    case staged
    /// Something that Remit did not make is in the way, and is left as it is.
    case foreign(Obstacle)
  }

  /// Relative to the output folder, with `/` between the parts.
  package let path: String
  package let state: State
  /// The file's name in the staging folder, where it is staged.
  let number: UInt32

  init(path: String, state: State, number: UInt32 = 0) {
    self.path = path
    self.state = state
    self.number = number
  }

  /// An error that names what is in the way, where something is.
  package var diagnostic: Diagnostic? {
    guard case .foreign(let obstacle) = state else { return nil }
    return Diagnostic(
      obstacle.sort == .symbolicLink ? .symbolicLink : .foreignFile, .error,
      "'\(path)' cannot be written: '\(obstacle.path)' is \(obstacle.sort.rawValue) that Remit did not make",
      at: nil, help: "move it away, or choose another output folder")
  }
}

/// What is in the way of a file.
package struct Obstacle: Hashable, Sendable {
  package enum Sort: String, Hashable, Sendable {
    case file = "a file"
    case folder = "a folder"
    case symbolicLink = "a symbolic link"
    case other = "something"
  }

  /// The output folder's path and the one inside it.
  package var path: String
  package var sort: Sort
}

/// What a commit did.
package struct WriteReport: Hashable, Sendable {
  /// Sorted by the paths' bytes, as `removed`.
  package var written: [String] = []
  package var removed: [String] = []
  package var unchanged = 0

  package init(unchanged: Int = 0) { self.unchanged = unchanged }
}
