package import Diagnostics
package import Files
import Knowledge
import Progress
import Site

/// What comes of writing the front matter of a knowledge base in the one form. Nothing is written yet.
package struct FormatReport: Sendable {
  package struct Change: Sendable {
    /// Relative to the knowledge base.
    package let path: String
    package let text: [UInt8]
  }

  /// By path.
  package var changes: [Change] = []
  /// How many are in the form already.
  package var unchanged = 0
  package var leftAlone = 0
  /// Why files are left alone, and what is wrong in the settings.
  package var diagnostics: [Diagnostic] = []
  /// The files that were read.
  package let sources: SourceTree
}

extension Build {
  /// Writes the front matter of content files in the one form, in memory.
  ///
  /// - Parameter paths: of files and folders, from the current folder or from the knowledge base's; none for all.
  package func format(_ paths: [String]) async throws -> FormatReport {
    let (tree, parsed) = try await parse()
    var report = FormatReport(sources: tree)
    report.diagnostics = (tree.diagnostics + parsed.settings.diagnostics).filter { $0.severity == .error }
    // What the schema says decides on the form.
    guard !report.diagnostics.contains(where: \.isOfSettings) else { return report }
    let chosen = try chosen(paths, of: parsed.files)
    let formatter = parsed.formatter
    let results = await chosen.concurrentMap { $0.formatted(formatter) }
    for (file, result) in zip(chosen, results) {
      switch file.isInUTF8 ? result : .unchanged {
      case .unchanged: report.unchanged += 1
      case .changed(let text): report.changes.append(FormatReport.Change(path: file.path, text: text))
      case .leftAlone(let reasons):
        report.leftAlone += 1
        report.diagnostics += reasons
      }
    }
    return report
  }

  /// Writes what `format` has changed: all of it, or nothing.
  ///
  /// - Throws: `FileError` where a file is no longer what was read, or can't be written.
  package func write(_ report: FormatReport) throws {
    let files = report.changes.map { change in
      FileChange(
        change.path, to: change.path, bytes: (report.sources[change.path]?.bytes ?? [], change.text))
    }
    if !files.isEmpty { try changeFiles(files, in: root) }
  }

  private func chosen(_ paths: [String], of files: [ParsedFile]) throws -> [ParsedFile] {
    guard !paths.isEmpty else { return files }
    var chosen: Set<String> = []
    for path in paths {
      guard !path.isEmpty else { throw PipelineError("the name of a file or folder is empty") }
      let place = try placeInside(path)
      let found = files.map(\.path).filter { place.isEmpty || $0 == place || $0.hasPrefix(place + "/") }
      guard !found.isEmpty else {
        throw PipelineError("'\(path)' is neither a Markdown file of the content nor a folder of them")
      }
      chosen.formUnion(found)
    }
    return files.filter { chosen.contains($0.path) }
  }

  /// A path as it's known in the knowledge base; empty for its own folder.
  private func placeInside(_ path: String) throws -> String {
    let folder = resolvedPath(root) == "/" ? "" : resolvedPath(root)
    let places = [path] + (path.hasPrefix("/") ? [] : [root + "/" + path])
    for place in places.filter(fileExists).map(resolvedPath) {
      if place == folder { return "" }
      if place.hasPrefix(folder + "/") {
        return String(Substring(place.utf8.dropFirst(folder.utf8.count + 1)))
      }
    }
    guard places.contains(where: fileExists) else { throw PipelineError("there is no '\(path)'") }
    throw PipelineError("'\(path)' is outside the knowledge base in '\(root)'")
  }
}
