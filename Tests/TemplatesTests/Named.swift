import Templates

/// What a test fills a template in with, by name: each thing that has names becomes a record of them.
indirect enum Named: Sendable {
  case value(Value)
  case list([Named])
  case object([String: Named])

  static let nothing = Named.value(.nothing)

  static func text(_ text: String) -> Named { .value(.text(text)) }

  static func html(_ bytes: [UInt8]) -> Named { .value(.html(bytes)) }

  static func flag(_ flag: Bool) -> Named { .value(.flag(flag)) }
}

/// The values of what is named, and the records that a program must know to find their names.
struct NamedValues {
  private(set) var value = Value.nothing
  private var records: [[String]: RecordType<[Value]>] = [:]

  init(_ named: Named) { value = made(named) }

  /// For no template: nothing is checked against them.
  var shapes: [String: [Shape]] { ["": records.values.map { .record($0) }] }

  private mutating func made(_ named: Named) -> Value {
    switch named {
    case .value(let value): return value
    case .list(let items): return .list(items.map { made($0) })
    case .object(let members):
      let sorted = members.sorted { $0.key < $1.key }
      let values = sorted.map { made($0.value) }
      return record(of: sorted.map(\.key)).value(values)
    }
  }

  /// One for all things with the same names.
  private mutating func record(of names: [String]) -> RecordType<[Value]> {
    if let record = records[names] { return record }
    let record = RecordType<[Value]>(
      names.enumerated().map { slot, name in Member(name, "", .any) { $0[slot] } })
    records[names] = record
    return record
  }
}

extension Shape {
  /// That of a record with these names.
  static func object(_ members: [String: Shape]) -> Shape {
    .record(RecordType<Int>(members.map { name, shape in Member(name, "", shape) { _ in .nothing } }))
  }
}
