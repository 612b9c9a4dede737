/// One of the few values by which things are listed and counted.
package enum CountedValue: Hashable, Sendable {
  case word(String)
  case flag(Bool)
  case entity(EntityID)
  case year(Int)
  /// The thing says nothing.
  case none
}

extension CountedValue {
  /// Words in the schema's order, entities in the graph's, years as they come; what says nothing is last.
  package func rank(in type: FieldType) -> (Int, Int) {
    switch self {
    case .word(let word):
      guard case .enumeration(let words) = type else { return (0, 0) }
      return (0, words.firstIndex(of: word) ?? words.count)
    case .flag(let flag): return (0, flag ? 0 : 1)
    case .entity(let entity): return (0, Int(entity.index))
    case .year(let year): return (0, year)
    case .none: return (1, 0)
    }
  }
}

extension EDTFDate {
  /// The years in which it lies: of an interval its ends.
  package var years: [Int] {
    switch extent {
    case .point(let point): [point.year]
    case .interval(let from, let to): [from, to].compactMap { $0?.year }.unique
    }
  }
}

extension QueryValue {
  /// None for what has no few values, such as a quantity.
  var countedValues: [CountedValue] {
    switch self {
    case .text(let word): [.word(word)]
    case .flag(let flag): [.flag(flag)]
    case .target(let target): [.entity(target.entity)]
    case .date(let date): date.years.map(CountedValue.year)
    case .quantity: []
    }
  }
}
