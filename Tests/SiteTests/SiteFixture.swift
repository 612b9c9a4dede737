import Diagnostics
import Foundation
import TestSupport
import Testing

/// A whole small knowledge base and what becomes of it, in one text file.
///
/// `-- path --` begins an input file, `== path ==` a file of the website that is compared whole, `== diagnostics ==`
/// what is found, and `== terminal ==` what a screen shows of it; without both there must be nothing to print.
/// `== files ==` lists the paths of all the pages, one on each line.
struct SiteFixture: CustomTestStringConvertible {
  typealias Part = FixtureFile.Part

  let file: FixtureFile

  var testDescription: String { file.name }

  var sources: [SourceText] { file.inputs.map { SourceText(path: $0.name, text: $0.text) } }

  static let all = FixtureFile.all(
    in: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
  ).map(SiteFixture.init)
}
