import Folding
import TestSupport
import Testing

@Suite struct NearestTests {
  @Test(arguments: [
    ("sasaac", "sasac"), ("mitt", "miit"), ("MOFCOM", "mofcom"), ("isued_by", "issued_by"),
    ("ttile", "title"),
  ])
  func nearIsSuggested(_ written: String, _ meant: String) {
    #expect(nearest(to: written, among: ["sasac", "miit", "mofcom", "issued_by", "title"]) == meant)
  }

  @Test func farIsNotSuggested() {
    #expect(nearest(to: "xyz", among: ["sasac", "miit"]) == nil)
    #expect(nearest(to: "", among: ["sasac"]) == nil)
  }

  @Test func tiesDoNotDependOnOrder() {
    #expect(nearest(to: "ac", among: ["ab", "aa"]) == "aa")
    #expect(nearest(to: "ac", among: ["aa", "ab"]) == "aa")
  }
}

extension NearestTests {
  /// The plain distance, to compare with.
  private func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var rows = [Array(0...b.count)]
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var least = min(rows[i][j] + (a[i] == b[j] ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, rows[i - 1][j - 1] + 1) }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }

  @Test func shortcutsFindWhatTheLongWayFinds() {
    var random = SeededGenerator(seed: 11)
    func word() -> String {
      String(
        (0..<Int.random(in: 1...9, using: &random)).map { _ in "abc-".randomElement(using: &random) ?? "a" })
    }
    for _ in 0..<600 {
      // Of one letter nothing is near.
      let wanted = word() + "a"
      let candidates = (0..<6).map { _ in word() }.filter { $0 != wanted }
      let near = candidates.map { ($0, distance(Array(wanted.unicodeScalars), Array($0.unicodeScalars))) }
        .filter { $1 <= max(1, max(wanted.count, $0.count) / 3) }
      let best = near.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
      #expect(nearest(to: wanted, among: candidates) == best, "\(wanted) \(candidates)")
    }
  }

  @Test func aSingleLetterIsNoSlip() {
    #expect(nearest(to: "/", among: ["L", "/x"]) == nil)
  }

  @Test func longTextsAreNoSlips() {
    let long = String(repeating: "a", count: 60_000)
    #expect(nearest(to: long + "b", among: [long]) == nil)
    #expect(
      nearest(to: String(repeating: "é", count: 100), among: [String(repeating: "é", count: 99)]) != nil)
  }
}
