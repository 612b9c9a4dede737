import Diagnostics

/// The git repository that a knowledge base's folder lies in. It is only read.
package struct GitRepository: Sendable {
  private let root: String
  /// The knowledge base's folder below the repository's, with a slash at its end; empty where they are the same.
  private let prefix: [UInt8]

  /// - Throws: `GitError` where the folder is in no repository, or git is not at hand.
  package init(root: String) async throws {
    self.root = root
    let outcome = try await GitRepository.git(["-C", root, "rev-parse", "--show-prefix"])
    guard outcome.status == 0 else { throw GitError.noRepository(root, outcome.reason) }
    prefix = Array(outcome.output.dropLast(outcome.output.last == UInt8(ascii: "\n") ? 1 : 0))
  }

  /// The id of the commit that a revision means.
  package func commit(_ revision: String) async throws -> String {
    guard !revision.isEmpty, !revision.hasPrefix("-") else { throw GitError.noRevision(revision) }
    let outcome = try await git([
      "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}",
    ])
    guard outcome.status == 0, let id = outcome.line else {
      throw try await isShallow ? GitError.shallow(revision) : GitError.unknownRevision(revision)
    }
    return id
  }

  /// The commit from which two parted.
  package func mergeBase(_ a: String, _ b: String) async throws -> String {
    let outcome = try await git(["merge-base", try await commit(a), try await commit(b)])
    guard outcome.status == 0, let id = outcome.line else {
      throw try await isShallow ? GitError.shallow("\(a)...\(b)") : GitError.noMergeBase(a, b)
    }
    return id
  }

  /// What a commit has of the knowledge base; nothing where its folder was not there yet.
  ///
  /// - Parameter commit: as `commit` and `mergeBase` give it.
  package func sourceTree(
    at commit: String, layout: SourceTree.Layout = SourceTree.Layout()
  ) async throws -> SourceTree {
    let tree = GitTree(try await entries(at: commit), layout: layout)
    return tree.sourceTree(try await contents(of: tree.wanted), layout: layout)
  }

  private func entries(at commit: String) async throws -> [GitTree.Entry] {
    let folder = String(decoding: prefix.dropLast(), as: UTF8.self)
    guard folder.utf8.elementsEqual(prefix.dropLast()) else {
      throw GitError.failed("the folder's name is not UTF-8 text")
    }
    let tree = folder.isEmpty ? commit : commit + ":" + folder
    let found = try await git(["rev-parse", "--verify", "--quiet", "--end-of-options", tree])
    guard found.status == 0, let id = found.line else { return [] }
    let outcome = try await git(["ls-tree", "-r", "-z", "-l", "--full-tree", id])
    guard outcome.status == 0 else { throw GitError.failed(outcome.reason) }
    return outcome.output.split(separator: 0).compactMap(GitTree.Entry.init)
  }

  private func contents(of entries: [GitTree.Entry]) async throws -> [[UInt8]] {
    guard !entries.isEmpty else { return [] }
    let outcome = try await git(
      ["cat-file", "--batch"], input: Array(entries.map { $0.object + "\n" }.joined().utf8))
    guard outcome.status == 0 else { throw GitError.failed(outcome.reason) }
    var rest = outcome.output[...]
    return try entries.map { entry in
      // `<object> blob <size>`, the bytes, a line feed.
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")),
        let word = rest[..<end].split(separator: UInt8(ascii: " ")).last,
        let size = Int(String(decoding: word, as: UTF8.self)), rest.endIndex - end > size + 1
      else { throw GitError.failed("git has no object for '\(entry.path)'") }
      let bytes = rest[(end + 1)..<(end + 1 + size)]
      rest = rest[(end + size + 2)...]
      return Array(bytes)
    }
  }

  /// The ids that git would give to files of the folder, by their bytes alone.
  func objects(of paths: [String]) async throws -> [String] {
    if paths.isEmpty { return [] }
    // Whole paths: git reads these from the top of the repository.
    let folder = resolvedPath(root)
    let names = paths.map { folder + "/" + $0 + "\n" }.joined()
    let outcome = try await git(["hash-object", "--no-filters", "--stdin-paths"], input: Array(names.utf8))
    let ids = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").map(String.init)
    guard outcome.status == 0, ids.count == paths.count else { throw GitError.failed(outcome.reason) }
    return ids
  }

  private var isShallow: Bool {
    get async throws { try await git(["rev-parse", "--is-shallow-repository"]).line == "true" }
  }

  private func git(_ arguments: [String], input: [UInt8] = []) async throws -> ChildProcess.Outcome {
    try await GitRepository.git(["-C", root] + arguments, input: input)
  }

  private static func git(_ arguments: [String], input: [UInt8] = []) async throws -> ChildProcess.Outcome {
    var child = ChildProcess("git", arguments)
    child.input = input
    child.timeLimit = .seconds(600)
    // Messages in English, no lock on the index, no question to anybody.
    child.environment = ["LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"]
    do {
      return try await child.run()
    } catch ChildProcessError.notFound {
      throw GitError.noGit
    } catch let error as ChildProcessError {
      throw GitError.failed(error.description)
    }
  }
}

/// Why a commit could not be read. The description is a sentence for the person who asked, with a way out.
package enum GitError: Error, Hashable, CustomStringConvertible {
  case noGit
  case noRepository(String, String)
  case noRevision(String)
  case unknownRevision(String)
  case noMergeBase(String, String)
  case shallow(String)
  case failed(String)

  package var description: String {
    switch self {
    case .noGit: "there is no program 'git', which reads the commits\n  help: install git"
    case .noRepository(let folder, let reason):
      "git finds no repository at '\(folder)': \(reason)\n  help: only what is kept in git can be compared"
    case .noRevision(let name):
      "'\(name)' is no revision\n  help: write a commit, a branch or a tag, such as HEAD~1 or main..HEAD"
    case .unknownRevision(let name):
      "git knows no commit '\(name)'\n  help: git log shows the commits, git branch --all the branches"
    case .noMergeBase(let a, let b): "'\(a)' and '\(b)' have no commit in common"
    case .shallow(let name):
      "git knows no commit '\(name)', as this clone has only a part of the history\n  help: git fetch --unshallow, "
        + "or in GitHub Actions 'fetch-depth: 0' at actions/checkout"
    case .failed(let reason): "git failed: \(reason)"
    }
  }
}

extension ChildProcess.Outcome {
  /// What git said, without its prefix.
  fileprivate var reason: String {
    let line = errors.split(separator: "\n").first.map(String.init) ?? "status \(status)"
    return line.hasPrefix("fatal: ") ? String(line.dropFirst("fatal: ".count)) : line
  }

  /// The one line that it printed.
  fileprivate var line: String? {
    let text = String(decoding: output, as: UTF8.self).split(separator: "\n")
    return text.count == 1 ? String(text[0]) : nil
  }
}
