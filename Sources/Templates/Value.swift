/// What a template is filled in with.
public enum Value: Sendable {
  case nothing
  case flag(Bool)
  case text(String)
  case number(Int)
  /// Markup that is already safe, from our own renderer: HTML text takes it as it is.
  case html([UInt8])
  case list([Value])
  case record(BoundRecord)
  case records(BoundRecords)

  /// Whether a section over it is skipped: nothing, false, zero, an empty text or an empty list.
  var isFalsey: Bool {
    switch self {
    case .nothing: true
    case .flag(let flag): !flag
    case .text(let text): text.isEmpty
    case .number(let number): number == 0
    case .html(let bytes): bytes.isEmpty
    case .list(let items): items.isEmpty
    case .record, .records: false
    }
  }

  /// How many items a list has.
  var itemCount: Int {
    switch self {
    case .list(let items): items.count
    case .records(let records): records.count
    default: 0
    }
  }
}
