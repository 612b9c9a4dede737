/// The pages of the website that come from no file of `content/`, such as the lists of kinds: links may lead there.
package struct GeneratedPages: Hashable, Sendable {
  /// Below the website's root.
  let paths: Set<String>
  /// Folders, each with a slash at its end, whose pages are known only when all is linked: whoever makes them must
  /// check the links.
  let folders: [String]
  /// The same, where each page is the index of a folder of its own.
  let foldersOfIndexes: [String]

  package static let none = GeneratedPages(paths: [], folders: [])

  package init(paths: Set<String>, folders: [String], foldersOfIndexes: [String] = []) {
    self.paths = paths
    self.folders = folders
    self.foldersOfIndexes = foldersOfIndexes
  }

  /// - Parameter path: perhaps of a folder, which means its index.
  func page(at path: String) -> String? {
    if paths.contains(path) { return path }
    let index = path.isEmpty ? "index.html" : path + "/index.html"
    if paths.contains(index) { return index }
    if folders.contains(where: path.hasPrefix) { return path }
    guard foldersOfIndexes.contains(where: path.hasPrefix) else { return nil }
    return path.hasSuffix("/index.html") ? path : path.contains(".") ? nil : index
  }
}
