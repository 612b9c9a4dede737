/// How diagnostics are printed.
package enum DiagnosticFormat: String, Sendable, CaseIterable {
  case text, json, github, sarif
}

/// Diagnostics for other programs: places are told by file, line and column of characters.
package struct MachinePrinter: Sendable {
  package var version: String
  /// The folder of the knowledge base as CI services know it, from the repository's top; empty where it's the top.
  package var folder: String
  package var source: @Sendable (_ path: String) -> SourceText?

  package init(
    version: String, folder: String = "", source: @escaping @Sendable (_ path: String) -> SourceText?
  ) {
    self.version = version
    self.folder = folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
    self.source = source
  }

  /// An array of objects with `id`, `severity`, `message` and, where known, `path`, `line`, `column`, `help`, `notes`.
  package func json(_ diagnostics: [Diagnostic]) -> JSON {
    .array(
      diagnostics.sortedAndShortened().map { diagnostic in
        .compact([
          "id": .string(diagnostic.id.rawValue),
          "severity": .string(diagnostic.severity.rawValue),
          "message": .string(diagnostic.message),
          "path": .optional(diagnostic.place?.path),
          "line": diagnostic.place.map { .integer(Int($0.position.line)) } ?? .null,
          "column": diagnostic.place.map { .integer(column($0)) } ?? .null,
          "help": .optional(diagnostic.help),
          "notes": diagnostic.notes.isEmpty ? .null : .array(diagnostic.notes.map(note)),
        ])
      })
  }

  private func note(_ note: Diagnostic.Note) -> JSON {
    .compact([
      "message": .string(note.message),
      "path": .optional(note.place?.path),
      "line": note.place.map { .integer(Int($0.position.line)) } ?? .null,
    ])
  }

  /// Workflow commands that GitHub Actions turns into annotations.
  package func github(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.sortedAndShortened().map { diagnostic in
      let command = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
      var properties: [String] = []
      if let place = diagnostic.place {
        properties = [
          "file=" + escapeProperty((folder + place.path).printable), "line=\(place.position.line)",
          "col=\(column(place))",
        ]
      }
      properties.append("title=" + escapeProperty(diagnostic.id.rawValue))
      let notes = diagnostic.notes.map { note in
        printable(note.message)
          + (note.place.map { ": \((folder + $0.path).printable):\($0.position.line)" } ?? "")
      }
      let message =
        ([printable(diagnostic.message)] + notes + [diagnostic.help.map(printable)].compactMap(\.self))
        .joined(separator: "\n")
      return "::\(command) \(properties.joined(separator: ","))::\(escapeData(message))\n"
    }.joined()
  }

  /// With its line ends, which the command has as `%0A`.
  private func printable(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).printable }.joined(
      separator: "\n")
  }

  private func escapeData(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  private func escapeProperty(_ text: String) -> String {
    escapeData(text).unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  func column(_ place: Place) -> Int {
    guard let line = source(place.path)?.line(Int(place.position.line)) else {
      return Int(place.position.column)
    }
    let before = line.prefix(max(0, Int(place.position.column) - 1))
    return before.reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}
