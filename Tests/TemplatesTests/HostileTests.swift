import Diagnostics
import Glibc
import Templates
import Testing

@Suite("Hostile files are answered with diagnostics, and quickly", .serialized)
struct HostileTests {
  enum File: String, CaseIterable, Sendable {
    case nestedSections, nestedParents, openingDelimiters, tagsInTags, closingTags, emptyTags, blanks
    case unknownNames, deepNames, overrides, tooLarge

    var text: String {
      switch self {
      case .nestedSections: String(repeating: "{{#a}}", count: 100_000)
      case .nestedParents: String(repeating: "{{<a}}{{$b}}", count: 100_000)
      case .openingDelimiters: String(repeating: "{{", count: 500_000)
      case .tagsInTags: String(repeating: "{{a", count: 100_000) + "}}"
      case .closingTags: String(repeating: "{{/a}}", count: 20_000)
      case .emptyTags: String(repeating: "{{ }}", count: 20_000)
      case .blanks: String(repeating: " ", count: 500_000) + "{{#a}}{{/b}}"
      case .unknownNames:
        String(repeating: "{{#a}}{{^b}}", count: 40) + String(repeating: "{{x}}\n", count: 5_000)
      case .deepNames: "{{" + String(repeating: "a.", count: 100_000) + "a}}"
      case .overrides:
        "{{<page}}" + String(repeating: "{{$a}}{{$b}}{{/b}}{{/a}}", count: 10_000) + "{{/page}}"
      case .tooLarge: String(repeating: "x", count: 5 << 20)
      }
    }
  }

  @Test(arguments: File.allCases)
  func file(_ file: File) {
    let text = SourceText(path: "page.html", text: file.text)
    let shape = Shape.object(["a": .object(["b": .flag])])
    var mistakes: [Diagnostic] = []
    let time = processorTime {
      mistakes = TemplateSet.compile([TemplateSource(text, below: "")], shapes: ["page": [shape]]).diagnostics
    }
    #expect(!mistakes.isEmpty)
    #expect(time < .seconds(1))
  }

  @Test("Many templates that include one another in every way")
  func manyPartials() {
    let calls = (0..<60).map { "{{#s}}{{>t\($0)}}{{/s}}" }.joined()
    let sources = (0..<60).map {
      TemplateSource(
        name: "t\($0)", text: SourceText(path: "t\($0).html", text: calls), escaping: .contextual)
    }
    let time = processorTime {
      #expect(TemplateSet.compile(sources, shapes: ["t0": [.object(["s": .text])]]).diagnostics == [])
    }
    #expect(time < .seconds(1))
  }
}

/// What the thread's own work takes, however busy the machine is with other tests.
private func processorTime(_ body: () -> Void) -> Duration {
  func now() -> Duration {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
  let start = now()
  body()
  return now() - start
}
