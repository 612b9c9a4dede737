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
    case .noGit: "the program 'git' is needed to read commits, and it is not installed\n  help: install git"
    case .noRepository(let folder, let reason):
      "git found no repository at '\(folder)': \(reason)\n  help: only a folder that is kept in git can be compared"
    case .bareRepository(let folder):
      "'\(folder)' is a bare repository: it has no working files, and its settings may come from others"
        + "\n  help: clone it with 'git clone', and compare in the clone"
    case .foreignOwner(let folder, let path):
      "git refuses to read the repository at '\(folder)', because another user owns it\n  help: if you trust it, run: "
        + "git config --global --add safe.directory '\(path)'"
    case .noRevision(let name):
      "'\(name)' is not a revision\n  help: name a commit, a branch or a tag, such as HEAD~1 or main..HEAD"
    case .unknownRevision(let name):
      "git has no commit '\(name)'\n  help: 'git log' lists the commits, 'git branch --all' the branches"
    case .noMergeBase(let a, let b): "'\(a)' and '\(b)' have no commit in common"
    case .shallow(let name):
      "git has no commit '\(name)': this clone has only part of the history\n  help: run 'git fetch --unshallow', "
        + "or in GitHub Actions set 'fetch-depth: 0' for actions/checkout"
    case .missingObjects:
      "git does not have all the files of that commit: this clone is partial or damaged"
        + "\n  help: run 'git fetch --refetch --no-filter', or clone again without --filter"
    case .failed(let reason): "git failed: \(reason)"
    }
  }
}
