/// One comparison of a query.
struct Condition: Hashable, Sendable {
  var comparison: Comparison
  var value: QueryValue

  /// One of several values is enough, but for `!=`, which none of them may break.
  func holds(for values: [QueryValue]) -> Bool {
    comparison == .notEqual
      ? values.allSatisfy { $0.satisfies(.notEqual, value) }
      : values.contains { $0.satisfies(comparison, value) }
  }
}

/// All conditions on one field. They hold for the same item of it: `responsible=miit` and
/// `responsible.role=lead` together mean one item with both.
///
/// There are two exceptions. Each `field=value` may be met by an item of its own, as `responsible=miit` and
/// `responsible=sasac` are. And `field!=value` means that no item at all is it, unless a qualifier is asked for
/// too: `responsible!=miit` and `responsible.role=lead` is a lead other than MIIT.
struct FieldConditions: Hashable, Sendable {
  private var equal: [Condition] = []
  private var notEqual: [Condition] = []
  /// The other comparisons of the item itself.
  private var ordered: [Condition] = []
  private var aspects: [AspectCondition] = []
  private var inner: [Inner] = []

  private struct AspectCondition: Hashable, Sendable {
    var aspect: FieldPath.Aspect
    var condition: Condition
  }

  /// The conditions on a field of a record.
  private struct Inner: Hashable, Sendable {
    var field: Int
    var conditions: FieldConditions
  }

  mutating func add(_ condition: Condition, subfields: ArraySlice<Int>, aspect: FieldPath.Aspect?) {
    if let field = subfields.first {
      let index = inner.firstIndex { $0.field == field } ?? inner.count
      if index == inner.count { inner.append(Inner(field: field, conditions: FieldConditions())) }
      inner[index].conditions.add(condition, subfields: subfields.dropFirst(), aspect: aspect)
    } else if let aspect {
      aspects.append(AspectCondition(aspect: aspect, condition: condition))
    } else if condition.comparison == .equal {
      equal.append(condition)
    } else if condition.comparison == .notEqual {
      notEqual.append(condition)
    } else {
      ordered.append(condition)
    }
  }

  /// Whether they ask when something holds: then all that was, is and may be is looked at.
  var askForTimes: Bool {
    aspects.contains { if case .statement(let key) = $0.aspect { key.isOfTime } else { false } }
      || inner.contains(where: \.conditions.askForTimes)
  }

  /// Whether the items of one entity's field meet the conditions.
  func hold(for items: [QueryItem]) -> Bool {
    let hasQualifiers = !aspects.isEmpty || !inner.isEmpty
    if !hasQualifiers || isNegative {
      guard items.allSatisfy({ item in notEqual.allSatisfy { $0.holds(for: item.values) } }) else {
        return false
      }
    }
    if isNegative { return items.allSatisfy { holdTogether(for: $0) } }
    let candidates = items.filter { item in
      holdTogether(for: item)
        && (!hasQualifiers || notEqual.allSatisfy { $0.holds(for: item.values) })
    }
    guard !candidates.isEmpty else { return false }
    return equal.allSatisfy { condition in candidates.contains { condition.holds(for: $0.values) } }
  }

  /// Whether there is nothing but `!=`.
  private var isNegative: Bool {
    equal.isEmpty && ordered.isEmpty && aspects.allSatisfy { $0.condition.comparison == .notEqual }
      && inner.allSatisfy(\.conditions.isNegative)
  }

  private func holdTogether(for item: QueryItem) -> Bool {
    ordered.allSatisfy { $0.holds(for: item.values) }
      && aspects.allSatisfy { $0.condition.holds(for: item.values(of: $0.aspect)) }
      && inner.allSatisfy { inner in
        inner.conditions.hold(
          for: item.fact(inner.field)?.queryItems(within: item.said, atAnyTime: item.isAtAnyTime) ?? [])
      }
  }
}
