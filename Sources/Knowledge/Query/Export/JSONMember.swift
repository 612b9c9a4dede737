package import Diagnostics

extension JSON {
  /// One member of an object, as a list that others can be added to.
  package static func member(_ key: String, _ value: JSON) -> [Member] { [Member(key: key, value: value)] }

  /// The members whose value isn't null.
  package static func members(_ pairs: KeyValuePairs<String, JSON>) -> [Member] {
    pairs.filter { $0.value != .null }.map { Member(key: $0.key, value: $0.value) }
  }
}
