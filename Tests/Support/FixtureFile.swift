package import Foundation

/// A test in one text file: inputs, and what is expected to become of them.
///
/// The first paragraph says the rule. `-- name --` begins an input, `== name ==` an expectation.
package struct FixtureFile: Sendable {
  package let url: URL
  package let rule: String
  package let inputs: [Part]
  package let expectations: [Part]

  package struct Part: Hashable, Sendable {
    package var name: String
    package var text: String

    package init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  package init(_ url: URL) throws {
    self.url = url
    var rule = ""
    var inputs: [Part] = []
    var expectations: [Part] = []
    var isInput = true
    for line in try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n").dropLast() {
      if let name = FixtureFile.name(line, "-- ", " --") {
        inputs.append(Part(name: name, text: ""))
        isInput = true
      } else if let name = FixtureFile.name(line, "== ", " ==") {
        expectations.append(Part(name: name, text: ""))
        isInput = false
      } else if inputs.isEmpty, expectations.isEmpty {
        rule += line + "\n"
      } else if isInput {
        inputs[inputs.count - 1].text += line + "\n"
      } else {
        expectations[expectations.count - 1].text += line + "\n"
      }
    }
    self.rule = rule
    self.inputs = inputs
    self.expectations = expectations
  }

  /// Those of a folder, by name; none where it cannot be read, which a test of their number notices.
  package static func all(in folder: URL) -> [FixtureFile] {
    do {
      let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      return try files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.map(FixtureFile.init)
    } catch {
      return []
    }
  }

  package var name: String { url.deletingPathExtension().lastPathComponent }

  /// The file with what really came out in place of what was expected.
  package func rewritten(_ actual: [Part]) -> String {
    var text = rule
    for part in inputs { text += "-- \(part.name) --\n\(part.text)" }
    for part in actual { text += "== \(part.name) ==\n\(part.text)" }
    return text
  }

  private static func name(_ line: String, _ start: String, _ end: String) -> String? {
    guard line.hasPrefix(start), line.hasSuffix(end), line.count > start.count + end.count else { return nil }
    return String(line.dropFirst(start.count).dropLast(end.count))
  }
}
