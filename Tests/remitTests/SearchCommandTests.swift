import Foundation
import Testing

@Suite struct SearchCommandTests {
  private func search(_ arguments: String...) throws -> Remit.Outcome {
    try Remit.run(all: ["search"] + arguments + ["--root", Remit.project.path])
  }

  @Test func printsATableWithTheReason() throws {
    let found = try search("exchequer")
    #expect(found.status == 0 && found.errors.isEmpty)
    let lines = found.output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("kind") == true)
    #expect(lines.dropFirst(2).first?.contains("agency/mof") == true)
    #expect(lines.dropFirst(2).first?.contains("also called Exchequer") == true)
  }

  /// As the manual shows it.
  @Test func showsTheWordsThatWereFoundAndThatSourcesDiffer() throws {
    let folder = try TemporaryFolder.withStarter()
    let found = try Remit.run(all: ["search", "fine", "dust", "--limit", "2", "--root", folder.path])
    let manual = try String(
      contentsOf: Remit.project.appending(path: "content/manual/commands.md"), encoding: .utf8)
    #expect(found.output.contains("Less fine dust by 2030 (sources differ)"))
    #expect(found.output.contains("… and the goal for fine dust."))
    #expect(manual.contains("$ remit search fine dust --limit 2\n" + found.output))
  }

  @Test func printsJSONWithTheAddressOfTheClaim() throws {
    let found = try search("one", "thousand", "--kind", "target", "--limit", "1", "--format", "json")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(found.output.utf8)) as? [String: Any])
    let results = try #require(json["results"] as? [[String: Any]])
    #expect(results.count == 1)
    #expect(results[0]["id"] as? String == "target/champions-2025")
    #expect(results[0]["url"] as? String == "targets/champions-2025.html#value-policy-update-2021")
    #expect((json["total"] as? Int ?? 0) > 1)
  }

  @Test func saysWhatItTookForASlipAndThatNothingIsFound() throws {
    let slip = try search("xchequer")
    #expect(slip.output.hasPrefix("'xchequer' is nowhere; taken for exchequer\n"))
    let nothing = try search("qqqqzz")
    #expect(nothing.status == 0)
    #expect(nothing.output == "nothing is found for 'qqqqzz'\n")
  }

  @Test func severalKindsAreFoundByTheirNamesAndLabels() throws {
    func kinds(_ arguments: String...) throws -> Set<String> {
      let found = try Remit.run(
        all: ["search", "steel", "--format", "json", "--limit", "500", "--root", Remit.project.path]
          + arguments)
      let json = try JSONSerialization.jsonObject(with: Data(found.output.utf8)) as? [String: Any]
      return Set((json?["results"] as? [[String: Any]] ?? []).compactMap { $0["kind"] as? String })
    }
    #expect(try kinds().count > 2)
    #expect(try kinds("--kind", "policy", "--kind", "measure") == ["policy", "measure"])
    #expect(try kinds("--kind", "policy,measure") == ["policy", "measure"])
    #expect(try kinds("--kind", "Policies, Measure") == ["policy", "measure"])
  }

  @Test func refusesWhatMakesNoSense() throws {
    #expect(try search("a", "--kind", "policy,nonsense").status == 2)
    #expect(try search("a", "--limit", "0").status == 2)
    #expect(try search("a", "--kind", "nonsense").status == 2)
  }
}
