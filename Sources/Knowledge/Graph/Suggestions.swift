import Diagnostics

/// "; did you mean 'x'?" for unknown names and paths, as long as there are few: one renamed entity may leave thousands
/// of links behind, and a suggestion looks at every name.
struct Suggestions {
  private var names: [Question: String] = [:]
  private var paths: [String: String] = [:]

  private static let most = 100

  private struct Question: Hashable {
    var name: String
    var kinds: [KindID]
  }

  mutating func name(_ name: String, kinds: [KindID], in index: NameIndex) -> String {
    let question = Question(name: name, kinds: kinds)
    if let known = names[question] { return known }
    guard names.count < Self.most else { return "" }
    let candidates = index.candidates(kinds: kinds, slugsOnly: !kinds.isEmpty && !name.contains(" "))
    let answer = didYouMean(name, among: candidates)
    names[question] = answer
    return answer
  }

  mutating func path(_ path: String, among candidates: some Sequence<String>) -> String {
    if let known = paths[path] { return known }
    guard paths.count < Self.most else { return "" }
    let answer = didYouMean(path, among: candidates)
    paths[path] = answer
    return answer
  }
}
