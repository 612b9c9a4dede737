import Folding

/// What unknown names and paths were most likely meant to be, as long as there are few: one renamed folder may leave
/// thousands of links behind.
///
/// Answers stay from one state of a knowledge base to the next, as long as the names do.
struct Suggestions {
  private var names: [Question: String?] = [:]
  private var paths: [String: String?] = [:]
  private var candidates: [Candidates: NearestNames] = [:]
  private var files: NearestNames?
  /// What was asked for in this state: only the first get an answer, whatever an earlier state had.
  private var askedNames: Set<Question> = []
  private var askedPaths: Set<String> = []

  /// Whether nothing was unknown in this state so far.
  var areUnasked: Bool { askedNames.isEmpty && askedPaths.isEmpty }

  private static let most = 100

  private struct Question: Hashable {
    var name: String
    var kinds: [KindID]
  }

  private struct Candidates: Hashable {
    var kinds: [KindID]
    var slugsOnly: Bool
  }

  /// These answers, for a later state with the same names.
  func forNextState() -> Suggestions {
    var next = self
    next.askedNames = []
    next.askedPaths = []
    return next
  }

  mutating func name(_ name: String, kinds: [KindID], in index: NameIndex) -> String? {
    let question = Question(name: name, kinds: kinds)
    guard askedNames.contains(question) || askedNames.count < Self.most else { return nil }
    askedNames.insert(question)
    if let known = names[question] { return known }
    let choice = Candidates(kinds: kinds, slugsOnly: !kinds.isEmpty && !name.contains(sign: " "))
    let among =
      candidates[choice] ?? NearestNames(index.candidates(kinds: kinds, slugsOnly: choice.slugsOnly))
    candidates[choice] = among
    let answer = among.nearest(to: name)
    names[question] = .some(answer)
    return answer
  }

  mutating func path(_ path: String, among candidates: some Sequence<String>) -> String? {
    guard askedPaths.contains(path) || askedPaths.count < Self.most else { return nil }
    askedPaths.insert(path)
    if let known = paths[path] { return known }
    let among = files ?? NearestNames(candidates)
    files = among
    let answer = among.nearest(to: path)
    paths[path] = .some(answer)
    return answer
  }
}
