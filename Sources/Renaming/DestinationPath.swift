import CommonMark
import Folding
import Knowledge
import Site

/// The path in an ordinary link's destination, and the one that leads there after the renaming.
struct DestinationPath {
  /// As it is written, percent signs included.
  let old: String
  let new: String

  /// `nil` where the old path does it still.
  init?(_ link: MarkdownLink, _ target: LinkTarget, _ renaming: Renaming, from entity: Entity) {
    switch target {
    case .entity, .asset: break
    case .samePage, .external, .broken: return nil
    }
    old = LinkDestination.writtenPath(of: link.target)
    let written = old.percentDecoded
    guard !LinkDestination.isElsewhere(link.target), !written.isEmpty,
      let path = LinkDestination.contentPath(written, from: entity.path)
    else { return nil }
    let (newPath, isFolder) = renaming.path(
      insteadOf: path, isFolder: LinkDestination.isFolder(written), target)
    let file = renaming.newPath(of: entity.path)
    // Where the file went along with what it names, or only its own name changed.
    if LinkDestination.contentPath(written, from: file) == newPath { return nil }
    let shown =
      written.begins(with: "/") ? "/" + newPath : DestinationPath.relative(newPath, from: file.belowContent)
    let dotted = written.begins(with: "./") && !shown.begins(with: ".") ? "./" + shown : shown
    let ended = isFolder && !dotted.ends(with: "/") ? dotted + "/" : dotted
    new = DestinationPath.encode(ended)
  }

  private static func relative(_ path: String, from file: String) -> String {
    var folder = file.parts(at: "/").dropLast()
    var rest = path.parts(at: "/", omittingEmpty: true)[...]
    while let a = folder.first, let b = rest.first, a == b, rest.count > 1 {
      folder.removeFirst()
      rest.removeFirst()
    }
    let up = [String](repeating: "..", count: folder.count)
    let parts = up + rest.map(String.init)
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  /// So that no sign of it ends the destination.
  private static func encode(_ path: String) -> String {
    var encoded = ""
    for scalar in Routes.encode(path).unicodeScalars {
      switch scalar {
      case "(": encoded += "%28"
      case ")": encoded += "%29"
      default: encoded.unicodeScalars.append(scalar)
      }
    }
    return encoded
  }
}

extension Renaming {
  /// The path that leads, after the renaming, to what a path leads to before it; both are below `content/`.
  fileprivate func path(insteadOf path: String, isFolder: Bool, _ target: LinkTarget)
    -> (path: String, isFolder: Bool)
  {
    if let new = moved[path] { return (new, false) }
    guard case .entity(let target) = target, target.entity == entity else { return (path, isFolder) }
    let old = graph[entity].path.belowContent
    let new = moved[old] ?? old
    let (stem, newStem) = (MarkdownPath.stem(old) ?? old, MarkdownPath.stem(new) ?? new)
    if path == stem { return (newStem, isFolder) }
    // The page's address on the website, which may differ from the file's.
    if path.ends(with: ".html") { return (address(of: newSlug), false) }
    // The folder whose index it is.
    if let folder = newStem.without(end: "/index") ?? newStem.without(end: "/_index") {
      return (String(folder), isFolder)
    }
    return (new, false)
  }

  private func address(of slug: String) -> String {
    Routes.path(kind: graph.schema[graph[entity].kind], slug: slug)
  }
}
