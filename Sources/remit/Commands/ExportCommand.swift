import ArgumentParser
import Diagnostics
import Files
import Knowledge
import Pipeline
import Progress
import Site

/// The forms in which a view can be had.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable { case table, csv, json, ics }

struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the whole knowledge base, or one view of it, in a form that other programs can read.",
    discussion: """
      Name a view as in its page's address. The output is the same as the file beside the page, unless you ask for
      some columns only:
        remit export responsibility --format csv
        remit export deadlines/2025 --format table --columns id,value,outcome
        remit export timeline --between 2024-08-24..2024-09-20 --format table
      """)

  @OptionGroup var location: ReadOptions

  @Argument(help: "A view of remit.yaml; without it, the whole knowledge base.", completion: .views)
  var view: String?

  @Option(help: "The form: json; for a view also csv or table, and for one with deadlines ics.")
  var format = ExportFormat.json

  @Option(
    help: ArgumentHelp("For csv or table: the columns of the view, separated by commas.", valueName: "names"))
  var columns: String?

  @Option(
    help: ArgumentHelp(
      "For a timeline: only what is dated between two days, such as 2024-08-24..2024-09-20, sorted by date.",
      valueName: "days"))
  var between: String?

  @Option(
    help: ArgumentHelp("The file to write; without it, standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  func validate() throws {
    if view == nil, format != .json {
      throw ValidationError(
        "--format \(format.rawValue): only a view has that form; the whole knowledge base has json")
    }
    if between != nil, view == nil {
      throw ValidationError("--between: only a timeline has it; name one, as in 'remit export timeline'")
    }
    if columns != nil, format == .json || format == .ics {
      throw ValidationError(
        "--columns: \(format.rawValue) always has all of them; use --format csv or --format table")
    }
  }

  func run() async throws {
    if let output { try option("output") { try checkOutputFile(output) } }
    let line = location.progress.line()
    let base = try await location.read(line)
    let text = try await line.during { progress in
      progress?.begin(.export)
      return try view.map { try data(of: $0, in: base.site) } ?? whole(base, progress)
    }
    if let output {
      try replaceFile(output, Array(text.utf8))
    } else {
      try Terminal.data(text)
    }
    try base.finish()
  }

  private func table(of page: ViewPage, in site: SiteModel) throws -> Table {
    let table = site.data(of: page).table
    guard let columns else { return table }
    let names = columns.split { $0 == "," || $0 == " " }.map(String.init)
    for name in names where !table.header.contains(name) {
      throw CommandError.usage(
        "the view has no column '\(name)'\(didYouMean(name, among: table.header))\n  help: it has "
          + "\(table.header.joined(separator: ", "))")
    }
    return table.columns(names)
  }

  private func page(_ whole: ViewPage, between text: String, in site: SiteModel) throws -> ViewPage {
    switch EDTFDate.parse(days: text) {
    case .failure(let reason): throw CommandError.usage("--between: \(reason.message)")
    case .success(let days):
      if let page = whole.between(days) { return page }
      let names = site.views.pages.filter { $0.between(days) != nil }.map(\.stem)
      let help = names.isEmpty ? "remit.yaml declares none" : there(names)
      throw CommandError.usage("--between: '\(whole.stem)' is not a whole timeline\n  help: \(help)")
    }
  }

  private func whole(_ base: KnowledgeBase, _ progress: ProgressMeter?) -> String {
    let site = base.site
    return KnowledgeJSON(base.graph, url: site.routes.location)(
      title: site.configuration.title, asOf: site.configuration.asOf, progress: progress
    ).text
  }

  private func data(of name: String, in site: SiteModel) throws -> String {
    if let whole = site.views.page(stem: name) {
      let page = try between.map { try self.page(whole, between: $0, in: site) } ?? whole
      switch format {
      case .json: return site.text(of: page, .json)
      case .ics:
        guard page.formats.contains(.ics) else {
          throw CommandError.usage(
            "the view '\(name)' has no calendar\n  help: views of type tracker have one")
        }
        return site.text(of: page, .ics)
      case .csv: return try table(of: page, in: site).csv
      case .table: return try table(of: page, in: site).text.printableLines
      }
    }
    let names = site.views.stems
    let help = names.isEmpty ? "remit.yaml declares no views" : there(names)
    throw CommandError.usage("no view '\(name)'\(didYouMean(name, among: names))\n  help: \(help)")
  }
}

/// For help: which there are.
private func there(_ names: [String]) -> String {
  names.count == 1 ? "the only one is \(names[0])" : "one of: " + names.joined(separator: ", ")
}
