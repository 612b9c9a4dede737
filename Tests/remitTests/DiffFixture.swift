import Foundation
import TestSupport
import Testing

/// Two states of a small knowledge base and what `remit diff` says of them, in one text file.
///
/// `-- before/path --` and `-- after/path --` begin files of the two states, `-- both/path --` one that is in both;
/// `== text ==`, `== markdown ==` and `== json ==` begin what is printed.
struct DiffFixture: CustomTestStringConvertible {
  typealias Part = FixtureFile.Part

  let file: FixtureFile

  var testDescription: String { file.name }

  /// The files of a state, by path.
  func files(_ state: String) -> [String: String] {
    let own = file.inputs.compactMap { part -> (String, String)? in
      for folder in [state, "both"] where part.name.hasPrefix(folder + "/") {
        return (String(part.name.dropFirst(folder.count + 1)), part.text)
      }
      return nil
    }
    return Dictionary(own) { first, _ in first }
  }

  static let all = FixtureFile.all(
    in: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Diffs")
  ).map(DiffFixture.init)
}
