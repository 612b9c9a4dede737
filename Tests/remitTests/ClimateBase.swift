import Foundation
import TestSite
import Testing

/// A town's climate plan: a small knowledge base whose kinds, fields and folders are called otherwise than those of
/// this project, so that nothing in the generator can lean on their names. Town and documents are invented.
enum ClimateBase {
  static let folder = Remit.project.appending(path: "Tests/remitTests/Climate")

  static let views = [
    "zustaendigkeit", "aufgaben", "handgriffe", "miteinander", "wofuer", "zielstand", "zeitleiste",
    "abweichungen", "vergleich", "treppe", "wortliste", "namen", "unterlagen-liste", "luecken", "aenderungen",
  ]

  /// A copy that a test may build in and change.
  static func copy() throws -> TemporaryFolder {
    let copy = try TemporaryFolder()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      try FileManager.default.copyItem(at: folder.appending(path: name), to: copy.url.appending(path: name))
    }
    return copy
  }

  /// Its texts by their paths.
  static var texts: [String: String] {
    get throws {
      var texts: [String: String] = [:]
      for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
        let file = folder.appending(path: path)
        if !file.hasDirectoryPath, let text = try? String(contentsOf: file, encoding: .utf8) {
          texts[path] = text
        }
      }
      return texts
    }
  }

  static func run(_ command: String, _ arguments: String...) throws -> Remit.Outcome {
    try Remit.run(all: [command] + arguments + ["--root", folder.path])
  }

  static func export(_ view: String, _ format: String) throws -> String {
    let outcome = try run("export", view, "--format", format)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return outcome.output
  }

  /// A view's table, line by line.
  static func lines(_ view: String) throws -> [String] {
    let lines = try export(view, "csv").components(separatedBy: "\r\n")
    #expect(lines.last == "")
    return lines.dropLast()
  }

  private struct File<Row: Decodable>: Decodable {
    var rows: [Row]
  }

  /// The rows of a view's data, each read as one value.
  static func rows<Row: Decodable>(_ view: String, as row: Row.Type = Row.self) throws -> [Row] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(File<Row>.self, from: Data(export(view, "json").utf8)).rows
  }

  /// All files, made once for the tests that look at them.
  static var site: PublishedFiles { get async throws { try await published.value } }

  private static let published = Task { try await TestSite(folder: folder).published() }
}
