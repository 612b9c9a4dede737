import Diagnostics
import Folding
import Knowledge

extension SitePlan {
  /// The pages that somebody may have meant who asked for a path that there is not: of the same name in other folders
  /// first, then the most similar path.
  package func paths(near path: String) -> [String] {
    let pages = entries.filter(\.isPage).map(\.path)
    let name = SitePlan.name(of: path)
    let namesakes = name.isEmpty ? [] : pages.filter { SitePlan.name(of: $0) == name }.prefix(5)
    let similar = nearest(to: path, among: pages) ?? nearest(to: path + ".html", among: pages)
    return (namesakes + (similar.map { [$0] } ?? [])).unique
  }

  /// The last part without its suffix; of a folder's index, the folder's.
  private static func name(of path: String) -> String {
    let parts = path.parts(at: "/", omittingEmpty: true).filter { $0 != "index.html" }
    guard let last = parts.last else { return "" }
    return (last.ends(with: ".html") ? last.dropLast(".html".count) : last).foldedPath
  }
}
