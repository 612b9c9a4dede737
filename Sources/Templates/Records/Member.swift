/// One name of a record, with how it is got from the record's model.
///
/// It is got anew each time that a template asks: what costs much belongs into the model.
package struct Member<Model: Sendable>: Sendable {
  let description: MemberDescription
  let get: @Sendable (Model) -> Value

  init(_ description: MemberDescription, _ get: @escaping @Sendable (Model) -> Value) {
    (self.description, self.get) = (description, get)
  }

  /// A name of any shape, where none of the others fits.
  package init(
    _ name: String, _ doc: String, _ shape: @autoclosure @escaping @Sendable () -> Shape,
    _ get: @escaping @Sendable (Model) -> Value
  ) {
    self.init(MemberDescription(name: name, doc: doc, shape: shape), get)
  }
}

extension Member {
  package static func text(
    _ name: String, _ doc: String, _ get: @escaping @Sendable (Model) -> String?
  ) -> Member {
    Member(name, doc, .text) { get($0).map(Value.text) ?? .nothing }
  }

  /// A number, whose section is skipped at zero.
  package static func number(
    _ name: String, _ doc: String, _ get: @escaping @Sendable (Model) -> Int?
  ) -> Member {
    Member(name, doc, .number) { get($0).map(Value.number) ?? .nothing }
  }

  /// Markup of our own making, which goes into text as it is.
  package static func markup(
    _ name: String, _ doc: String, _ get: @escaping @Sendable (Model) -> [UInt8]?
  ) -> Member {
    Member(name, doc, .html) { get($0).map(Value.html) ?? .nothing }
  }

  package static func flag(
    _ name: String, _ doc: String, _ get: @escaping @Sendable (Model) -> Bool
  ) -> Member {
    Member(name, doc, .flag) { .flag(get($0)) }
  }

  /// One thing with names of its own, or nothing.
  package static func record<Item>(
    _ name: String, _ doc: String, of record: @autoclosure @escaping @Sendable () -> RecordType<Item>,
    _ get: @escaping @Sendable (Model) -> Item?
  ) -> Member {
    Member(name, doc, .record(record())) { get($0).map { record().value($0) } ?? .nothing }
  }

  /// Several things with names of their own.
  package static func list<Item>(
    _ name: String, _ doc: String, of record: @autoclosure @escaping @Sendable () -> RecordType<Item>,
    _ get: @escaping @Sendable (Model) -> [Item]
  ) -> Member {
    Member(name, doc, .list(.record(record()))) { record().values(get($0)) }
  }

  /// Several texts, each of which is `{{.}}` in a section.
  package static func texts(
    _ name: String, _ doc: String, _ get: @escaping @Sendable (Model) -> [String]
  ) -> Member {
    Member(name, doc, .list(.text)) { .list(get($0).map(Value.text)) }
  }
}
