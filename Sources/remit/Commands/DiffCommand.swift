import ArgumentParser
import Changes
import Diagnostics
import Files
import Knowledge
import Pipeline
import Site

struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract:
      "Shows what changed in the knowledge between two commits, since one, or from one day to another.",
    discussion: """
      Without a second revision, it compares with the folder as it is now, uncommitted changes included:
        remit diff HEAD
        remit diff main..HEAD
        remit diff origin/main...HEAD --format markdown
      With three dots, it starts where the two branches parted. For what holds on one day but not on another:
        remit diff --days 2026-06-29..2026-06-30
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }

  @OptionGroup var location: ReadOptions

  @Argument(help: "A revision, or two with dots between: HEAD~1, v1..v2, main...HEAD.")
  var revisions: String?

  @Option(
    help: ArgumentHelp(
      "Two days with dots between: compare what the folder as it is says of the first and of the second.",
      valueName: "from..to"))
  var days: String?

  @Option(help: "How to print the answer: text, markdown or json.")
  var format = Format.text

  @Flag(help: "List every page that is touched, not just the first twenty.")
  var pages = false

  @Flag(help: "End with status 1 if the knowledge changed, as git diff does.")
  var exitCode = false

  @Option(
    help: ArgumentHelp("The file to write; without it, standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Write a record dated on this day, such as 2024-10-01, for the site's page of changes.",
      valueName: "date"))
  var record: String?

  @Option(help: "The record's title on the page of changes.")
  var title: String?

  func validate() throws {
    if (revisions == nil) == (days == nil) {
      throw ValidationError("name a revision, such as HEAD, or two days: --days 2026-06-29..2026-06-30")
    }
    if days != nil, location.day.asOf != nil || location.day.clock != nil || record != nil {
      throw ValidationError(
        "--days: a record is of what changed between two commits, not between two days")
    }
    if title != nil, record == nil {
      throw ValidationError("--title: only a record has one; add --record")
    }
    if record != nil, location.drafts {
      throw ValidationError("--record: a record is published, so it cannot be made with --drafts")
    }
    if record != nil, output != nil {
      throw ValidationError("--output: a record goes to the folder of the view of changes")
    }
  }

  func run() async throws {
    if let output { try option("output") { try checkOutputFile(output) } }
    let day = try record.map(recordDate)
    let line = location.progress.line()
    if let days { return try await compare(DayRange(days), line) }
    let build = try location.build()
    let range = RevisionRange(revisions ?? "HEAD")
    let (old, new) = try await line.during { try await build.read(range, progress: $0) }
    let (before, after) = (try readable(old), try readable(new))
    let changes = KnowledgeChanges(from: before.site.snapshot, to: after.site.snapshot)
    if let day {
      // Where records go is for the folder to say that this one is written to.
      let folder = range.to == nil ? after : try readable(await build.readFolder())
      try write(ChangeRecord(date: day, title: title, changes: changes), in: folder)
    } else {
      let pages = await line.during { await PageChanges.between(before.site, after.site, progress: $0) }
      try print(text(changes, pages, from: old.name, to: new.name))
    }
    try finish(before, after, changes)
  }

  /// What holds in the folder on two days.
  private func compare(_ days: DayRange, _ line: ProgressLine) async throws {
    let build = try location.build()
    let (before, after) = try await line.during {
      try await build.readFolder(on: (days.from, days.to), progress: $0)
    }
    let errors = before.errors.filter { !after.errors.contains($0) } + after.errors
    try DiagnosticOutput(format: .text, sources: after.sources).print(errors)
    if errors.contains(where: \.isOfSchema) { throw CommandError.configuration }
    let changes = KnowledgeChanges(from: before.site.snapshotOfDay, to: after.site.snapshotOfDay)
    // Nearly every page names the day, so they are told only where they are asked for.
    let touched =
      pages ? await line.during { await PageChanges.between(before.site, after.site, progress: $0) } : nil
    try print(text(changes, touched, from: days.from.description, to: days.to.description))
    try finish(before, after, changes)
  }

  private func finish(_ before: KnowledgeBase, _ after: KnowledgeBase, _ changes: KnowledgeChanges) throws {
    try before.finish()
    try after.finish()
    if exitCode, !changes.isEmpty { throw CommandError.content }
  }

  private func print(_ text: String) throws {
    if let output {
      try replaceFile(output, Array(text.utf8))
    } else {
      try Terminal.data(text)
    }
  }

  /// Prints the errors in a state.
  ///
  /// - Throws: `CommandError.configuration` where its schema can't be read: everything would seem to be gone.
  private func readable(_ revision: KnowledgeRevision) throws -> KnowledgeBase {
    try DiagnosticOutput(format: .text, sources: revision.sources).print(revision.errors)
    if revision.base.errors.contains(where: \.isOfSchema) { throw CommandError.configuration }
    return revision.base
  }

  private func text(
    _ changes: KnowledgeChanges, _ pages: PageChanges?, from start: String?, to end: String?
  ) -> String {
    let outline = ChangesOutline(changes, pages: pages, naming: self.pages ? nil : 20)
    switch format {
    // In a file too: it may be printed later.
    case .text: return outline.text.printableLines
    case .markdown: return outline.markdown
    case .json:
      let head = JSON.members(["from": .optional(start), "to": .optional(end)])
      return JSON.object(head + changes.json + (pages.map { JSON.member("pages", $0.json) } ?? [])).text
    }
  }
}

// MARK: - Records

extension DiffCommand {
  private func recordDate(_ text: String) throws -> EDTFDate {
    if case .success(let date) = EDTFDate.parse(text), date.isDay { return date }
    throw CommandError.usage("--record: '\(text)' is not a day\n  help: write it as 2024-10-01")
  }

  /// Never over another: what was made public stays.
  private func write(_ record: ChangeRecord, in base: KnowledgeBase) throws {
    guard !record.changes.isEmpty else {
      throw CommandError.usage("--record: the knowledge did not change, so there is nothing to record")
    }
    if base.errors.contains(where: \.isOfSettings) { throw CommandError.configuration }
    let path = base.site.recordPath(named: record.date.description)
    if fileExists(location.root + "/" + path) {
      throw CommandError.usage(
        "--record: '\(path)' already exists\n  help: remove it first, or rename it: a record may have any file name, "
          + "because its day is in the file")
    }
    try createNewFile(path, in: location.root, Array(record.text.utf8))
    try Terminal.report("wrote \(path.printable)\n")
  }
}
