/// How much hangs on a disagreement, the most first.
package enum DiscrepancyWeight: String, CaseIterable, Comparable, Sendable {
  /// It bears on a fact, a date, a number or a name.
  case fact
  /// It's only how something is worded.
  case wording
  /// It's only how one text was rendered, copied or translated.
  case rendering

  package static var names: [String] { allCases.map(\.rawValue) }

  /// Those that are told apart from what bears on a fact.
  package static let lighter: [DiscrepancyWeight] = [.wording, .rendering]

  /// The weight of a class of which the schema says nothing.
  package static func usual(ofClass name: String) -> DiscrepancyWeight {
    switch name {
    case "wording": .wording
    case "garbled": .rendering
    default: .fact
    }
  }

  package static func < (a: DiscrepancyWeight, b: DiscrepancyWeight) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .fact: 0
    case .wording: 1
    case .rendering: 2
    }
  }
}
