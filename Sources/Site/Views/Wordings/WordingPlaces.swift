import Folding
import Knowledge

/// At how many places of one source a wording stands, as far as quotes tell. Quotes are pieces that somebody cut out,
/// and several may be cut from one place: what may be the same place counts once, so the number is never too high.
struct WordingPlaces {
  fileprivate struct Place {
    var at: String?
    /// The words before and behind the wording, as far as they are known.
    var before: ArraySlice<String>
    var behind: ArraySlice<String>
    var quotes: Set<Int>
  }

  private var places: [Place] = []
  /// By the word right before the wording; "" where none is known.
  private var numbers: [String: [Int]] = [:]

  var count: Int { places.count }

  /// - Parameter occurrences: each with the place that its quote names, if it names one.
  init(_ occurrences: [(occurrence: PhraseIndex.Occurrence, at: String?)]) {
    // Those that tell most first, so that shorter ones find them.
    let sorted = occurrences.enumerated().sorted {
      ($1.element.occurrence.context, $0.offset) < ($0.element.occurrence.context, $1.offset)
    }
    for (_, element) in sorted {
      let (occurrence, at) = element
      let place = Place(
        at: at.map(PhraseIndex.fold), before: occurrence.before, behind: occurrence.behind,
        quotes: [occurrence.text])
      if let same = candidates(place).first(where: { places[$0].canBe(place) }) {
        places[same].add(place)
      } else {
        numbers[place.before.last ?? "", default: []].append(places.count)
        places.append(place)
      }
    }
  }

  private func candidates(_ place: Place) -> [Int] {
    guard let word = place.before.last else { return Array(places.indices) }
    return (numbers[word] ?? []) + (numbers[""] ?? [])
  }
}

extension WordingPlaces.Place {
  /// Two occurrences in one quote never are one.
  fileprivate func canBe(_ other: Self) -> Bool {
    let isSamePlace = at == nil || other.at == nil || at == other.at
    return isSamePlace && quotes.isDisjoint(with: other.quotes)
      && zip(before.reversed(), other.before.reversed()).allSatisfy(==)
      && zip(behind, other.behind).allSatisfy(==)
  }

  fileprivate mutating func add(_ other: Self) {
    at = at ?? other.at
    quotes.formUnion(other.quotes)
    if other.behind.count > behind.count { behind = other.behind }
    // A longer way before keeps the word right before the wording, by which the place is found.
    if other.before.count > before.count, !before.isEmpty { before = other.before }
  }
}
