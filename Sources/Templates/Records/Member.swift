/// One name of a record, with how it is got from the record's model.
///
/// It is got anew each time that a template asks: what costs much belongs into the model.
public struct Member<Model: Sendable>: Sendable {
  public let description: MemberDescription
  public let get: @Sendable (Model) -> Value

  @inlinable
  public init(_ description: MemberDescription, _ get: @escaping @Sendable (Model) -> Value) {
    (self.description, self.get) = (description, get)
  }

  /// A name of any shape, where none of the others fits.
  @inlinable
  public init(
    _ name: String, _ doc: String, _ shape: @autoclosure @escaping @Sendable () -> Shape,
    _ get: @escaping @Sendable (Model) -> Value
  ) {
    self.init(MemberDescription(name: name, doc: doc, shape: shape), get)
  }
}

extension Member {
  @inlinable
  public static func text(
    _ name: String, _ doc: String, _ get: @escaping @Sendable (Model) -> String?
  ) -> Member {
    Member(name, doc, .text) { get($0).map(Value.text) ?? .nothing }
  }

  /// A number, whose section is skipped at zero.
  @inlinable
  public static func number(
    _ name: String, _ doc: String, _ get: @escaping @Sendable (Model) -> Int?
  ) -> Member {
    Member(name, doc, .number) { get($0).map(Value.number) ?? .nothing }
  }

  /// Markup of our own making, which goes into text as it is.
  @inlinable
  public static func markup(
    _ name: String, _ doc: String, _ get: @escaping @Sendable (Model) -> [UInt8]?
  ) -> Member {
    Member(name, doc, .html) { get($0).map(Value.html) ?? .nothing }
  }

  @inlinable
  public static func flag(
    _ name: String, _ doc: String, _ get: @escaping @Sendable (Model) -> Bool
  ) -> Member {
    Member(name, doc, .flag) { .flag(get($0)) }
  }

  /// One thing with names of its own, or nothing.
  ///
  /// - Parameter record: the same each time, as records are known by their identity.
  @inlinable
  public static func record<Item>(
    _ name: String, _ doc: String, of record: @autoclosure @escaping @Sendable () -> RecordType<Item>,
    _ get: @escaping @Sendable (Model) -> Item?
  ) -> Member {
    Member(name, doc, .record(record().description)) {
      get($0).map { .record(BoundRecord($0, as: record)) } ?? .nothing
    }
  }

  /// Several things with names of their own.
  @inlinable
  public static func list<Item>(
    _ name: String, _ doc: String, of record: @autoclosure @escaping @Sendable () -> RecordType<Item>,
    _ get: @escaping @Sendable (Model) -> [Item]
  ) -> Member {
    Member(name, doc, .list(.record(record().description))) {
      let models = get($0)
      return models.isEmpty ? .list([]) : .records(BoundRecords(models, as: record))
    }
  }

  /// Several texts, each of which is `{{.}}` in a section.
  @inlinable
  public static func texts(
    _ name: String, _ doc: String, _ get: @escaping @Sendable (Model) -> [String]
  ) -> Member {
    Member(name, doc, .list(.text)) { .list(get($0).map(Value.text)) }
  }
}
