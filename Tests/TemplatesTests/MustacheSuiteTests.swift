import Diagnostics
import Templates
import Testing

/// The Mustache specification 1.4, lambdas aside. Skipped where the folder of outside suites is not at hand:
/// it lies beside the repository and is no part of it.
@Suite(.enabled(if: MustacheSuite.isAtHand, "the folder ../shared/suites/mustache is absent"))
struct MustacheSuiteTests {
  @Test(arguments: MustacheSuite.modules)
  func module(_ name: String) throws {
    let examples = try MustacheSuite.examples(of: name)
    #expect(examples.count >= 10)
    for example in examples {
      var sources = [source("main template", example.template)]
      for (name, text) in example.partials ?? [:] { sources.append(source(name, text)) }
      #expect(TemplateSet.compile(sources).diagnostics == [], "\(example.name)")
      let data = NamedValues(example.data.named)
      var output: [UInt8] = []
      let set = TemplateSet.compile(sources, shapes: data.shapes).set
      _ = set.render("main template", [data.value], into: &output)
      #expect(String(decoding: output, as: UTF8.self) == example.expected, "\(example.name)")
    }
  }

  private func source(_ name: String, _ text: String) -> TemplateSource {
    TemplateSource(name: name, text: SourceText(path: "\(name).mustache", text: text), escaping: .basic)
  }
}
