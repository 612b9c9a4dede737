import ArgumentParser
import Diagnostics
import Files
import Site

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Begins a knowledge base: settings, the policy schema and a first few pages.",
    discussion: """
      With --ci, it also writes the workflows that check each change and publish the site. In a knowledge base that is \
      there already it writes these only.
      """)

  @Argument(
    help: ArgumentHelp("The folder; made where there is none.", valueName: "folder"), completion: .directory)
  var folder = "."

  @Option(help: ArgumentHelp("Write the workflows for a CI service: github or gitlab.", valueName: "service"))
  var ci: CIService?

  func run() throws {
    guard !folder.isEmpty else { throw CommandError.usage("the folder's name is empty") }
    let workflows = ci?.workflows ?? []
    let isBegun = !workflows.isEmpty && fileExists(folder + "/remit.yaml")
    // First all is looked at, then all is written: half a knowledge base would help nobody.
    let files = (isBegun ? [] : Starter.files) + workflows
    let taken = files.map(\.path).filter { fileExists(folder + "/" + $0) }
    guard taken.isEmpty else {
      throw CommandError.usage(
        "'\(folder)' has \(taken.joined(separator: ", ")) already; remit init writes over nothing")
    }
    // Who begins a repository at a service has a .gitignore already.
    let hasIgnored = fileExists(folder + "/" + Starter.ignored.path)
    for file in files + (hasIgnored ? [] : [Starter.ignored]) {
      try createNewFile(file.path, in: folder, Array(file.text.utf8))
      try Terminal.output("wrote \(file.path)\n")
    }
    if hasIgnored, !isBegun {
      try Terminal.output("left \(Starter.ignored.path) as it is: let it have the lines /site/ and .remit/\n")
    }
    if !workflows.isEmpty {
      let paths = workflows.map(\.path).joined(separator: " and ")
      try Terminal.output("in \(paths), put in where the program is: REMIT_URL and REMIT_SHA256\n")
    }
    if !isBegun { try Terminal.output(next) }
  }

  /// What to type now.
  private var next: String {
    let root = folder == "." ? "" : " --root " + folder.quotedForShell
    return """
      next:
        remit serve\(root) --open
        remit new agency my-agency\(root)
        remit build\(root)

      """
  }
}

extension CIService: ExpressibleByArgument {}
