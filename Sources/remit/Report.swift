import Diagnostics
import Files
import Knowledge
import Site

/// What a build found and did.
struct BuildReport {
  var entities: Int
  /// What of the content is not in the site.
  var heldBack: [HeldBackFile]
  var diagnostics: [Diagnostic]
  /// `nil` where nothing was written because of what was found.
  var written: WriteReport?
  /// The files that were read, by path: for excerpts.
  var sources: any SourceTexts

  init(_ base: KnowledgeBase, written: WriteReport? = nil, rendering: [Diagnostic] = []) {
    entities = base.graph.entities.count
    heldBack = base.heldBack
    diagnostics = base.diagnostics + rendering
    self.written = written
    sources = base.sources
  }
}

/// Prints diagnostics in the format that was asked for.
struct DiagnosticOutput {
  var format: DiagnosticFormat
  var sources: any SourceTexts
  /// The folder of the knowledge base. CI services look for files from the repository's top, where they run commands.
  var root = "."

  /// People's text goes to standard error; what other programs read is a result, and goes to standard output.
  func print(_ diagnostics: [Diagnostic]) throws {
    let sources = sources
    let machine = MachinePrinter(version: Remit.version, folder: folder) { sources[$0] }
    switch format {
    case .text:
      Terminal.error(diagnostics) { sources[$0] }
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

/// "1 error" or "2 errors".
func count(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number == 1 ? one : many)" }

/// "held back: 3 files"; `nil` where nothing is.
func heldBack(_ files: [HeldBackFile]) -> String? {
  files.isEmpty ? nil : "held back: " + count(files.count, "file", "files")
}

extension [Diagnostic] {
  /// With errors in the schema only those of the settings: what they make of the content would drown them.
  var settingsFirst: [Diagnostic] {
    let isSchemaBroken = contains { $0.severity == .error && $0.place?.path == "schema.yaml" }
    return isSchemaBroken ? filter(\.isOfSettings) : self
  }
}

extension Diagnostic {
  var isOfSettings: Bool { ["remit.yaml", "schema.yaml"].contains(place?.path) }
}
