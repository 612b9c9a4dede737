package import Diagnostics

extension Value {
  /// What a template gets, to be looked at. Records refer to each other without an end, so those that lie
  /// below `depth` others are `"…"`.
  package func json(depth: Int) -> JSON {
    switch self {
    case .nothing: .null
    case .flag(let flag): .bool(flag)
    case .text(let text): .string(text)
    case .number(let number): .integer(number)
    case .html(let bytes): .string(String(decoding: bytes, as: UTF8.self))
    case .list(let items): .array(items.map { $0.json(depth: depth) })
    case .object: .string("…")
    case .record(let record): record.json(depth: depth)
    case .records(let first): .array((0..<first.count).map { first.sibling(at: $0).json(depth: depth) })
    }
  }
}

extension BoundRecord {
  fileprivate func json(depth: Int) -> JSON {
    guard depth > 0 else { return .string("…") }
    return .object(
      record.members.enumerated().map { slot, member in
        JSON.Member(key: member.name, value: value(slot).json(depth: depth - 1))
      })
  }
}
