/// A tool that made a website, or showed notes, of Markdown before.
package enum ForeignTool: String, Sendable, CaseIterable {
  // In this order they are asked: a folder of Quartz may lie in a vault, and one of Hugo have old files of Jekyll.
  case quartz, hugo, docusaurus, mkdocs, eleventy, jekyll, obsidian

  package var name: String {
    switch self {
    case .quartz: "Quartz"
    case .hugo: "Hugo"
    case .docusaurus: "Docusaurus"
    case .mkdocs: "MkDocs"
    case .eleventy: "Eleventy"
    case .jekyll: "Jekyll"
    case .obsidian: "Obsidian"
    }
  }

  /// Names at the top of a folder by which it is known.
  var signs: [String] {
    switch self {
    case .quartz: ["quartz.config.ts", "quartz.layout.ts"]
    case .hugo: ["hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "archetypes"]
    case .docusaurus: ["docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs"]
    case .mkdocs: ["mkdocs.yml", "mkdocs.yaml"]
    case .eleventy:
      [
        "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs", "eleventy.config.ts",
        ".eleventy.js",
      ]
    case .jekyll: ["_config.yml", "_config.yaml", "_config.toml", "_posts"]
    case .obsidian: [".obsidian"]
    }
  }

  /// Files of settings that can be read: no program is.
  package var settings: [String] {
    switch self {
    case .hugo:
      [
        "hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config.yaml", "config.yml",
        "config.json",
      ]
    case .mkdocs: ["mkdocs.yml", "mkdocs.yaml"]
    case .jekyll: ["_config.yml", "_config.yaml", "_config.toml"]
    case .obsidian, .quartz, .docusaurus, .eleventy: []
    }
  }

  /// Whether it keeps pages back whose day is still to come.
  package var keepsDaysToComeBack: Bool { self == .hugo || self == .jekyll }

  /// The settings that are a program, which nobody runs here.
  package var program: String? {
    switch self {
    case .quartz, .docusaurus, .eleventy: signs[0]
    case .hugo, .mkdocs, .jekyll, .obsidian: nil
    }
  }
}

/// Which tool a folder is from, and how that shows.
package struct RecognisedTool: Hashable, Sendable {
  package let tool: ForeignTool
  /// The name at the top of the folder.
  package let sign: String

  /// - Parameter names: at the top of the folder, hidden ones too.
  package static func all(_ names: Set<String>) -> [RecognisedTool] {
    var found = ForeignTool.allCases.compactMap { tool in
      tool.signs.first(where: names.contains).map { RecognisedTool(tool: tool, sign: $0) }
    }
    // Hugo's older name for its settings is many a program's.
    let old = ForeignTool.hugo.settings.first { $0.hasPrefix("config.") && names.contains($0) }
    if let old, !found.contains(where: { $0.tool == .hugo }),
      !names.isDisjoint(with: ["layouts", "themes", "static"])
    {
      found.insert(RecognisedTool(tool: .hugo, sign: old), at: 0)
    }
    return found
  }
}
