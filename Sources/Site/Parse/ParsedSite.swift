import CommonMark
package import Diagnostics
import Folding
package import Knowledge
package import Progress

/// Every file of a knowledge base, parsed one by one: nothing is linked yet.
package struct ParsedSite: Sendable {
  package let settings: ParsedSettings
  /// The Markdown files of `content/`.
  package let files: [ParsedFile]
  /// The files of `content/` that are no Markdown. They are published as they are, but for those that are held back.
  package let assets: [SourceText]
  /// Files of `content/` that are no part of the knowledge base, and why.
  package let ignored: [HeldBackFile]
  /// The paths of files that `include` names.
  let included: Set<String>
  /// Whether what is held back is part of the site.
  package let includesDrafts: Bool
  package let entities: [WrittenEntity]
  package let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - files: of the whole knowledge base, by paths relative to its folder.
  ///   - previous: what was read earlier: files that have not changed since are not parsed again.
  ///   - progress: is told how far the parsing is.
  package init(
    _ files: [SourceText], _ options: BuildOptions = BuildOptions(), after previous: ParsedSite? = nil,
    progress: ProgressMeter? = nil
  ) async {
    progress?.begin(.parse)
    let sorted = SortedFiles(files)
    settings = ParsedSettings.read(
      sorted.settings, others: sorted.others, options, after: previous?.settings)
    let ofViews = settings.views.files
    let content = ContentFiles(
      sorted, settings.configuration, ofViews: ofViews, schema: settings.schema,
      includesDrafts: options.includesDrafts)
    assets = content.assets
    ignored = content.ignored
    let included = content.included
    self.included = included
    includesDrafts = options.includesDrafts
    let markdown = settings.configuration.markdown
    let schema = settings.schema
    let asOf = settings.configuration.asOf
    let known =
      previous.flatMap { previous in
        previous.isRead(as: schema, markdown, asOf, included)
          && previous.includesDrafts == options.includesDrafts ? previous.files : nil
      } ?? []
    self.files = await ParsedSite.parse(content.markdown, known: known, progress: progress) { file in
      ParsedFile(
        file, schema: schema, options: markdown, asOf: asOf, isIncluded: included.contains(file.path),
        includesDrafts: options.includesDrafts)
    }
    entities = self.files.map(\.entity)
    diagnostics = settings.diagnostics + content.diagnostics + self.files.flatMap(\.diagnostics)
  }

  package var configuration: Configuration { settings.configuration }
  package var schema: Schema { settings.schema }

  /// What writes its files in the one form.
  package var formatter: FileFormatter {
    FileFormatter(
      schema: schema, markdown: configuration.markdown,
      asOf: configuration.asOf)
  }

  /// A file that is none of them yet, in the one form.
  package func formatted(_ file: SourceText) -> [UInt8] {
    let parsed = ParsedFile(file, schema: schema, options: configuration.markdown, asOf: configuration.asOf)
    if case .changed(let text) = parsed.formatted(formatter) { return text }
    return file.bytes
  }

  private func isRead(
    as schema: Schema, _ markdown: MarkdownOptions, _ asOf: EDTFDate?, _ included: Set<String>
  ) -> Bool {
    self.schema == schema && configuration.markdown == markdown
      && configuration.asOf == asOf && self.included == included
  }

  /// Parses those files of which nothing is known yet, in parallel.
  private static func parse(
    _ files: [SourceText], known: [ParsedFile], progress: ProgressMeter?,
    _ parse: @escaping @Sendable (SourceText) -> ParsedFile
  ) async -> [ParsedFile] {
    func parseAll(_ files: [SourceText]) async -> [ParsedFile] {
      progress?.begin(.parse, of: files.count) { files[$0].path }
      return await files.concurrentMap(progress: progress, parse)
    }
    guard !known.isEmpty else { return await parseAll(files) }
    let known = KnownFiles(known, now: files)
    var parsed: [ParsedFile?] = files.enumerated().map { known.file($1, number: $0) }
    let missing = parsed.indices.filter { parsed[$0] == nil }
    for (index, file) in zip(missing, await parseAll(missing.map { files[$0] })) {
      parsed[index] = file
    }
    return parsed.compactMap(\.self)
  }
}

/// The files of a knowledge base by what becomes of them.
private struct SortedFiles {
  var settings: [SourceText] = []
  var markdown: [SourceText] = []
  /// The other files of `content/`.
  var others: [SourceText] = []

  init(_ files: [SourceText]) {
    for file in files {
      if !file.path.begins(with: ContentFolder.prefix) {
        settings.append(file)
      } else if file.isMarkdown {
        markdown.append(file)
      } else {
        others.append(file)
      }
    }
  }
}

/// What of `content/` is read, and what is left alone.
private struct ContentFiles {
  private(set) var markdown: [SourceText] = []
  private(set) var assets: [SourceText] = []
  private(set) var ignored: [HeldBackFile] = []
  private(set) var included: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []

  init(
    _ files: SortedFiles, _ configuration: Configuration, ofViews: Set<String>, schema: Schema,
    includesDrafts: Bool
  ) {
    var excluded = NamedFiles(configuration.exclude, setting: "exclude")
    var wanted = NamedFiles(configuration.include, setting: "include")
    let folders = schema.kinds.filter { !$0.isPlainPage }.map { $0.folder + "/" }
    for file in files.markdown + files.others where !ofViews.contains(file.path) {
      let isExcluded = excluded.contains(file.contentPath)
      let isIncluded = wanted.contains(file.contentPath)
      let path = file.path(below: folders)
      let byName =
        HeldBackNames.reasonOfTool(path)
        ?? (includesDrafts || file.isMarkdown ? nil : HeldBackNames.reason(path))
      if isExcluded {
        ignore(
          file, NamedFiles.reasonOfExclusion, "no page can show it, because 'exclude' in remit.yaml names it")
      } else if let byName, !isIncluded || HeldBackNames.isOfDrafts(path) {
        ignore(file, byName, HeldBackNames.wayOut(path))
      } else {
        if isIncluded, !HeldBackNames.isOfDrafts(path) { included.insert(file.path) }
        if file.isMarkdown { markdown.append(file) } else { assets.append(file) }
      }
    }
    diagnostics = excluded.diagnostics + wanted.diagnostics
  }

  private mutating func ignore(_ file: SourceText, _ reason: String, _ wayOut: String) {
    ignored.append(HeldBackFile(path: file.path, why: HoldingBack(reason: reason, wayOut: wayOut)))
  }
}

extension SourceText {
  /// The path below the folder of a kind, or below `content/`: a kind may lie in a folder of any name.
  fileprivate func path(below folders: [String]) -> String {
    let path = contentPath
    let folder = folders.filter(path.hasPrefix).max { $0.utf8.count < $1.utf8.count }
    return String(path.dropFirst(folder?.count ?? 0))
  }
}

/// Files that were parsed earlier.
private struct KnownFiles {
  private let files: [ParsedFile]
  /// By path; `nil` where the files are the same as now, in the same order.
  private let numbers: [String: Int]?

  init(_ files: [ParsedFile], now: [SourceText]) {
    self.files = files
    let isSameList = files.elementsEqual(now) { $0.source === $1 || $0.source.path == $1.path }
    numbers =
      isSameList
      ? nil : Dictionary(files.enumerated().map { ($1.source.path, $0) }) { first, _ in first }
  }

  /// The file as it was parsed, if its text is the same still.
  func file(_ source: SourceText, number: Int) -> ParsedFile? {
    guard let known = numbers.map({ $0[source.path] }) ?? number, files[known].source.isSame(as: source)
    else { return nil }
    return files[known]
  }
}
