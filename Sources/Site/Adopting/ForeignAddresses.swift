package import Knowledge

/// Where another tool put its pages by rule, in Remit's patterns.
package struct ForeignAddresses: Sendable {
  package private(set) var patterns: [AddressPattern] = []
  /// The tool's own patterns that have no certain counterpart.
  package private(set) var untold: [String] = []

  package init(_ settings: ForeignSettings, of tool: ForeignTool?) {
    switch tool {
    case .hugo:
      if !settings.hasFileAddresses { patterns.append(AddressPattern("/:lower_path/")) }
      for (folder, pattern) in settings.permalinks {
        add(pattern, folder: folder, ForeignAddresses.hugo, ending: "/", besides: "/:lower_path/")
      }
    case .jekyll:
      for (_, pattern) in settings.permalinks { addJekyll(pattern) }
      for name in settings.collections where name != "posts" {
        patterns.append(AddressPattern("/\(name)/:below.html", folder: "_" + name))
      }
    case .mkdocs:
      if !settings.hasFileAddresses { patterns.append(AddressPattern("/:path/")) }
    case .docusaurus, .eleventy, .quartz: patterns.append(AddressPattern("/:path/"))
    case .obsidian, nil: break
    }
  }

  private mutating func addJekyll(_ pattern: String) {
    let styles = [
      "date": "/:categories/:year/:month/:day/:title.html",
      "pretty": "/:categories/:year/:month/:day/:title/",
      "none": "/:categories/:title.html",
    ]
    // Pages that are no posts end as the style does.
    let written = styles[pattern] ?? pattern
    add(written, folder: "_posts", ForeignAddresses.jekyll, ending: "", besides: nil)
    if written.hasSuffix("/"), !untold.contains(written) { patterns.append(AddressPattern("/:path/")) }
  }

  /// - Parameter besides: a rule that holds for the folder's own page, which the pattern leaves out.
  private mutating func add(
    _ pattern: String, folder: String, _ words: [(String, String)], ending: String, besides: String?
  ) {
    var text = pattern.hasPrefix("/") ? pattern : "/" + pattern
    if !text.hasSuffix("/"), !ending.isEmpty { text += ending }
    for (foreign, own) in words { text = text.replacing(foreign, with: own) }
    text = text.replacing(":section", with: folder)
    if AddressPattern.fault(in: text) == nil, !text.contains(":title") {
      patterns.append(AddressPattern(text, folder: folder))
      if let besides { patterns.append(AddressPattern(besides, folder: folder)) }
    } else {
      untold.append(pattern)
    }
  }

  // The longer before those that begin like them. What Hugo makes of titles is known to Hugo only.
  private static let hugo = [
    (":slugorcontentbasename", ":lower_slug"), (":slugorfilename", ":lower_slug"),
    (":contentbasename", ":name"), (":filename", ":name"), (":sections", ":folder"), (":slug", ":title"),
  ]

  private static let jekyll = [(":title", ":slug"), (":output_ext", ".html")]
}
