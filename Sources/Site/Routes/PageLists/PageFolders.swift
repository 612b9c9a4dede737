import Folding
import Knowledge

/// The folders of the plain pages, by their paths on the website.
struct PageFolders {
  struct Folder {
    var index: EntityID?
    var pages: [EntityID] = []
    var folders: Set<String> = []
    /// Of all pages in it and below.
    var count = 0
  }

  /// Each with a slash at its end; the topmost is empty.
  private(set) var all: [String: Folder] = ["": Folder()]
  /// How a folder is written where it was first named: to many disks, others that differ in capitals alone are the same.
  private var spellings: [String: String] = [:]

  init(_ pages: [EntityID], _ routes: Routes) {
    for id in pages {
      let path = routes.path(of: id)
      let written = MarkdownPath.folder(of: path)
      let folder = spelling(of: written)
      if path == written + Routes.home {
        all[folder, default: Folder()].index = id
      } else {
        all[folder, default: Folder()].pages.append(id)
      }
    }
    for folder in all.keys { addAbove(folder) }
    takeSinglePages()
    for (path, folder) in all { count(folder.pages.count + (folder.index == nil ? 0 : 1), from: path) }
  }

  private mutating func spelling(of folder: String) -> String {
    guard !folder.isEmpty else { return folder }
    if let known = spellings[folder.foldedPath] { return known }
    let above = Self.folder(above: folder)
    let spelling = spelling(of: above) + folder.dropFirst(above.count)
    spellings[folder.foldedPath] = spelling
    return spelling
  }

  private mutating func addAbove(_ folder: String) {
    var (inner, outer) = (folder, Self.folder(above: folder))
    while !inner.isEmpty, all[outer, default: Folder()].folders.insert(inner).inserted {
      (inner, outer) = (outer, Self.folder(above: outer))
    }
  }

  /// A folder with nothing but a page of its own, such as one with its pictures beside it, is a page of the folder above.
  private mutating func takeSinglePages() {
    for (path, folder) in all where folder.pages.isEmpty && folder.folders.isEmpty && !path.isEmpty {
      guard let index = folder.index else { continue }
      all[path] = nil
      let above = Self.folder(above: path)
      all[above]?.folders.remove(path)
      all[above]?.pages.append(index)
    }
    for path in all.keys { all[path]?.pages.sort() }
  }

  private mutating func count(_ number: Int, from path: String) {
    var folder = path
    while true {
      all[folder]?.count += number
      if folder.isEmpty { return }
      folder = Self.folder(above: folder)
    }
  }

  private static func folder(above folder: String) -> String {
    MarkdownPath.folder(of: String(folder.dropLast()))
  }

  /// A folder's name made readable: without what only holds it back or puts it into its place (`_guides`, `01-intro`).
  static func name(of path: String) -> String {
    let name = MarkdownPath.name(of: String(path.dropLast()))
    let parts = name.unicodeScalars.split { $0 == "-" || $0 == "_" || $0 == " " }.map {
      String(Substring($0))
    }
    let isNumbered =
      parts.count > 1 && parts[0].utf8.count < 4 && parts[0].utf8.allSatisfy { (0x30...0x39).contains($0) }
    let words = isNumbered ? Array(parts.dropFirst()) : parts
    return words.isEmpty ? name : words.joined(separator: " ").capitalizedFirst
  }
}
