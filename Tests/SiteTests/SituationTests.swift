import Changes
import Diagnostics
import Foundation
import Knowledge
import Site
import TestSite
import TestSupport
import Testing

/// The situations of the manual's page on time: before, on and after the day, each on pages, lists, views, JSON and in a
/// comparison. `UPDATE_FIXTURES=1` rewrites what is expected, and fails once.
@Suite struct SituationTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Situations")
  private static let all = FixtureFile.all(in: folder).filter { $0.name != "base" }

  @Test func thereAreSituations() { #expect(Self.all.count >= 6) }

  @Test(arguments: all.map(\.name)) func isToldOnEachDay(_ name: String) async throws {
    let file = try #require(Self.all.first { $0.name == name })
    let situation = try await Situation(file, base: FixtureFile(Self.folder.appending(path: "base.txt")))
    var actual: [FixtureFile.Part] = []
    for part in file.expectations {
      actual.append(FixtureFile.Part(name: part.name, text: try await situation.answer(part.name)))
    }
    if ProcessInfo.processInfo.environment["UPDATE_FIXTURES"] != nil, actual != file.expectations {
      try file.rewritten(actual).write(to: file.url, atomically: true, encoding: .utf8)
      Issue.record("rewrote \(file.url.lastPathComponent)")
    }
    for (expected, actual) in zip(file.expectations, actual) {
      #expect(actual.text == expected.text, "\(expected.name)")
    }
  }
}

/// A small knowledge base that is asked on several days.
private struct Situation {
  private let files: [String: String]
  private let earlier: [String: String]
  private let views: String
  private let sites: [String: TestSite]

  init(_ file: FixtureFile, base: FixtureFile) async throws {
    var (files, earlier): ([String: String], [String: String]) = ([:], [:])
    var views = ""
    for part in base.inputs + file.inputs {
      if part.name == "views.yaml" {
        views = part.text
      } else if part.name.hasPrefix("before ") {
        earlier[String(part.name.dropFirst("before ".count))] = part.text
      } else {
        files[part.name] = part.text
      }
    }
    (self.files, self.earlier, self.views) = (files, files.merging(earlier) { $1 }, views)
    var sites: [String: TestSite] = [:]
    for day in Set(file.expectations.map { String($0.name.prefix(10)) }) {
      sites[day] = await Self.site(files, views, on: day)
    }
    self.sites = sites
  }

  private static func site(_ files: [String: String], _ views: String, on day: String) async -> TestSite {
    await TestSite(files.merging(["remit.yaml": "title: Situation\nas_of: \(day)\n\(views)"]) { $1 })
  }

  /// - Parameter question: a day, and `page PATH`, `csv VIEW`, `json ID`, `list KIND [where CONDITION]` or `diff`.
  func answer(_ question: String) async throws -> String {
    let words = question.split(separator: " ", maxSplits: 2).map(String.init)
    let site = try #require(sites[words[0]])
    #expect(site.printedDiagnostics == "")
    let what = words.count > 2 ? words[2] : ""
    switch words[1] {
    case "page": return try text(of: what, in: site)
    case "csv": return try text(of: what + ".csv", in: site)
    case "list": return try list(what, in: site.graph)
    case "json":
      let id = try site.graph.target(named: what).entity
      return EntityJSON(site.graph, url: site.site.routes.path)(id).text
    default:
      let before = await Self.site(earlier, views, on: words[0])
      let changes = KnowledgeChanges(from: KnowledgeSnapshot(before.graph), to: KnowledgeSnapshot(site.graph))
      return changes.entities.flatMap { change in
        change.details.map { "\(change.entity.id): \($0.sentence)\n" }
      }.joined()
    }
  }

  private func text(of path: String, in site: TestSite) throws -> String {
    let bytes = try #require(site.file(at: path), "\(path)")
    return String(decoding: bytes.filter { $0 != 13 }, as: UTF8.self).replacing("\u{FEFF}", with: "")
  }

  private func list(_ question: String, in graph: KnowledgeGraph) throws -> String {
    let parts = question.components(separatedBy: " where ")
    let kind = try graph.schema.kind(asked: parts[0])
    let found = try Query(kind: kind, where: Array(parts.dropFirst()), in: graph).entities(in: graph)
    return try EntityTable(found, kind: kind, columns: nil, in: graph).table.text
  }
}
