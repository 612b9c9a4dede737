import Diagnostics
import Templates

/// Templates whose text is marked with `1️⃣`, `2️⃣` … where diagnostics are expected.
struct MarkedTemplates {
  private var sources: [TemplateSource] = []
  private var marks: [(mark: String, path: String, position: Position)] = []

  /// Files by path; `page.html` is the template `page`.
  init(_ files: [String: String]) {
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      let source = SourceText(path: path, text: stripMarks(of: text, in: path))
      sources.append(TemplateSource(source, below: ""))
    }
  }

  func compile(_ shapes: [String: Shape] = [:]) -> (set: TemplateSet, diagnostics: [Diagnostic]) {
    TemplateSet.compile(sources, shapes: shapes.mapValues { [$0] })
  }

  /// What is wrong: the mark of the place, the length there, id and message.
  func mistakes(_ shapes: [String: Shape] = [:]) -> [String] {
    compile(shapes).diagnostics.map(describe)
  }

  func describe(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.place
    let mark = marks.first { $0.path == place?.path && $0.position == place?.position }?.mark
    let unmarked = "\(place?.path ?? "nowhere"):\(place?.position.line ?? 0):\(place?.position.column ?? 0)"
    return "\(mark ?? unmarked) \(place?.length ?? 0) \(diagnostic.id.rawValue): \(diagnostic.message)"
  }

  /// The page `page`, filled in; what goes wrong then comes behind it.
  func page(_ value: Value = .nothing, shapes: [String: Shape] = [:]) -> String {
    var output: [UInt8] = []
    let diagnostics = compile(shapes).set.render("page", [value], into: &output)
    return String(decoding: output, as: UTF8.self) + diagnostics.map { "\n" + describe($0) }.joined()
  }

  /// The same, filled in with what is given by name.
  func page(_ named: Named) -> String {
    let values = NamedValues(named)
    var output: [UInt8] = []
    let set = TemplateSet.compile(sources, shapes: values.shapes).set
    let diagnostics = set.render("page", [values.value], into: &output)
    return String(decoding: output, as: UTF8.self) + diagnostics.map { "\n" + describe($0) }.joined()
  }

  private mutating func stripMarks(of text: String, in path: String) -> String {
    var stripped = ""
    for character in text {
      if character.unicodeScalars.contains("\u{20E3}") {
        let lines = stripped.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let position = Position(line: lines.count, column: (lines.last?.count ?? 0) + 1)
        marks.append((String(character), path, position))
      } else {
        stripped.append(character)
      }
    }
    return stripped
  }
}
