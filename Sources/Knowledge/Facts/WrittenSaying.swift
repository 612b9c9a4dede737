package import Diagnostics

/// Who says something, as a file has it: what stands beside the value, and what stands around it for several.
package struct WrittenSaying: FactSaying {
  var own: Facts<WrittenForm>.Provenance
  /// From the inside out. It holds by the one rule (`Provenance.said(within:)`).
  package var around: [Surrounding]
  /// The names of what else its groups say for it, with their places.
  package var shared: [Written]

  package init() { self.init(Facts<WrittenForm>.Provenance()) }

  init(_ own: Facts<WrittenForm>.Provenance, around: [Surrounding] = [], shared: [Written] = []) {
    (self.own, self.around, self.shared) = (own, around, shared)
  }

  /// The nearest that is named.
  package var source: WrittenReference? {
    ([own] + around.map(\.provenance)).first { $0.source != nil || $0.refusesSource }?.source
  }

  /// All that is said, however it is shared out between a value and what stands around it.
  var folded: Facts<WrittenForm>.Provenance {
    guard !around.isEmpty else { return own }
    return own.said(
      within: around.reversed().reduce(Facts<WrittenForm>.Provenance()) { $1.provenance.said(within: $0) })
  }

  var isEmpty: Bool { own.isEmpty && around.allSatisfy(\.provenance.isEmpty) }
}

/// What is written once for several values. A class, as all of them have it.
package final class Surrounding: Hashable, Sendable {
  package enum Sort: Sendable {
    /// A list with `items`, and beside these what holds for each.
    case group
    /// `defaults`, of a file or a record.
    case defaults
  }

  package let sort: Sort
  let provenance: Facts<WrittenForm>.Provenance
  package let position: Position

  init(_ sort: Sort, _ provenance: Facts<WrittenForm>.Provenance, at position: Position) {
    (self.sort, self.provenance, self.position) = (sort, provenance, position)
  }

  package static func == (a: Surrounding, b: Surrounding) -> Bool {
    a === b || a.sort == b.sort && a.provenance == b.provenance && a.position == b.position
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(position) }
}
