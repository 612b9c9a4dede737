import ArgumentParser
import Diagnostics
import Pipeline
import Site

struct FmtCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract:
      "Writes front matter in one form: same order, same quotation marks, no repetition; changes no value."
  )

  @OptionGroup var location: RootOptions

  @Flag(
    help: "Write nothing; list files not in that form; status 1 if there are any, or one is left alone.")
  var check = false

  @Argument(
    help: "Files and folders of the content; by default, all of it.", completion: .file(extensions: ["md"]))
  var files: [String] = []

  func run() async throws {
    let build = Build(root: location.root)
    let report = try await build.format(files)
    try DiagnosticOutput(format: .text, sources: report.sources).print(report.diagnostics)
    if !check { try build.write(report) }
    let word = check ? "not formatted:" : "wrote"
    let lines = report.changes.map { "\(word) \($0.path.printable)\n" }.joined() + summary(report)
    if check { try Terminal.output(lines) } else { try Terminal.report(lines) }
    try BuildOptions().finish(report.diagnostics)
    if check, !report.changes.isEmpty || report.leftAlone > 0 { throw CommandError.content }
  }

  private func summary(_ report: FormatReport) -> String {
    let count = counted(report.changes.count, "file", "files")
    let parts = [
      count + (check ? " to be written" : " written"), "\(report.unchanged) unchanged",
      "\(report.leftAlone) left alone",
    ]
    return parts.joined(separator: "; ") + "\n"
  }
}
