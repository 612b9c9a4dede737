import Diagnostics

extension GitRepository {
  /// The tree with the ids that git would give to its stored files, as far as another tree has a file of the same path
  /// and size: only those can be the same.
  package func asObjects(_ tree: SourceTree, whereIn other: SourceTree) async throws -> SourceTree {
    let sizes = Dictionary(
      other.content.compactMap { file in file.stored.map { (file.path, $0.size) } }
    ) { first, _ in first }
    var numbers: [Int] = []
    for (number, file) in tree.content.enumerated() {
      // A line end would be the end of a name.
      guard let stored = file.stored, sizes[file.path] == stored.size, !file.path.utf8.contains(10) else {
        continue
      }
      numbers.append(number)
    }
    let ids = try await objects(of: numbers.map { tree.content[$0].path })
    var tree = tree
    for (number, id) in zip(numbers, ids) {
      let file = tree.content[number]
      tree.content[number] = SourceText(
        path: file.path, stored: StoredFile(.object(id), size: file.stored?.size ?? 0))
    }
    return tree
  }
}
