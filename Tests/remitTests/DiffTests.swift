import Changes
import Foundation
import Knowledge
import Site
import TestSite
import TestSupport
import Testing

@Suite struct DiffTests {
  @Test func thereAreTenPairs() {
    #expect(DiffFixture.all.count >= 10)
  }

  @Test(arguments: DiffFixture.all) func saysWhatTheFixtureSays(_ fixture: DiffFixture) throws {
    let repository = try GitFolder.new()
    try repository.commit(fixture.files("before"), tag: "before")
    try repository.commit(fixture.files("after"), tag: "after")
    // A knowledge base may lie in a folder of its repository.
    let root = fixture.files("after")["base/remit.yaml"] == nil ? "" : "base"
    let actual = try fixture.file.expectations.map { expected in
      let outcome = try repository.diff(
        "before..after", "--format", expected.name, "--exit-code", below: root)
      #expect(outcome.errors == "")
      #expect(outcome.status == 1)
      return DiffFixture.Part(name: expected.name, text: outcome.output)
    }
    if ProcessInfo.processInfo.environment["UPDATE_FIXTURES"] != nil, actual != fixture.file.expectations {
      try fixture.file.rewritten(actual).write(to: fixture.file.url, atomically: true, encoding: .utf8)
      Issue.record("rewrote \(fixture.file.url.lastPathComponent)")
    }
    for (expected, actual) in zip(fixture.file.expectations, actual) { #expect(actual.text == expected.text) }
  }

  /// Told backwards, what came went, and the new is the old.
  @Test(arguments: DiffFixture.all) func theWayBackIsTheMirror(_ fixture: DiffFixture) async {
    let before = await fixture.snapshot("before")
    let after = await fixture.snapshot("after")
    let there = KnowledgeChanges(from: before, to: after)
    let back = KnowledgeChanges(from: after, to: before)
    #expect(!there.isEmpty)
    #expect(there.mirrored == back.plain)
    #expect(there.plain == back.mirrored)
    #expect(KnowledgeChanges(from: before, to: before).isEmpty)
    #expect(KnowledgeChanges(from: after, to: after).isEmpty)
  }
}

extension DiffFixture {
  fileprivate func snapshot(_ state: String) async -> KnowledgeSnapshot {
    let root = files("after")["base/remit.yaml"] == nil ? "" : "base/"
    let files = files(state).filter { $0.key.hasPrefix(root) }.map {
      (String($0.key.dropFirst(root.count)), $0.value)
    }
    return await TestSite(Dictionary(files) { first, _ in first }).site.snapshot
  }
}

extension KnowledgeChanges {
  /// What is told, without the names that entities have in one of the states, as lines whose order is no matter.
  fileprivate var plain: Set<String> { lines { $0 } }

  fileprivate var mirrored: Set<String> { lines { $0.reversed() } }

  /// - Parameter turn: puts a pair of old and new in order.
  private func lines(_ turn: ([String?]) -> [String?]) -> Set<String> {
    func line(_ parts: [String?]) -> String { parts.map { $0 ?? "–" }.joined(separator: "|") }
    let isBack = turn(["old", "new"]) == ["new", "old"]
    var lines: Set<String> = []
    for change in discrepancies {
      lines.insert(line(["discrepancy", change.field] + turn([change.oldState, change.newState])))
    }
    for change in entities {
      let ids = turn([
        change.sort == .added ? nil : change.formerID ?? change.entity.id,
        change.sort == .removed ? nil : change.entity.id,
      ])
      lines.insert(line(["entity"] + ids))
      for detail in change.details {
        let action = isBack ? detail.action.mirrored : detail.action
        let counts = turn([detail.wordsRemoved.map { "\($0)" }, detail.wordsAdded.map { "\($0)" }])
        let aspects = detail.aspects.flatMap { [$0.name] + turn([$0.old, $0.new]) }.sorted {
          $0 ?? "" < $1 ?? ""
        }
        lines.insert(
          line(
            ["detail"] + ids + [action.rawValue, detail.topic.rawValue, detail.field, detail.record]
              + turn([detail.old, detail.new]) + counts + aspects))
      }
    }
    for change in schema {
      let action = isBack ? change.action.mirrored : change.action
      lines.insert(line([action.rawValue, change.kind, change.field] + turn([change.old, change.new])))
    }
    for change in settings { lines.insert(line([change.name] + turn([change.old, change.new]))) }
    return lines
  }
}

extension ChangeDetail.Action {
  fileprivate var mirrored: Self {
    switch self {
    case .added: .removed
    case .removed: .added
    case .changed: .changed
    }
  }
}
