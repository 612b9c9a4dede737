/// The files of a commit by their paths, each to be read when it is asked for.
package struct GitFiles: Sendable {
  private let repository: GitRepository
  private let entries: [String: GitTree.Entry]

  /// Those that lie in the folder of the repository's knowledge base.
  ///
  /// - Parameter commit: as `GitRepository.commit` gives it.
  package init(_ repository: GitRepository, at commit: String) async throws {
    self.repository = repository
    entries = Dictionary(
      try await repository.entries(at: commit).filter { $0.isText && $0.sort == .file }.map { ($0.path, $0) }
    ) { first, _ in first }
  }

  package var paths: some Collection<String> { entries.keys }

  /// What some of the files hold, by their paths; those that are larger than any text are left out.
  package func contents(of paths: some Sequence<String>) async throws -> [String: [UInt8]] {
    let wanted = paths.compactMap { entries[$0] }.filter { $0.size <= SourceTree.maximumFileSize }
    let contents = try await repository.contents(of: wanted)
    return Dictionary(zip(wanted.map(\.path), contents)) { first, _ in first }
  }
}
