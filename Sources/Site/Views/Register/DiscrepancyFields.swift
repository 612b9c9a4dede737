import Knowledge

/// Which fields of the kind for discrepancies say what. Each may be missing.
struct DiscrepancyFields: Hashable, Sendable {
  var discrepancyClass: Int?
  var state: Int?
  /// The field whose claims contradict one another.
  var claims: Int?
  var reason: Int?
  /// The relation to what the discrepancy is about.
  var about: Int?

  init() {}

  /// The fields of the usual names, as far as the kind has them and they are of the right type.
  init(usualIn schema: Schema) {
    guard let kind = schema.discrepancyKind.map({ schema[$0] }) else { return }
    func field(_ name: String, _ sort: FieldSort) -> Int? {
      kind.fieldIndex(named: name).flatMap { sort.accepts(kind.fields[$0]) ? $0 : nil }
    }
    discrepancyClass = field("class", .enumeration)
    state = field("state", .enumeration)
    claims = field("statement", .any)
    reason = field("reason", .text)
    about = field("about", .reference)
  }
}
