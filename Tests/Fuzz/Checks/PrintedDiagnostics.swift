import Diagnostics
import Foundation

/// Diagnostics as each format prints them.
struct PrintedDiagnostics {
  private let diagnostics: [Diagnostic]
  private let sources: [String: SourceText]

  init(_ diagnostics: [Diagnostic], of sources: [SourceText]) {
    self.diagnostics = diagnostics
    self.sources = Dictionary(sources.map { ($0.path, $0) }) { first, _ in first }
  }

  var problem: Problem? {
    guard !diagnostics.isEmpty else { return nil }
    if let problem = diagnostics.lazy.compactMap(placeProblem).first { return problem }
    let sources = sources
    let text = TextPrinter { sources[$0] }.print(diagnostics)
    if let problem = PrintedText.problem(in: text) {
      return Problem("no control character is printed", problem)
    }
    let machine = MachinePrinter(version: "1") { sources[$0] }
    let commands = machine.github(diagnostics).split(separator: "\n")
    let isOneEach =
      commands.count == diagnostics.sortedAndShortened().count && commands.allSatisfy { $0.hasPrefix("::") }
    if !isOneEach || commands.contains(where: { $0.contains("\r") }) {
      return Problem(
        "an annotation is one line", commands.first { !$0.hasPrefix("::") }.map(String.init) ?? "")
    }
    for text in [machine.json(diagnostics).text, machine.sarif(diagnostics).text] {
      if let problem = PrintedText.problem(inJSON: text) { return problem }
    }
    return nil
  }

  /// Lines and columns are counted from 1 and stand in the file.
  private func placeProblem(_ diagnostic: Diagnostic) -> Problem? {
    guard let place = diagnostic.place, let source = sources[place.path] else { return nil }
    let (line, column) = (Int(place.position.line), Int(place.position.column))
    let isThere = source.line(line).map { 1...($0.count + 2) ~= column } ?? false
    guard line < 1 || column < 1 || place.length < 0 || !isThere && !source.bytes.isEmpty else { return nil }
    return Problem("diagnostics have a place in the file", "\(line):\(column) \(diagnostic.id.rawValue)")
  }
}

/// Text as it goes to a terminal or to another program.
enum PrintedText {
  /// The first character that would speak to a terminal instead of being shown.
  static func problem(in text: String) -> String? {
    text.unicodeScalars.first { isControl($0) }.map { "U+" + String($0.value, radix: 16, uppercase: true) }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case ..<0x20, 0x7F..<0xA0: true
    default: false
    }
  }

  static func problem(inJSON text: String) -> Problem? {
    do {
      _ = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
      return nil
    } catch {
      return Problem("JSON is valid", String("\(error)".prefix(200)))
    }
  }
}
