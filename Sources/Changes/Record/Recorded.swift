import Diagnostics

/// A type whose values stand in the JSON that `remit diff` prints and that records of changes hold.
///
/// Its list of members is the one description of that JSON: it writes them, reads them, and tells what is wrong in
/// them. A member that is added to the list is in all three.
protocol Recorded: Sendable {
  /// For messages: "a detail".
  static var what: String { get }
  /// What the members are read into.
  static var blank: Self { get }
  /// In the order in which they are written.
  static var members: [Member<Self>] { get }
}

extension Recorded {
  /// What there is none of is left out.
  var jsonMembers: [JSON.Member] {
    Self.members.compactMap { member in
      let value = member.json(self)
      return value == .null ? nil : JSON.Member(key: member.key, value: value)
    }
  }
}

/// One member of a type, under its key.
struct Member<Whole>: Sendable {
  let key: String
  /// Null where there is none.
  let json: @Sendable (Whole) -> JSON
  /// `false` where the whole can't be without it; what is wrong is reported to the keys.
  let read: @Sendable (inout Whole, inout RecordKeys) -> Bool

  typealias Path<Value> = any WritableKeyPath<Whole, Value> & Sendable
}

extension Member {
  static func text(_ key: String, _ path: Path<String?>) -> Member {
    Member(key: key) {
      .optional($0[keyPath: path])
    } read: { whole, keys in
      whole[keyPath: path] = keys.text(key)
      return true
    }
  }

  /// - Parameter other: what stands for it where it was left out; a member that comes before it.
  static func text(_ key: String, _ path: Path<String>, orElse other: Path<String>) -> Member {
    Member(key: key) {
      .string($0[keyPath: path])
    } read: { whole, keys in
      whole[keyPath: path] = keys.text(key) ?? whole[keyPath: other]
      return true
    }
  }

  static func required(_ key: String, _ path: Path<String>) -> Member {
    Member(key: key) {
      .string($0[keyPath: path])
    } read: { whole, keys in
      guard let text = keys.required(key) else { return false }
      whole[keyPath: path] = text
      return true
    }
  }

  /// One of the words that a type has.
  static func choice<Choice>(_ key: String, _ path: Path<Choice>) -> Member
  where Choice: RawRepresentable<String> & CaseIterable & Sendable {
    Member(key: key) {
      .string($0[keyPath: path].rawValue)
    } read: { whole, keys in
      guard let choice = keys.choice(key, Choice.self) else { return false }
      whole[keyPath: path] = choice
      return true
    }
  }

  /// One of the words that a type has, or nothing.
  static func optionalChoice<Choice>(_ key: String, _ path: Path<Choice?>) -> Member
  where Choice: RawRepresentable<String> & CaseIterable & Sendable {
    Member(key: key) {
      .optional($0[keyPath: path]?.rawValue)
    } read: { whole, keys in
      whole[keyPath: path] = keys.optionalChoice(key, Choice.self)
      return true
    }
  }

  static func number(_ key: String, _ path: Path<Int?>) -> Member {
    Member(key: key) {
      $0[keyPath: path].map(JSON.integer) ?? .null
    } read: { whole, keys in
      whole[keyPath: path] = keys.number(key)
      return true
    }
  }

  static func object<Item: Recorded>(_ key: String, _ path: Path<Item?>) -> Member {
    Member(key: key) {
      $0[keyPath: path].map { .object($0.jsonMembers) } ?? .null
    } read: { whole, keys in
      whole[keyPath: path] = keys.object(key)
      return true
    }
  }

  static func list<Item: Recorded>(_ key: String, _ path: Path<[Item]>) -> Member {
    Member(key: key) {
      let items = $0[keyPath: path]
      return items.isEmpty ? .null : .array(items.map { .object($0.jsonMembers) })
    } read: { whole, keys in
      whole[keyPath: path] = keys.list(key)
      return true
    }
  }
}
