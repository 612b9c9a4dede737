package import Diagnostics
import Files
import Folding
import Knowledge
import Site

/// The files of another tool's folder that become the content, where they will be.
package struct ForeignContent: Sendable {
  package internal(set) var files: [SourceText] = []
  package internal(set) var diagnostics: [Diagnostic] = []
  /// Folders whose files stay where they are, with how many these are.
  package private(set) var leftBehind: [(folder: String, files: Int)] = []
  /// By path in the knowledge base, where the file is in the folder.
  private var origins: [String: String] = [:]

  /// - Parameter onlyOwn: whether only what lies in `content/` is taken.
  init(_ other: OtherFolder, _ layout: ForeignLayout, onlyOwn: Bool) {
    for (number, mount) in layout.mounts.enumerated() {
      let found = other.files(
        in: mount.from, isRead: { ContentPath.isRead("content/" + $0) }, isLeftOut: { layout.isLeftOut($0) })
      guard let found else { continue }
      if onlyOwn, number > 0 {
        if !found.files.isEmpty { leftBehind.append((mount.from, found.files.count)) }
        continue
      }
      let start = ContentFolder.prefix + (mount.to.isEmpty ? "" : mount.to + "/")
      let from = mount.from.isEmpty ? "" : mount.from + "/"
      for file in found.files where origins[start + file.path] == nil {
        origins[start + file.path] = from + file.path
        files.append(file.moved(to: start + file.path))
      }
      diagnostics += found.diagnostics.map { problem in
        var problem = problem
        if let path = problem.place?.path {
          problem.place?.path = start + path
          origins[start + path] = from + path
        }
        return problem
      }
    }
  }

  /// Where a file of the knowledge base is in the folder.
  package func origin(of path: String) -> String { origins[path] ?? path }

  func has(folder: String) -> Bool {
    files.contains { $0.isMarkdown && $0.path.hasPrefix(ContentFolder.prefix + folder + "/") }
  }

  func bytes(of file: SourceText, in folder: String) throws -> [UInt8] {
    try readFile(origin(of: file.path), inside: folder)
  }

  /// Pages that are templates of the tool: HTML that begins with front matter. Below `content/`.
  func templates(of tool: ForeignTool?) -> [String] {
    guard tool == .jekyll || tool == .eleventy else { return [] }
    return files.filter { file in
      let name = file.path.foldedPath
      return (name.hasSuffix(".html") || name.hasSuffix(".htm") || name.hasSuffix(".xml"))
        && file.bytes.starts(with: Array("---".utf8))
    }.map(\.contentPath)
  }

  /// What the tool's settings leave out. Below `content/`.
  func leftOut(by settings: ForeignSettings, _ folders: [String]) -> [String] {
    let paths = files.map(\.contentPath)
    let named = folders.filter { folder in paths.contains { $0.hasPrefix(folder + "/") } }
    return named + settings.leftOut.flatMap { $0.paths(among: paths) }
  }

  func places(of layout: ForeignLayout) -> String {
    let names = layout.mounts.map(\.from).filter { !$0.isEmpty }.map { $0 + "/" }
    return names.isEmpty ? "" : " in " + names.joined(separator: ", ")
  }
}
