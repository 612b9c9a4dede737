import Folding

/// Names of files and folders that are never published, whatever stands in them.
package enum HeldBackNames {
  /// Why a file is held back for its name or a folder's; `nil` where they say nothing. Jekyll, Hugo and Eleventy begin
  /// the names of what they don't publish with `_`.
  ///
  /// - Parameter path: below a kind's folder, or below `content/`.
  package static func reason(_ path: String) -> String? {
    let parts = path.split(separator: "/")
    for (index, part) in parts.enumerated() where part.hasPrefix("_") {
      let isFile = index == parts.count - 1
      // Hugo's page of a folder, in one language or none, and Jekyll's folder of what is published.
      let isPublic = isFile ? part == "_index" || part.hasPrefix("_index.") : part == "_posts"
      if !isPublic { return "'\(part)' begins with '_'" }
    }
    return nil
  }

  /// What publishes a file that `reason` or `reasonOfTool` holds back.
  ///
  /// - Parameter path: as for `reason`.
  package static func wayOut(_ path: String) -> String {
    if isOfDrafts(path) { return "move it out of the folder of drafts, or build with --drafts" }
    if reasonOfTool(path) != nil { return "move it to another folder, or give it another name" }
    return "name it under 'include' in remit.yaml, or rename what begins with '_'"
  }

  /// Whether a folder says that what it holds is not ready: no setting publishes that.
  ///
  /// - Parameter path: as for `reason`.
  package static func isOfDrafts(_ path: String) -> Bool {
    path.split(separator: "/").dropLast().contains { ["_drafts", "_draft"].contains($0.foldedCase) }
  }

  /// Why a file is no content at all but a tool's: nobody is shown it, not even with drafts.
  ///
  /// - Parameter path: as for `reason`.
  package static func reasonOfTool(_ path: String) -> String? {
    let parts = path.split(separator: "/")
    if let folder = parts.dropLast().first(where: { toolFolders.contains($0.foldedCase) }) {
      return "the folder '\(folder)' belongs to a tool"
    }
    guard let name = parts.last?.foldedCase else { return nil }
    // Word keeps the name of whoever has a document open in a file beside it.
    if name.begins(with: "~$") { return "it is the lock file of an open document" }
    if name.hasSuffix(".excalidraw.md") { return "it is a drawing of Excalidraw" }
    let isLeft = [".bak", ".orig", ".old", ".tmp"].contains(where: name.hasSuffix)
    let isTool = toolFiles.contains(name) || name.contains(".config.") || name.contains(".11ty")
    return isLeft ? "it is an old copy of a file" : isTool ? "it is a file that belongs to a tool" : nil
  }

  private static let toolFolders: Set<String> = ["node_modules", "bower_components", "templates"]

  private static let toolFiles: Set<String> = [
    "package.json", "package-lock.json", "composer.json", "tsconfig.json", "jsconfig.json", "bower.json",
    "deno.json", "vercel.json", "firebase.json", "renovate.json", "requirements.txt", "gulpfile.js",
    "gruntfile.js", "sidebars.js", "book.json", "now.json", "runtime.txt", "hugo_stats.json", "lerna.json",
  ]
}
