/// A record with a model: its members are computed when a template asks for them.
public struct BoundRecord: Sendable {
  /// Which record; a number, as counting the references to one that all pages share would make them wait for another.
  let record: ObjectIdentifier
  /// The member at a slot of the record.
  let value: @Sendable (_ slot: Int) -> Value

  @inlinable
  public init<Model>(_ model: Model, as record: @escaping @Sendable () -> RecordType<Model>) {
    let record = record()
    self.init(record.id) { [get = record.get] in get($0, model) }
  }

  @usableFromInline
  init(_ record: ObjectIdentifier, _ value: @escaping @Sendable (_ slot: Int) -> Value) {
    (self.record, self.value) = (record, value)
  }
}

/// Several of one record, at least one, made one after the other as a template goes through them.
public struct BoundRecords: Sendable {
  let count: Int
  let item: @Sendable (_ index: Int) -> BoundRecord

  @inlinable
  public init<Model>(_ models: [Model], as record: @escaping @Sendable () -> RecordType<Model>) {
    self.init(count: models.count) { BoundRecord(models[$0], as: record) }
  }

  @usableFromInline
  init(count: Int, _ item: @escaping @Sendable (_ index: Int) -> BoundRecord) {
    (self.count, self.item) = (count, item)
  }
}
