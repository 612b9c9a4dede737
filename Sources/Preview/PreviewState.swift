package import Diagnostics

/// What open pages are told: which version of the site this is, and what is wrong in it.
package struct PreviewState: Hashable, Sendable {
  /// Another text whenever any page may have changed: pages then ask whether they did.
  package var version: String
  /// Another text whenever style sheets or images changed: pages then fetch theirs again.
  package var assets: String
  /// Whether the pages are those of an earlier state, as there are errors in the newest.
  package var isStale: Bool
  /// As they are to be listed; errors are shown over the page, the rest behind a badge.
  package var problems: [PreviewProblem]

  package init(
    version: String, assets: String, isStale: Bool = false, problems: [PreviewProblem] = []
  ) {
    self.version = version
    self.assets = assets
    self.isStale = isStale
    self.problems = problems
  }

  var json: JSON {
    [
      "version": .string(version), "assets": .string(assets), "stale": .bool(isStale),
      "problems": .array(problems.map(\.json)),
    ]
  }
}

/// Something that is wrong in the site's source, in words.
package struct PreviewProblem: Hashable, Sendable {
  package var severity: Diagnostic.Severity
  /// The stable id of such problems, such as `unknown-reference`.
  package var id: String
  /// One sentence.
  package var message: String
  /// The file, relative to the site's root; `nil` for a problem without a place.
  package var path: String?
  /// From 1.
  package var line: Int
  /// From 1, in characters.
  package var column: Int
  /// The lines of the source with a caret below, in a font whose characters are equally wide; may be empty.
  package var excerpt: String
  package var help: String?
  package var notes: [String]
  /// A URL that opens the place in an editor.
  package var link: String?

  package init(
    severity: Diagnostic.Severity, id: String, message: String, path: String? = nil, line: Int = 1,
    column: Int = 1,
    excerpt: String = "", help: String? = nil, notes: [String] = [], link: String? = nil
  ) {
    self.severity = severity
    self.id = id
    self.message = message
    self.path = path
    self.line = line
    self.column = column
    self.excerpt = excerpt
    self.help = help
    self.notes = notes
    self.link = link
  }

  var json: JSON {
    .compact([
      "severity": .string(severity.rawValue), "id": .string(id), "message": .string(message),
      "path": .optional(path), "line": .integer(line), "column": .integer(column),
      "excerpt": .string(excerpt), "help": .optional(help), "notes": .array(notes.map(JSON.string)),
      "link": .optional(link),
    ])
  }
}
