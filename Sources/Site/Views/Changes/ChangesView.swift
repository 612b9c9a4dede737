import Changes
import Diagnostics
import Folding
import Knowledge

/// What became of the knowledge, as records of it say that are kept with the content: newest first, and a feed.
struct ChangesView: View {
  static let type = "changes"

  /// How the names of the files of records end.
  static let suffix = ".json"

  /// A record with the name of its file, which is the name of its page.
  struct Entry {
    let slug: String
    let record: ChangeRecord
  }

  /// Newest first.
  let entries: [Entry]
  /// The files of the records, and those that can't be read.
  let files: [String]
  /// Below `content/`, with a slash at its end.
  let folder: String

  init?(_ settings: inout ViewSettings) {
    guard let folder = ChangesView.folder(&settings) else { return nil }
    self.folder = folder
    let prefix = ContentFolder.prefix + folder
    let sources = settings.files.filter { file in
      file.path.ends(with: ChangesView.suffix)
        && file.path.without(start: prefix).map { !$0.contains(sign: "/") } ?? false
    }
    files = sources.map(\.path)
    var entries: [Entry] = []
    for source in sources {
      let slug = String(source.path.dropFirst(prefix.count).dropLast(ChangesView.suffix.count))
      guard slug.unicodeScalars.allSatisfy(ChangesView.isAllowed) else {
        settings.reader.add([ChangesView.misnamed(source.path, slug)])
        continue
      }
      let (record, problems) = ChangeRecord.read(source)
      settings.reader.add(problems)
      if let record { entries.append(Entry(slug: slug, record: record)) }
    }
    self.entries = entries.sorted { ($1.record.date.earliest, $1.slug) < ($0.record.date.earliest, $0.slug) }
  }

  private static func folder(_ settings: inout ViewSettings) -> String? {
    guard let text = settings.text("folder") else { return "changes/" }
    let parts = text.parts(at: "/")
    if parts.allSatisfy({ !$0.isEmpty && !$0.begins(with: ".") }) { return text + "/" }
    if let node = settings.reader.node("folder") {
      settings.reader.report(
        .invalidSetting, "'folder' must be a folder inside content/, not '\(text)'", at: node,
        help: "such as changes")
    }
    return nil
  }

  /// A record's name becomes a part of addresses and of anchors.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber: true
    default: scalar.properties.isAlphabetic || "._-".unicodeScalars.contains(scalar)
    }
  }

  private static func misnamed(_ path: String, _ slug: String) -> Diagnostic {
    Diagnostic(
      .invalidChangeRecord,
      "a record cannot be called '\(slug)': its name may contain only letters, digits, '.', '_' and '-'",
      at: Place(path), help: "rename it, say to 2024-10-01\(suffix)")
  }

  var hasFeed: Bool { !entries.isEmpty }

  func parts(of answer: Void, in graph: KnowledgeGraph, problems: inout ViewProblems) -> [ViewPart] {
    [.whole]
      + entries.map { entry in
        let date = entry.record.date.display(in: graph.readerWords)
        let isAlone = entries.count { $0.record.date == entry.record.date } == 1
        let name = isAlone ? nil : entry.record.title ?? entry.slug
        return ViewPart.item(entry.slug, title: name.map { "\(date), \($0)" } ?? date)
      }
  }

  func entries(of part: ViewPart) -> [Entry] {
    part.item.map { name in entries.filter { $0.slug == name } } ?? entries
  }
}

extension SiteModel {
  /// Where a record of changes goes, below the knowledge base's folder: into that of the first view of changes.
  package func recordPath(named name: String) -> String {
    let view = views.pages.lazy.compactMap { $0.declared.view as? ChangesView }.first
    return ContentFolder.prefix + (view?.folder ?? "changes/") + name + ".json"
  }
}
