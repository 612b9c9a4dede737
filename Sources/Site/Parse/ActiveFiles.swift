import Diagnostics
import Folding

/// Files of `content/` that a browser or a web server runs. They are published as they are, so what is in them runs as
/// a part of the website, and can do there whatever the website can.
enum ActiveFiles {
  /// More of one ending are counted.
  private static let mostNotes = 10

  /// One warning for each ending, at the first such file; nothing where the settings allow HTML of all sorts.
  static func check(_ assets: [SourceText], _ configuration: Configuration) -> [Diagnostic] {
    guard !configuration.allowsUnsafeHTML else { return [] }
    var found: [(ending: String, files: [SourceText])] = []
    for file in assets {
      guard let ending = ending(of: file.path), isActive(file, ending) else { continue }
      if let index = found.firstIndex(where: { $0.ending == ending }) {
        found[index].files.append(file)
      } else {
        found.append((ending, [file]))
      }
    }
    return found.map { report($0.files, $0.ending) }
  }

  /// Whether only a look into a file tells whether it runs.
  static func mayHide(_ path: String) -> Bool { ending(of: path).map(markup.contains) ?? false }

  private static func report(_ files: [SourceText], _ ending: String) -> Diagnostic {
    let others = files.dropFirst()
    var notes = others.prefix(mostNotes).map { Diagnostic.Note("so is this file", at: Place($0.path)) }
    if others.count > mostNotes {
      notes.append(Diagnostic.Note("and \(others.count - mostNotes) more files '.\(ending)'", at: nil))
    }
    return Diagnostic(
      .activeFile, .warning,
      "'\(files[0].contentPath)' is published as it is, so browsers run it as part of the website",
      at: Place(files[0].path), notes: notes,
      help:
        "remove it from content/, or set 'unsafe_html: true' in remit.yaml if you trust everyone who adds such files"
    )
  }

  private static func isActive(_ file: SourceText, _ ending: String) -> Bool {
    programs.contains(ending) || markup.contains(ending) && ActiveMarkup(file.bytes).isActive
  }

  /// In small letters, without its dot.
  private static func ending(of path: String) -> String? {
    let name =
      path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
    return name.lastIndex(of: ".").map { name[name.index(after: $0)...].foldedCase }
  }

  /// What runs wherever it is: by browsers, and by web servers that know the language.
  private static let programs: Set<String> = [
    "html", "htm", "xhtml", "xht", "shtml", "mht", "mhtml", "js", "mjs", "cjs", "wasm", "swf", "svgz", "php",
    "phtml", "cgi", "asp", "aspx", "jsp",
  ]

  /// What is a picture or data, unless there is a script in it.
  private static let markup: Set<String> = ["svg", "xml", "rss", "atom", "rdf", "xsl", "xslt", "mml"]
}
