import Diagnostics
import Foundation
import Testing

/// A whole small knowledge base and what becomes of it, in one text file.
///
/// The first paragraph says the rule. `-- path --` begins an input file, `== path ==` a file of the website that is
/// compared whole, `== diagnostics ==` what is printed; without that part there must be nothing to print.
/// `== files ==` lists the paths of all the pages, one on each line.
struct SiteFixture: CustomTestStringConvertible {
  let url: URL
  let rule: String
  let inputs: [Part]
  var expectations: [Part]

  struct Part: Hashable {
    var name: String
    var text: String
  }

  var testDescription: String { url.deletingPathExtension().lastPathComponent }

  var sources: [SourceText] { inputs.map { SourceText(path: $0.name, text: $0.text) } }

  init(_ url: URL) throws {
    self.url = url
    var rule = ""
    var inputs: [Part] = []
    var expectations: [Part] = []
    var isInput = true
    for line in try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n").dropLast() {
      if let name = SiteFixture.name(line, "-- ", " --") {
        inputs.append(Part(name: name, text: ""))
        isInput = true
      } else if let name = SiteFixture.name(line, "== ", " ==") {
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

  static let all: [SiteFixture] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    do {
      let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      return try files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.map(SiteFixture.init)
    } catch {
      return []
    }
  }()
}
