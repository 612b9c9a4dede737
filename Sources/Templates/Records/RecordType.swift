/// The description of one thing that templates see, such as a fact or a link: each name that may be asked of
/// it, with what it means and how it is got from a `Model`.
///
/// All else follows from it: what templates are checked against, what they get, and the tables of the manual.
///
/// Functions that know the model are `@inlinable`, and members are given as an autoclosure: so they become code
/// for the one model. Without either each value would ask the runtime for its types, and a page costs half more.
public final class RecordType<Model: Sendable>: Sendable {
  public let description: RecordDescription
  public let get: @Sendable (_ slot: Int, _ model: Model) -> Value

  /// - Parameters:
  ///   - name: what it is called in the manual, such as `statement`.
  ///   - more: members that stand before its own, such as those that every page has. Of two with one name the
  ///     later counts.
  public init(
    _ name: String, _ doc: String, with more: [Member<Model>] = [],
    _ members: @autoclosure () -> [Member<Model>]
  ) {
    var last: [String: Int] = [:]
    let all = more + members()
    for (index, member) in all.enumerated() { last[member.description.name] = index }
    let kept = all.enumerated().filter { last[$1.description.name] == $0 }.map(\.element)
    description = RecordDescription(name: name, doc: doc, members: kept.map(\.description))
    get = Self.getter(kept[...])
  }

  /// A record without a name, which the manual describes where it is used.
  public convenience init(_ members: @autoclosure () -> [Member<Model>]) {
    self.init("", "", members())
  }

  @inlinable
  public var id: ObjectIdentifier { ObjectIdentifier(description) }

  /// What a template gets for one model.
  @inlinable
  public func value(_ model: Model) -> Value { .record(BoundRecord(model) { self }) }

  /// What a template gets for several; nothing of them is computed before it asks.
  @inlinable
  public func values(_ models: [Model]) -> Value {
    models.isEmpty ? .list([]) : .records(BoundRecords(models) { self })
  }

  /// This record's members for a record that has a model of it.
  @inlinable
  public func members<Outer>(_ model: @escaping @Sendable (Outer) -> Model) -> [Member<Outer>] {
    description.members.enumerated().map { slot, description in
      Member(description) { [get] in get(slot, model($0)) }
    }
  }

  /// Closures by number, as one closure that halves its way to the right one: what a closure holds is constant, and so
  /// read without counting references, which one that lies in an array is not.
  private static func getter(_ members: ArraySlice<Member<Model>>) -> @Sendable (Int, Model) -> Value {
    let start = members.startIndex
    // The last stands for those that are not there, which nobody asks for.
    let few = (0..<4).compactMap { members.dropFirst($0).first ?? members.last }
    if few.isEmpty { return { _, _ in .nothing } }
    if members.count <= few.count {
      let (first, second, third, fourth) = (few[0].get, few[1].get, few[2].get, few[3].get)
      return { slot, model in
        switch slot - start {
        case 0: first(model)
        case 1: second(model)
        case 2: third(model)
        default: fourth(model)
        }
      }
    }
    let middle = start + members.count / 2
    let (lower, upper) = (getter(members[..<middle]), getter(members[middle...]))
    return { slot, model in slot < middle ? lower(slot, model) : upper(slot, model) }
  }
}

/// A record, whatever it is made from. Records know one another by identity, so that a fact may have values, and a
/// value facts.
public final class RecordDescription: Sendable {
  public let name: String
  public let doc: String
  public let members: [MemberDescription]

  init(name: String, doc: String, members: [MemberDescription]) {
    (self.name, self.doc, self.members) = (name, doc, members)
  }
}

/// One name of a record.
public struct MemberDescription: Sendable {
  public let name: String
  /// One line of Markdown.
  public let doc: String
  /// Made when it is asked for, since records refer to each other.
  public let shape: @Sendable () -> Shape

  @inlinable
  public init(name: String, doc: String, shape: @escaping @Sendable () -> Shape) {
    (self.name, self.doc, self.shape) = (name, doc, shape)
  }
}
