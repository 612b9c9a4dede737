package import Diagnostics

extension Value {
  /// What a template gets, to be looked at. Records refer to each other without an end, so those that lie
  /// below `depth` others are `"…"`.
  ///
  /// - Parameter shape: of the value, which has the names of records.
  package func json(_ shape: Shape, depth: Int) -> JSON {
    switch self {
    case .nothing: .null
    case .flag(let flag): .bool(flag)
    case .text(let text): .string(text)
    case .number(let number): .integer(number)
    case .html(let bytes): .string(String(decoding: bytes, as: UTF8.self))
    case .list(let items): .array(items.map { $0.json(shape.item, depth: depth) })
    case .record(let record): record.json(shape, depth: depth)
    case .records(let records):
      .array((0..<records.count).map { records.item($0).json(shape.item, depth: depth) })
    }
  }
}

extension BoundRecord {
  fileprivate func json(_ shape: Shape, depth: Int) -> JSON {
    guard depth > 0, case .record(let description) = shape else { return .string("…") }
    return .object(
      description.members.enumerated().map { slot, member in
        JSON.Member(key: member.name, value: value(slot).json(member.shape(), depth: depth - 1))
      })
  }
}

extension Shape {
  fileprivate var item: Shape { if case .list(let item) = self { item } else { .any } }
}
