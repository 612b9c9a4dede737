import Foundation
import Testing

/// Two states of a small knowledge base and what `remit diff` says of them, in one text file.
///
/// The first paragraph says the rule. `-- before/path --` and `-- after/path --` begin files of the two states,
/// `-- both/path --` one that is in both; `== text ==`, `== markdown ==` and `== json ==` begin what is printed.
struct DiffFixture: CustomTestStringConvertible {
  struct Part: Hashable {
    var name: String
    var text: String
  }

  let url: URL
  private let rule: String
  let inputs: [Part]
  let expectations: [Part]

  var testDescription: String { url.deletingPathExtension().lastPathComponent }

  init(_ url: URL) throws {
    self.url = url
    var rule = ""
    var inputs: [Part] = []
    var expectations: [Part] = []
    for line in try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n").dropLast() {
      if let name = DiffFixture.name(line, "-- ", " --") {
        inputs.append(Part(name: name, text: ""))
      } else if let name = DiffFixture.name(line, "== ", " ==") {
        expectations.append(Part(name: name, text: ""))
      } else if !expectations.isEmpty {
        expectations[expectations.count - 1].text += line + "\n"
      } else if !inputs.isEmpty {
        inputs[inputs.count - 1].text += line + "\n"
      } else {
        rule += line + "\n"
      }
    }
    self.rule = rule
    self.inputs = inputs
    self.expectations = expectations
  }

  /// The files of a state, by path.
  func files(_ state: String) -> [String: String] {
    let own = inputs.compactMap { part -> (String, String)? in
      for folder in [state, "both"] where part.name.hasPrefix(folder + "/") {
        return (String(part.name.dropFirst(folder.count + 1)), part.text)
      }
      return nil
    }
    return Dictionary(own) { first, _ in first }
  }

  /// The file with what really came out in place of what was expected.
  func rewritten(_ actual: [Part]) -> String {
    var text = rule
    for part in inputs { text += "-- \(part.name) --\n\(part.text)" }
    for part in actual { text += "== \(part.name) ==\n\(part.text)" }
    return text
  }

  private static func name(_ line: String, _ start: String, _ end: String) -> String? {
    guard line.hasPrefix(start), line.hasSuffix(end), line.count > start.count + end.count else { return nil }
    return String(line.dropFirst(start.count).dropLast(end.count))
  }

  static let all: [DiffFixture] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Diffs")
    do {
      let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      return try files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.map(DiffFixture.init)
    } catch {
      return []
    }
  }()
}
