import ArgumentParser
import Diagnostics
import Files
import Pipeline
import Site

struct AdoptCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt",
    abstract: "Looks at a folder of Markdown from another tool, and writes settings for it.",
    discussion: """
      It knows folders of Hugo, Jekyll, MkDocs, Docusaurus, Obsidian, Quartz and Eleventy, and changes no file in them. \
      Where the pages are not in content/, name a new folder with --into: they are copied there. \
      'remit manual coming' leads through it.
      """)

  @Argument(
    help: ArgumentHelp("The folder: the one with the other tool's settings.", valueName: "folder"),
    completion: .directory)
  var folder: String

  @Option(
    help: ArgumentHelp("Make a knowledge base of a copy in this new folder.", valueName: "folder"),
    completion: .directory)
  var into: String?

  @Flag(help: "Write nothing, and print remit.yaml as it would be.")
  var dryRun = false

  @Flag(help: "Only print a schema.yaml with kinds for folders whose files share fields.")
  var kinds = false

  @Option(help: "How to print what was found: text or json.")
  var format = AdoptFormat.text

  @OptionGroup var progress: ProgressOptions

  func validate() throws {
    if folder.isEmpty { throw ValidationError("the folder's name is empty") }
    if into?.isEmpty == true { throw ValidationError("--into: the folder's name is empty") }
    if kinds, into != nil || format == .json || dryRun {
      throw ValidationError(
        "--kinds prints a schema and nothing else: leave --into, --format and --dry-run away")
    }
  }

  func run() async throws {
    let today = try DayOptions.today()
    let folder = try AdoptFolder(folder, into: into)
    let adoption = try await progress.line().during { try await folder.look(on: today, progress: $0) }
    if kinds { return try Terminal.data(adoption.kinds) }
    let isWritten = adoption.canBeWritten && !dryRun
    let copied = isWritten ? try folder.write(adoption) : 0
    let answer = AdoptAnswer(adoption: adoption, isWritten: isWritten, copied: copied, isDryRun: dryRun)
    switch format {
    case .json: try Terminal.data(answer.json.text)
    case .text: try Terminal.report(answer.text)
    }
    if adoption.hasSettings, !dryRun {
      throw CommandError.usage("'\(adoption.settingsPath)' is there already, and stays as it is")
    }
  }
}

enum AdoptFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

/// What is told once all is done.
private struct AdoptAnswer {
  let adoption: Adoption
  let isWritten: Bool
  let copied: Int
  let isDryRun: Bool

  var json: JSON { adoption.json(written: isWritten ? [adoption.settingsPath] : [], copied: copied) }

  var text: String { adoption.text + done + next }

  private var done: String {
    guard isWritten else {
      let isAsked = isDryRun || adoption.hasSettings
      return isAsked ? "remit.yaml would be:\n\n" + adoption.settings.text : ""
    }
    let copy =
      adoption.target.map { "copied \(counted(copied, "file", "files")) to \($0)/content/\n" } ?? ""
    return copy + "wrote \(adoption.settingsPath)\n"
  }

  private var next: String {
    if isWritten {
      let root = adoption.root == "." ? "" : " --root " + adoption.root.quotedForShell
      return "next:\n  remit serve\(root) --open\n  remit check\(root)\n"
    }
    guard !adoption.canBeWritten, !adoption.hasSettings else { return "" }
    return """
      nothing is written, for Remit reads pages from content/ only. To make a knowledge base of a copy:
        remit adopt \(adoption.folder.quotedForShell) --into NEW

      """
  }
}
