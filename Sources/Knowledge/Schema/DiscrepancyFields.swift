/// Which fields of the kind for discrepancies say what. Each may be missing.
package struct DiscrepancyFields: Hashable, Sendable {
  /// What a field of that kind is for; the raw value is the key under `claims: {discrepancy: …}` that names it.
  package enum Part: String, CaseIterable, Sendable {
    case discrepancyClass = "class"
    case state
    /// How much hangs on it.
    case weight
    /// The field whose claims contradict one another.
    case claims
    case reason
    /// The relation to what the discrepancy is about.
    case about

    var need: FieldNeed {
      switch self {
      case .discrepancyClass, .state, .weight: .enumeration
      case .claims: .any
      case .reason: .text
      case .about: .reference
      }
    }

    /// Whether a field of the usual name is meant: one that is called as the weight is may weigh something else.
    func accepts(_ field: Field) -> Bool { need.accepts(field) && (self != .weight || field.holdsWeights) }

    /// The name of the field that has the part where the schema names none.
    var usualName: String { self == .claims ? "statement" : rawValue }
  }

  private var fields: [Part: Int] = [:]

  init() {}

  /// The fields of the usual names, as far as the kind has them and they are of the right type.
  init(usualIn kind: Kind) {
    for part in Part.allCases {
      self[part] = kind.fieldIndex(named: part.usualName).flatMap {
        part.accepts(kind.fields[$0]) ? $0 : nil
      }
    }
  }

  /// The number of the field.
  package subscript(part: Part) -> Int? {
    get { fields[part] }
    set { fields[part] = newValue }
  }
}
