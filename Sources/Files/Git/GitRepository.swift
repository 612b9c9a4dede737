/// The git repository that a knowledge base's folder lies in. It is only read.
package struct GitRepository: Sendable {
  private let root: String
  /// The knowledge base's folder below the repository's, with a slash at its end; empty where they are the same.
  private let prefix: [UInt8]

  /// - Throws: `GitError` where the folder is in no repository, or git is not at hand.
  package init(root: String) async throws {
    self.root = root
    let outcome = try await GitProcess(folder: root).run(["rev-parse", "--show-prefix"])
    guard outcome.status == 0 else {
      if case .failed(let reason) = outcome.failure(in: root) { throw GitError.noRepository(root, reason) }
      throw outcome.failure(in: root)
    }
    prefix = Array(outcome.output.dropLast(outcome.output.last == UInt8(ascii: "\n") ? 1 : 0))
  }

  /// The knowledge base's folder below the repository's, with a slash at its end; empty where they are the same.
  package var folder: String { String(decoding: prefix, as: UTF8.self) }

  /// The id of the commit that a revision means.
  package func commit(_ revision: String) async throws -> String {
    guard !revision.isEmpty, !revision.hasPrefix("-") else { throw GitError.noRevision(revision) }
    let outcome = try await git([
      "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}",
    ])
    guard outcome.status == 0, let id = outcome.object else {
      throw try await isShallow ? GitError.shallow(revision) : GitError.unknownRevision(revision)
    }
    return id
  }

  /// The commit from which two parted.
  package func mergeBase(_ a: String, _ b: String) async throws -> String {
    let outcome = try await git(["merge-base", try await commit(a), try await commit(b)])
    guard outcome.status == 0, let id = outcome.object else {
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

  func entries(at commit: String) async throws -> [GitTree.Entry] {
    let folder = String(decoding: prefix.dropLast(), as: UTF8.self)
    guard folder.utf8.elementsEqual(prefix.dropLast()) else {
      throw GitError.failed("the folder's name is not UTF-8 text")
    }
    let tree = folder.isEmpty ? commit : commit + ":" + folder
    let found = try await git(["rev-parse", "--verify", "--quiet", "--end-of-options", tree])
    guard found.status == 0, let id = found.object else { return [] }
    let outcome = try await git(["ls-tree", "-r", "-z", "-l", "--full-tree", id])
    guard outcome.status == 0 else { throw outcome.failure(in: root) }
    return try outcome.output.split(separator: 0).map { line in
      guard let entry = GitTree.Entry(line) else { throw GitError.failed("its list of files cannot be read") }
      return entry
    }
  }

  func contents(of entries: [GitTree.Entry]) async throws -> [[UInt8]] {
    guard !entries.isEmpty else { return [] }
    let outcome = try await git(
      ["cat-file", "--batch"], input: Array(entries.map { $0.object + "\n" }.joined().utf8))
    guard outcome.status == 0 else { throw outcome.failure(in: root) }
    var rest = outcome.output[...]
    return try entries.map { entry in
      // `<object> blob <size>`, the bytes, a line feed.
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")),
        let word = rest[..<end].split(separator: UInt8(ascii: " ")).last,
        let size = Int(String(decoding: word, as: UTF8.self)), (0..<(rest.endIndex - end - 1)).contains(size)
      else { throw GitError.missingObjects }
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
    try await GitProcess(folder: root).run(arguments, input: input)
  }
}
