import ArgumentParser
import Diagnostics
import Files
import Site

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Starts a knowledge base: settings, the policy schema and a first few pages.",
    discussion: """
      With --ci, it also writes the workflows that check each change and publish the site. In an existing \
      knowledge base it writes only these.
      """)

  @Argument(
    help: ArgumentHelp("The folder; created if there is none.", valueName: "folder"), completion: .directory)
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
        "'\(folder)' already has \(taken.joined(separator: ", ")); 'remit init' overwrites nothing")
    }
    // Who begins a repository at a service has a .gitignore already.
    let hasIgnored = fileExists(folder + "/" + Starter.ignored.path)
    let written = try write(files + (hasIgnored ? [] : [Starter.ignored]))
    let ignored =
      hasIgnored && !isBegun
      ? "left \(Starter.ignored.path) as it is: add the lines /site/ and .remit/ to it\n" : ""
    let paths = workflows.map(\.path).joined(separator: " and ")
    let program =
      workflows.isEmpty ? "" : "in \(paths), set where the program is: REMIT_URL and REMIT_SHA256\n"
    try Terminal.report(written + ignored + program + (isBegun ? "" : next))
  }

  /// Writes all files before a word is printed, for that can fail too; tells which.
  private func write(_ files: [Starter.File]) throws -> String {
    var done = ""
    do {
      for file in files {
        try createNewFile(file.path, in: folder, Array(file.text.utf8))
        done += "wrote \(file.path)\n"
      }
    } catch {
      try Terminal.report(done)
      throw error
    }
    return done
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
