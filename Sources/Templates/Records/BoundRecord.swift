/// A record with a model, by itself or as one of a list: its members are computed when a template asks for
/// them.
package protocol BoundRecord: AnyObject, Sendable {
  var record: any RecordDescription { get }
  /// How many are in the list; 1 for one by itself.
  var count: Int { get }

  /// The member at a slot of the record.
  func value(_ slot: Int) -> Value

  /// The one at `index` of the list.
  func sibling(at index: Int) -> any BoundRecord
}

final class RecordOfModel<Model: Sendable>: BoundRecord {
  private let bound: RecordType<Model>
  private let model: Model
  /// The whole list; empty for one by itself.
  private let models: [Model]

  init(_ bound: RecordType<Model>, _ model: Model, of models: [Model] = []) {
    (self.bound, self.model, self.models) = (bound, model, models)
  }

  var record: any RecordDescription { bound }
  var count: Int { models.isEmpty ? 1 : models.count }

  func value(_ slot: Int) -> Value { bound.get(slot, model) }

  func sibling(at index: Int) -> any BoundRecord {
    models.isEmpty ? self : RecordOfModel(bound, models[index], of: models)
  }
}
