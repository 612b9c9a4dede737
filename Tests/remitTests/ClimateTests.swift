import Foundation
import Knowledge
import TestSite
import Testing

/// The second knowledge base as a whole, with the real binary.
@Suite struct ClimateTests {
  @Test func buildsWithoutADiagnostic() throws {
    let folder = try ClimateBase.copy()
    for command in [["check", "--evidence", "\(folder.path)/evidence"], ["build"]] {
      let outcome = try Remit.run(all: command + ["--strict", "--root", folder.path])
      #expect(outcome.status == 0)
      #expect(outcome.errors == "")
    }
  }

  @Test func aLetterOfAQuoteThatIsWrongIsToldAtItsPlace() throws {
    let folder = try ClimateBase.copy()
    try folder.edit("content/massnahmen/verkehr/1.md", "le Bus du lac", "le Bus du lak")
    let outcome = try Remit.run(
      "check", "--evidence", "\(folder.path)/evidence", "--root", folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("content/massnahmen/verkehr/1.md:6:60: error[quote-not-found]"))
  }

  /// Kinds and fields share no name with this project's, but for what the generator itself reads.
  @Test func theSchemaHasWordsOfItsOwn() async throws {
    func names(_ file: URL) async throws -> Set<String> {
      let schema = try String(contentsOf: file, encoding: .utf8)
      let kinds = await TestSite(["schema.yaml": schema]).graph.schema.kinds.dropFirst()
      func own(_ fields: [Field]) -> [String] {
        fields.flatMap { field in
          [field.name] + [field.relation?.inverse?.name].compactMap(\.self)
            + own(field.relation?.qualifiers ?? []) + own(field.recordFields ?? [])
        }
      }
      return Set(kinds.flatMap { [$0.name, $0.folder] + own($0.fields) })
    }
    let here = try await names(ClimateBase.folder.appending(path: "schema.yaml"))
    let there = try await names(Remit.project.appending(path: "schema.yaml"))
    #expect(here.count > 50)
    #expect(here.intersection(there) == ["title", "summary", "evidence", "file", "sha256"])
  }

  @Test func everyLinkLeadsToAFile() async throws {
    let site = try await ClimateBase.site
    #expect(site.bytes.count > 150)
    #expect(site.brokenLinks == [])
  }

  /// What readers see names nothing of the subject for which the theme was made.
  @Test func noPageSpeaksOfPolicies() async throws {
    let site = try await ClimateBase.site
    let words = /\b(polic(y|ies)|measures?|agenc(y|ies)|programmes?|ministr(y|ies)|SASAC)\b/.ignoresCase()
    for (path, page) in site.pages {
      let text = page.replacing(/<[^>]*>/, with: " ")
      #expect(text.firstMatch(of: words) == nil, "\(path): \(text.firstMatch(of: words)?.output.0 ?? "")")
    }
  }

  @Test func exportsAreTheFilesBesideThePages() throws {
    let folder = try ClimateBase.copy()
    try #require(try Remit.run("build", "--root", folder.path).status == 0)
    let files = try folder.snapshot("site")
    for view in ClimateBase.views {
      // The whole, and of the parts the first.
      let part = files.keys.filter { $0.hasPrefix(view + "/") && $0.hasSuffix(".csv") }.min()?.dropLast(4)
      for stem in [view] + [part.map(String.init)].compactMap(\.self) {
        for format in ["csv", "json"] {
          // Published CSV begins with a mark, which only spreadsheet programs want.
          let mark: [UInt8] = format == "csv" ? [0xEF, 0xBB, 0xBF] : []
          #expect(try Data(mark + ClimateBase.export(stem, format).utf8) == files["\(stem).\(format)"])
        }
      }
    }
  }

  @Test func aViewThatIsNotThereIsToldWithASuggestion() throws {
    let outcome = try ClimateBase.run("export", "trepe")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("no view 'trepe'; did you mean 'treppe'?"))
  }

  @Test func draftsAreInNoView() throws {
    for view in ClimateBase.views {
      #expect(try !ClimateBase.export(view, "json").contains("action/plan/6"))
    }
  }

  /// 40 files have a kind. The other numbers were counted in the files, field by field and claim by claim.
  @Test func totalsAreThoseThatWereCounted() async throws {
    let counted = [
      "entities": 40, "names": 50, "relations": 52, "links": 7, "citations": 2, "facts": 141,
      "facts_without_source": 65, "statements": 56, "quoted_statements": 48, "unquoted_statements": 8,
      "inferred_statements": 4,
    ]
    struct Whole: Decodable {
      var totals: [String: Int]
    }
    let whole = try JSONDecoder().decode(
      Whole.self, from: Data(try ClimateBase.run("export").output.utf8))
    #expect(whole.totals == counted)

    struct Row: Decodable {
      var section: String
      var what: String?
      var count: Int
    }
    let rows = try ClimateBase.rows("luecken", as: Row.self)
    let totals = rows.filter { $0.section == "total" }.map { ($0.what ?? "", $0.count) }
    #expect(Dictionary(uniqueKeysWithValues: totals) == counted)
    #expect(rows.filter { $0.section == "kind" }.reduce(0) { $0 + $1.count } == 40)

    let page = try #require(try await ClimateBase.site.text("luecken.html"))
    let shown = page.matches(of: /<tr><th scope="row">[^\n]*<td>(\d+)<\/td><\/tr>/).map {
      Int($0.output.1) ?? -1
    }
    #expect(shown == rows.filter { ["kind", "total"].contains($0.section) }.map(\.count))
  }
}
