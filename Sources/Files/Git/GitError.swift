package import Diagnostics

/// Why a commit could not be read. The message is a sentence for the person who asked, with a way out.
package enum GitError: Error, Hashable, CustomStringConvertible {
  case noGit
  case noRepository(String, String)
  case bareRepository(String)
  /// With the path that git names.
  case foreignOwner(String, String)
  case noRevision(String)
  case unknownRevision(String)
  case noMergeBase(String, String)
  case shallow(String)
  /// Files or commits are not in the clone; nothing is fetched.
  case missingObjects
  case failed(String)

  package var description: String { message.description }

  package var message: PlainMessage {
    switch self {
    case .noGit: "there is no program 'git', which reads the commits\n  help: install git"
    case .noRepository(let folder, let reason):
      "git finds no repository at '\(folder)': \(reason)\n  help: only what is kept in git can be compared"
    case .bareRepository(let folder):
      "'\(folder)' is a repository without a folder of files (a bare one), whose settings may come from others"
        + "\n  help: compare in a clone of it: git clone"
    case .foreignOwner(let folder, let path):
      "git refuses to read the repository at '\(folder)', as another user owns it\n  help: if you trust it: "
        + "git config --global --add safe.directory '\(path)'"
    case .noRevision(let name):
      "'\(name)' is no revision\n  help: write a commit, a branch or a tag, such as HEAD~1 or main..HEAD"
    case .unknownRevision(let name):
      "git knows no commit '\(name)'\n  help: git log shows the commits, git branch --all the branches"
    case .noMergeBase(let a, let b): "'\(a)' and '\(b)' have no commit in common"
    case .shallow(let name):
      "git knows no commit '\(name)', as this clone has only a part of the history\n  help: git fetch --unshallow, "
        + "or in GitHub Actions 'fetch-depth: 0' at actions/checkout"
    case .missingObjects:
      "git does not have all files of that commit: this clone is a partial one, or damaged, and nothing is fetched"
        + "\n  help: git fetch --refetch --no-filter, or clone without --filter"
    case .failed(let reason): "git failed: \(reason)"
    }
  }
}
