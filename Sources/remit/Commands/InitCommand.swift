import ArgumentParser
import Diagnostics
import Files
import Site

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Begins a knowledge base: settings, the policy schema and a first few pages.")

  @Argument(help: ArgumentHelp("The folder; made where there is none.", valueName: "folder"))
  var folder = "."

  func run() throws {
    guard !folder.isEmpty else { throw CommandError.usage("the folder's name is empty") }
    // First all is looked at, then all is written: half a knowledge base would help nobody.
    let files = Starter.files
    let taken = files.map(\.path).filter { fileExists(folder + "/" + $0) }
    guard taken.isEmpty else {
      throw CommandError.usage(
        "'\(folder)' has \(taken.joined(separator: ", ")) already; remit init writes over nothing")
    }
    for file in files { try createNewFile(file.path, in: folder, Array(file.text.utf8)) }
    var text = files.map { "wrote \($0.path)\n" }.joined()
    let isHere = folder == "."
    text +=
      "next: remit build\(isHere ? "" : " --root \(folder.printable)"), then open \(isHere ? "" : folder.printable + "/")site/index.html\n"
    try Terminal.output(text)
  }
}
