import Diagnostics
import Files
import Folding
import Knowledge
import Progress
import Site

/// What the last commit had and the folder has not, as far as somebody asks for it by name.
struct GoneFiles: Sendable {
  /// What decides the answer: while it is the same, the commit isn't looked into again.
  private let names: Set<String>
  private let paths: Set<String>
  /// The last commit; `nil` without git, or without a commit.
  private var commit: String?
  private var committed: Set<String> = []
  /// Those that the commit has not: one may have the text of a file that is gone.
  private var newFiles: [SourceText] = []

  private(set) var entities: [GoneEntity] = []

  /// Asks git, where there are names that lead nowhere.
  ///
  /// - Parameter earlier: what was found for an earlier state.
  init?(
    of base: KnowledgeBase, in root: String, after earlier: GoneFiles?, progress: ProgressMeter? = nil
  ) async {
    names = base.graph.unknownNames
    guard !names.isEmpty else { return nil }
    paths = Set(base.parsed.files.map(\.entity.path))
    progress?.begin(.gone)
    defer { progress?.end() }
    do {
      try await look(into: GitRepository(root: root), for: base, after: earlier)
    } catch {
      // Without git, or without a commit, names that lead nowhere are just that.
      entities = []
    }
  }

  private mutating func look(
    into repository: GitRepository, for base: KnowledgeBase, after earlier: GoneFiles?
  ) async throws {
    let commit = try await repository.commit("HEAD")
    if let earlier, earlier.commit == commit, earlier.holds(of: base, names, paths) {
      self = earlier
      return
    }
    let files = try await GitFiles(repository, at: commit)
    committed = Set(files.paths)
    newFiles = GoneFiles.newFiles(of: base, committed)
    entities = try await GoneFiles.entities(of: base, files, newFiles)
    self.commit = commit
  }

  private func holds(of base: KnowledgeBase, _ names: Set<String>, _ paths: Set<String>) -> Bool {
    guard self.names == names, self.paths == paths else { return false }
    return newFiles.elementsEqual(GoneFiles.newFiles(of: base, committed)) { $0.isSame(as: $1) }
  }

  private static func newFiles(of base: KnowledgeBase, _ committed: Set<String>) -> [SourceText] {
    base.sources.content.filter { $0.isMarkdown && !committed.contains($0.path) }
  }

  /// The paths of the last commit; none without git, or without a commit.
  static func committedPaths(in root: String) async -> Set<String> {
    do {
      let repository = try await GitRepository(root: root)
      return Set(try await GitFiles(repository, at: repository.commit("HEAD")).paths)
    } catch {
      return []
    }
  }

  private static func entities(
    of base: KnowledgeBase, _ files: GitFiles, _ new: [SourceText]
  ) async throws -> [GoneEntity] {
    let schema = base.graph.schema
    let there = Set(base.sources.content.map(\.path))
    let known = Set(files.paths)
    let gone = known.filter { path in
      path.begins(with: ContentFolder.prefix) && MarkdownPath.isMarkdown(path) && !there.contains(path)
    }
    let old = try await files.contents(of: gone.sorted().prefix(mostRead))
    let names = Set(base.graph.unknownNames.flatMap { [$0, $0.foldedName] })
    let named = old.map { SourceText(path: $0, bytes: $1) }.sorted { $0.path < $1.path }
      .map {
        GoneEntity(ParsedFile.entity(of: $0, schema: schema), schema: schema, language: base.graph.language)
      }
      .filter { !names.isDisjoint(with: $0.names(in: schema)) }
    guard !named.isEmpty else { return [] }
    let matches = MovedTexts(old.filter { path, _ in named.contains { $0.path == path } }, new)
    return named.map { entity in
      var entity = entity
      entity.movedTo = matches.newPath(of: entity.path).map { newPath in
        let moved = ContentPath(newPath, schema: schema)
        return GoneEntity.NewPlace(id: schema[moved.kind].name + "/" + moved.slug, path: newPath)
      }
      return entity
    }
  }

  /// So many files that are gone are looked into.
  private static let mostRead = 2_000
}

/// Which new files have the texts of files that are gone.
private struct MovedTexts {
  /// The share of lines in common from which two texts are taken for one, as git does.
  private static let enough = 0.5
  /// All with all: beyond this it would take too long.
  private static let most = 40_000

  private var newPaths: [String: String] = [:]

  init(_ old: [String: [UInt8]], _ new: [SourceText]) {
    guard old.count * new.count <= Self.most else { return }
    let candidates = new.map { ($0.path, TextLines($0.bytes)) }
    for (path, bytes) in old {
      let lines = TextLines(bytes)
      let shares = candidates.map { ($0.0, lines.share(with: $0.1)) }.filter { $0.1 >= Self.enough }
      guard let best = shares.map(\.1).max() else { continue }
      let alike = shares.filter { $0.1 == best }
      if alike.count == 1 { newPaths[path] = alike[0].0 }
    }
    // A text that two files had is neither's for certain.
    let counts = Dictionary(newPaths.values.map { ($0, 1) }, uniquingKeysWith: +)
    newPaths = newPaths.filter { counts[$0.value] == 1 }
  }

  func newPath(of path: String) -> String? { newPaths[path] }
}

/// The lines of a text that say something, counted.
private struct TextLines {
  private var counts: [ArraySlice<UInt8>: Int] = [:]
  private var total = 0

  init(_ bytes: [UInt8]) {
    for line in bytes.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") })
    where line != [0x2D, 0x2D, 0x2D] {
      counts[line, default: 0] += line.count
      total += line.count
    }
  }

  /// In bytes of lines that both have.
  func share(with other: TextLines) -> Double {
    guard total > 0, other.total > 0 else { return 0 }
    let common = counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
    return Double(2 * common) / Double(total + other.total)
  }
}
