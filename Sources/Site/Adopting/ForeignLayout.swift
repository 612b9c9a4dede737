import Folding

/// Where in a folder of another tool the files are that become the content, and where they go.
package struct ForeignLayout: Hashable, Sendable {
  package struct Mount: Hashable, Sendable {
    /// In the folder; empty for the folder itself.
    package let from: String
    /// Below `content/`, empty for its top.
    package let to: String
  }

  package let mounts: [Mount]
  private let tool: ForeignTool?

  /// - Parameter folders: at the top.
  package init(_ tool: ForeignTool?, _ settings: ForeignSettings, folders: Set<String>) {
    self.tool = tool
    func there(_ name: String, to: String = "") -> [Mount] {
      folders.contains(name) ? [Mount(from: name, to: to)] : []
    }
    let whole = [Mount(from: "", to: "")]
    switch tool {
    case .hugo:
      mounts =
        [Mount(from: settings.contentFolder.map(ForeignLayout.path) ?? "content", to: "")]
        + there(settings.staticFolder.map(ForeignLayout.path) ?? "static")
    case .mkdocs: mounts = [Mount(from: settings.contentFolder.map(ForeignLayout.path) ?? "docs", to: "")]
    case .docusaurus: mounts = there("docs", to: "docs") + there("blog", to: "blog") + there("static")
    case .quartz: mounts = [Mount(from: "content", to: "")]
    case .eleventy, nil:
      let found = there("content") + (tool == nil ? [] : there("src"))
      mounts = found.isEmpty ? whole : [found[0]]
    case .jekyll:
      mounts = settings.contentFolder.map { [Mount(from: ForeignLayout.path($0), to: "")] } ?? whole
    case .obsidian: mounts = whole
    }
  }

  /// A path of settings, without what means nothing in it.
  private static func path(_ written: String) -> String {
    written.parts(at: "/", omittingEmpty: true).filter { $0 != "." }.joined(separator: "/")
  }

  /// Whether Remit finds the pages where they are.
  package var isOwn: Bool { mounts.first == Mount(from: "content", to: "") }

  /// Whether a file or folder is the tool's own, and no part of the content: by its path in the mount.
  package func isLeftOut(_ path: String) -> Bool {
    let name = String(path.parts(at: "/").last ?? "")
    if ForeignLayout.neverContent.contains(name) { return true }
    guard let tool, !path.contains("/") else { return false }
    return ForeignLayout.own(tool).contains(name)
  }

  private static let neverContent: Set<String> = ["node_modules", "bower_components", "__pycache__"]

  private static func own(_ tool: ForeignTool) -> Set<String> {
    switch tool {
    case .jekyll:
      [
        "_site", "_layouts", "_includes", "_sass", "_plugins", "_data", "_config.yml", "_config.yaml",
        "_config.toml", "vendor", "Gemfile", "Gemfile.lock", "Rakefile", "package.json", "package-lock.json",
      ]
    case .eleventy:
      ["_site", "_includes", "_data", "eleventy.config.js", "package.json", "package-lock.json"]
    case .obsidian, .hugo, .docusaurus, .mkdocs, .quartz: []
    }
  }
}
