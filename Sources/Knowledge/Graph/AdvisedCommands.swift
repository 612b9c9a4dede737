import Diagnostics

/// Commands that the help of a diagnostic advises, as they can be pasted into a shell: from where the user is.
struct AdvisedCommands: Sendable {
  /// The folder of the knowledge base, as the user named it.
  let root: String

  private var isElsewhere: Bool { root != "." }

  func rename(_ old: String, to new: String) -> String {
    "remit rename \(old.quotedForShell) \(new.quotedForShell)"
      + (isElsewhere ? " --root \(root.quotedForShell)" : "")
  }

  /// - Parameter path: of a file, in the knowledge base.
  func takeBack(_ path: String) -> String {
    "git \(isElsewhere ? "-C \(root.quotedForShell) " : "")checkout HEAD -- \(path.quotedForShell)"
  }
}
