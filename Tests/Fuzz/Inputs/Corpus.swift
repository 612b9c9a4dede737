import Diagnostics
import Files
import Site
import TestSupport

/// Texts to begin with: those kept for this, those that once failed, and the knowledge bases of the repository.
struct Corpus: Sendable {
  /// By kind of input; the order is that of the paths.
  private var files: [FuzzKind: [[UInt8]]] = [:]

  /// - Parameter project: the folder of the repository.
  init(project: String) throws {
    for name in ["Corpus", "Found"] {
      for (kind, file) in try Corpus.kept(name, in: project) { files[kind, default: []].append(file.bytes) }
    }
    let own = try SourceTree.load(root: project)
    add(own.files)
    for folder in ["Tests/remitTests/Climate"] {
      add(try SourceTree.load(root: project + "/" + folder).files)
    }
  }

  subscript(kind: FuzzKind) -> [[UInt8]] { files[kind] ?? [] }

  /// The files of `Tests/Fuzz/Corpus` or `Found`, which lie in folders named as their kinds.
  static func kept(_ name: String, in project: String) throws -> [(kind: FuzzKind, file: SourceText)] {
    try files(of: name, in: project + "/Tests/Fuzz").compactMap { file in
      FuzzKind(rawValue: String(file.path.split(separator: "/").dropFirst().first ?? "")).map { ($0, file) }
    }
  }

  /// All files below one folder of another.
  private static func files(of name: String, in folder: String) throws -> [SourceText] {
    var layout = SourceTree.Layout()
    layout.content = name
    return try SourceTree.load(root: folder, layout: layout).content
  }

  private mutating func add(_ files: [SourceText]) {
    for file in files {
      // The longest pages would only be slow.
      guard file.bytes.count < 8_000 else { continue }
      for kind in FuzzKind.allCases where kind.takes(file.path) {
        self.files[kind, default: []].append(file.bytes)
      }
    }
  }
}
