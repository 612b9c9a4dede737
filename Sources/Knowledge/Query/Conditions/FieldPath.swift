/// What `responsible.role` stands for in a kind: a field, and what is asked of each of its items.
struct FieldPath: Hashable, Sendable {
  enum Root: Hashable, Sendable {
    case id, slug, kind, alias
    /// Of an entity that tells of a disagreement: what this weighs, also where the class alone says it.
    case weight
    /// By its number in the kind.
    case field(Int)
    /// A relation that other entities declare, by its inverse's name.
    case inverse(String)
  }

  /// Something that is said about an item beside its value.
  enum Aspect: Hashable, Sendable {
    case qualifier(String)
    case statement(ClaimKey)
    case recordID
    case isDisputed, discrepancyClass, discrepancyState, discrepancyWeight
  }

  var root: Root
  /// The numbers of the fields in a record, and in records within it.
  var subfields: [Int] = []
  var aspect: Aspect?
  /// The type of what the path leads to.
  var type: FieldType

  /// Whether it's about the field's items themselves and not about something said of them.
  var isBare: Bool { subfields.isEmpty && aspect == nil }
}
