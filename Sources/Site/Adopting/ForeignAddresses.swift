import Folding
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
      for collection in settings.collections where collection.name != "posts" {
        let pattern = collection.pattern ?? "/:collection/:path:output_ext"
        add(
          pattern, folder: "_" + collection.name,
          ForeignAddresses.collection + [(":collection", collection.name)], ending: "", besides: nil)
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
    text = ForeignAddresses.translated(text, words + [(":section", folder)])
    if AddressPattern.fault(in: text) == nil, !text.contains(":title") {
      patterns.append(AddressPattern(text, folder: folder))
      if let besides { patterns.append(AddressPattern(besides, folder: folder)) }
    } else {
      untold.append(pattern)
    }
  }

  /// Each word is looked at once, so that none is taken for a part of another or of what another became.
  private static func translated(_ pattern: String, _ words: [(String, String)]) -> String {
    let pieces = pattern.parts(at: ":")
    return String(pieces[0])
      + pieces.dropFirst().map { piece in
        let name = piece.prefix { $0.isLetter || $0 == "_" }
        let own = words.first { $0.0 == ":" + name }?.1 ?? ":" + name
        return own + piece.dropFirst(name.count)
      }.joined()
  }

  // What Hugo makes of titles is known to Hugo only; so a slug is certain where a page gives one.
  private static let hugo = [
    (":slugorcontentbasename", ":lower_slug"), (":slugorfilename", ":lower_slug"),
    (":contentbasename", ":name"), (":filename", ":name"), (":sections", ":folder"), (":slug", ":given_slug"),
  ]

  private static let jekyll = [(":title", ":slug"), (":output_ext", ".html")]

  private static let collection = [
    (":path", ":below"), (":name", ":name"), (":title", ":slug"), (":output_ext", ".html"),
  ]
}
