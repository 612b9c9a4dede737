import Diagnostics
import Files
import Pipeline
import Site

/// Prints diagnostics in the format that was asked for.
struct DiagnosticOutput {
  var format: DiagnosticFormat
  var sources: any SourceTexts
  /// The folder of the knowledge base. CI services look for files from the repository's top, where they run commands.
  var root = "."
  /// Whether people are told each diagnostic, be they thousands.
  var isWhole = true

  /// People's text goes to standard error; what other programs read is a result, and goes to standard output.
  func print(_ diagnostics: [Diagnostic]) throws {
    let sources = sources
    let machine = MachinePrinter(version: Remit.version, folder: folder) { sources[$0] }
    switch format {
    case .text:
      Terminal.error(diagnostics, isWhole: isWhole) { sources[$0] }
    case .json: try Terminal.data(machine.json(diagnostics).text)
    case .github: try Terminal.data(machine.github(diagnostics))
    case .sarif: try Terminal.data(machine.sarif(diagnostics).text)
    }
  }

  /// The way from the current folder down to the knowledge base; empty where it lies elsewhere.
  private var folder: String {
    let (here, there) = (resolvedPath("."), resolvedPath(root))
    return there.hasPrefix(here + "/") ? String(there.dropFirst(here.count + 1)) : ""
  }
}

extension BuildOptions {
  /// Ends a command with the exit status that its diagnostics call for.
  func finish(_ diagnostics: [Diagnostic]) throws {
    let bad = diagnostics.filter { !accepts([$0]) }
    guard !bad.isEmpty else { return }
    throw bad.contains(where: \.isOfSettings) ? CommandError.configuration : CommandError.content
  }
}

extension KnowledgeBase {
  /// Ends a command that has answered with the status that the errors call for.
  func finish() throws { try BuildOptions().finish(errors) }
}

/// "held back: 3 files"; `nil` where nothing is.
func heldBack(_ files: [HeldBackFile]) -> String? {
  files.isEmpty ? nil : "held back: " + counted(files.count, "file", "files")
}
