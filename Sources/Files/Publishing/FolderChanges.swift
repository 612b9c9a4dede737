import Glibc

/// What was changed in the output folder, step by step, and how to take it back. What goes away is kept in the staging
/// folder until then.
struct FolderChanges {
  private let output: OutputFolder
  private var steps: [Step] = []

  /// A way back.
  private enum Step {
    case rename(from: String, to: String)
    case removeFolder(String)
    case makeFolder(String)
  }

  init(in output: OutputFolder) { self.output = output }

  /// Brings a staged file into place, in one step.
  mutating func put(_ number: UInt32, at path: String) throws {
    let staged = OutputFolder.stagedName(number)
    let kept = OutputFolder.stagedName(output.nextNumber())
    // A second name for the old file: so there is no moment without one.
    let isKept = unsafe linkat(output.number, path, output.number, kept, 0) == 0
    let isNew = !isKept && errno == ENOENT
    guard unsafe renameat(output.number, staged, output.number, path) == 0 else {
      throw output.failure(path, "write")
    }
    // Some disks have no second names; then the new file stays, and it is a whole one.
    if isKept { steps.append(.rename(from: kept, to: path)) }
    if isNew { steps.append(.rename(from: path, to: staged)) }
  }

  mutating func takeAway(_ path: String) throws {
    let kept = OutputFolder.stagedName(output.nextNumber())
    guard unsafe renameat(output.number, path, output.number, kept) == 0 else {
      throw output.failure(path, "remove")
    }
    steps.append(.rename(from: kept, to: path))
  }

  /// Gives a file another path, at which nothing is.
  mutating func move(_ path: String, to newPath: String) throws {
    guard unsafe renameat(output.number, path, output.number, newPath) == 0 else {
      throw output.failure(newPath, "write")
    }
    steps.append(.rename(from: newPath, to: path))
  }

  mutating func makeFolder(_ path: String) throws {
    guard unsafe mkdirat(output.number, path, 0o755) == 0 else { throw output.failure(path, "create") }
    steps.append(.removeFolder(path))
  }

  /// Whether there was an empty folder; else `errno` says why not.
  mutating func removeFolder(_ path: String) -> Bool {
    guard unsafe unlinkat(output.number, path, AT_REMOVEDIR) == 0 else { return false }
    steps.append(.makeFolder(path))
    return true
  }

  /// Makes the folder what it was. What can't be taken back, the next build mends: the manifest that names old and new
  /// files is the last that goes.
  mutating func takeBack() {
    for step in steps.reversed() {
      switch step {
      case .rename(let from, let to): unsafe renameat(output.number, from, output.number, to)
      case .removeFolder(let path): unsafe unlinkat(output.number, path, AT_REMOVEDIR)
      case .makeFolder(let path): unsafe mkdirat(output.number, path, 0o755)
      }
    }
    steps = []
  }
}

extension OutputFolder {
  func failure(_ inside: String, _ action: String, _ reason: String = textOfError(errno)) -> FileError {
    FileError("\(path)/\(inside)", action, reason)
  }
}
