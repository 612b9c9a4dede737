/// The keys by which an author says how a disagreement of a fact's claims stands, beside `claims`.
package enum AssessmentKey: String, CaseIterable, Sendable {
  case discrepancyClass = "class"
  case state, weight, prefer, reason

  /// In the order in which they are written.
  static let names = allCases.map(\.rawValue)

  /// For people, in the middle of a line.
  package var label: String { self == .prefer ? "preferred" : rawValue }
}
