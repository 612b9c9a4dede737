import Diagnostics
import Testing

/// Of thousands of like mistakes in a file the first are told, and how many more there are.
@Suite struct ShortenedListTests {
  private func mistakes(_ count: Int, _ path: String?, _ id: DiagnosticID = .unknownField) -> [Diagnostic] {
    (0..<count).map { number in
      Diagnostic(id, "mistake", at: path.map { Place($0, Position(line: number + 1, column: 1)) })
    }
  }

  @Test func theFirstAreToldAndTheRestAreCounted() {
    let most = Diagnostic.mostAlike
    let all =
      mistakes(most + 1000, "a.md").shuffled() + mistakes(most, "b.md") + mistakes(most + 1, nil, .deadLink)
      + mistakes(1, "a.md", .unknownValue)
    let text = TextPrinter { _ in nil }.print(all)
    #expect(text.split(separator: "\n").count == 3 * most + 3)
    #expect(
      text.contains(
        "a.md:\(most + 1):1: error[unknown-field]: 1000 more of these in this file, from here on\n"))
    #expect(text.contains("error[dead-link]: 1 more of these\n"))
    #expect(!text.contains("b.md:1:1: error[unknown-field]: 1 more"))
    let printer = MachinePrinter(version: "0") { _ in nil }
    for output in [printer.json(all).text, printer.sarif(all).text, printer.github(all)] {
      #expect(output.contains("1000 more of these in this file"))
      #expect(output.count { $0 == "\n" } < 20 * (3 * most + 3) + 1000)
    }
  }

  /// Each file has its lines counted once, however many places are looked up.
  @Test func twoHundredThousandPlacesAreFoundAtOnce() {
    let text = SourceText(path: "a.md", text: String(repeating: "key: v\n", count: 200_000))
    let time = ContinuousClock().measure {
      for line in stride(from: 1, through: 200_000, by: 1) {
        if text.line(line)?.count != 6 || text.position(at: 7 * line - 7).line != line {
          Issue.record("\(line)")
        }
      }
    }
    #expect(time < .seconds(10))
  }
}
