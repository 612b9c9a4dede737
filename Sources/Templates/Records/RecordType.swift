/// The description of one thing that templates see, such as a fact or a link: each name that may be asked of
/// it, with what it means and how it is got from a `Model`.
///
/// All else follows from it: what templates are checked against, what they get, and the tables of the manual.
/// Records know one another by identity, so that a fact may have values, and a value facts.
package final class RecordType<Model: Sendable>: RecordDescription {
  package let name: String
  package let doc: String
  package let members: [MemberDescription]
  private let getters: Getters<Model>

  /// - Parameters:
  ///   - name: what it is called in the manual, such as `statement`.
  ///   - more: members that stand before its own, such as those that every page has. Of two with one name the
  ///     later counts.
  package init(
    _ name: String, _ doc: String, with more: [Member<Model>] = [], _ members: [Member<Model>]
  ) {
    var last: [String: Int] = [:]
    let all = more + members
    for (index, member) in all.enumerated() { last[member.description.name] = index }
    let kept = all.enumerated().filter { last[$1.description.name] == $0 }.map(\.element)
    (self.name, self.doc) = (name, doc)
    self.members = kept.map(\.description)
    getters = Getters(kept[...])
  }

  /// A record without a name, which the manual describes where it is used.
  package convenience init(_ members: [Member<Model>]) {
    self.init("", "", members)
  }

  /// What a template gets for one model.
  package func value(_ model: Model) -> Value { .record(RecordOfModel(self, model)) }

  /// What a template gets for several; nothing of them is computed before it asks.
  package func values(_ models: [Model]) -> Value {
    models.isEmpty ? .list([]) : .records(RecordOfModel(self, models[0], of: models))
  }

  /// This record's members for a record that has a model of it.
  package func members<Outer>(_ model: @escaping @Sendable (Outer) -> Model) -> [Member<Outer>] {
    members.enumerated().map { slot, description in
      Member(description) { [getters] in getters.get(slot, model($0)) }
    }
  }

  /// The member at a slot.
  func get(_ slot: Int, _ model: Model) -> Value { getters.get(slot, model) }
}

/// A record, whatever it is made from.
package protocol RecordDescription: AnyObject, Sendable {
  var name: String { get }
  var doc: String { get }
  var members: [MemberDescription] { get }
}

/// One name of a record.
package struct MemberDescription: Sendable {
  package let name: String
  /// One line of Markdown.
  package let doc: String
  /// Made when it is asked for, since records refer to each other.
  package let shape: @Sendable () -> Shape
}

/// Closures by number, as one closure that halves its way to the right one. An array of closures over an
/// unknown `Model` would ask the runtime for its type at each access, which takes longer than these steps.
private struct Getters<Model: Sendable>: Sendable {
  let get: @Sendable (Int, Model) -> Value

  init(_ members: ArraySlice<Member<Model>>) {
    let start = members.startIndex
    // The last stands for those that are not there, which nobody asks for.
    let few = (0..<4).compactMap { members.dropFirst($0).first ?? members.last }
    if few.isEmpty {
      get = { _, _ in .nothing }
    } else if members.count <= few.count {
      let (first, second, third, fourth) = (few[0].get, few[1].get, few[2].get, few[3].get)
      get = { slot, model in
        switch slot - start {
        case 0: first(model)
        case 1: second(model)
        case 2: third(model)
        default: fourth(model)
        }
      }
    } else {
      let middle = start + members.count / 2
      let (lower, upper) = (Getters(members[..<middle]).get, Getters(members[middle...]).get)
      get = { slot, model in slot < middle ? lower(slot, model) : upper(slot, model) }
    }
  }
}
