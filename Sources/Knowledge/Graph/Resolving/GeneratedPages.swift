/// The pages of the website that come from no file of `content/`, such as the lists of kinds: links may lead there.
package struct GeneratedPages: Hashable, Sendable {
  /// Below the website's root.
  let paths: Set<String>
  /// Folders, each with a slash at its end, whose pages are known only when all is linked: whoever makes them must
  /// check the links.
  let folders: [String]

  package static let none = GeneratedPages(paths: [], folders: [])

  package init(paths: Set<String>, folders: [String]) {
    self.paths = paths
    self.folders = folders
  }

  /// - Parameter path: perhaps of a folder, which means its index.
  func page(at path: String) -> String? {
    if paths.contains(path) { return path }
    let index = path.isEmpty ? "index.html" : path + "/index.html"
    if paths.contains(index) { return index }
    return folders.contains(where: path.hasPrefix) ? path : nil
  }
}
