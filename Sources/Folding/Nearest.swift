/// The candidate that a misspelt name most likely meant, if one is near enough to be worth saying.
///
/// Near means: at most a third of the longer name's characters differ, by the optimal string alignment
/// distance (insert, delete, replace, swap neighbours); case does not count. Ties go to the first in
/// alphabetical order, so the answer does not depend on the candidates' order. What has over 100 characters is no slip
/// of the finger, and has no answer.
package func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
  NearestNames(candidates).nearest(to: name)
}

/// Names among which the nearest to others is looked for, several times.
package struct NearestNames: Sendable {
  private struct Candidate: Sendable {
    var name: String
    var letters: [Unicode.Scalar]
    var bins: LetterBins
  }

  /// By their lengths.
  private let candidates: [[Candidate]]

  private static let longest = 100

  package init(_ names: some Sequence<String>) {
    var candidates = [[Candidate]](repeating: [], count: Self.longest + 1)
    for name in names {
      // Cheaper than to fold a text that is too long.
      guard name.utf8.count <= Self.longest * 4 else { continue }
      let letters = Array(name.foldedCase.unicodeScalars)
      guard letters.count <= Self.longest else { continue }
      candidates[letters.count].append(Candidate(name: name, letters: letters, bins: LetterBins(letters)))
    }
    self.candidates = candidates
  }

  package func nearest(to name: String) -> String? {
    guard name.utf8.count <= Self.longest * 4 else { return nil }
    let wanted = Array(name.foldedCase.unicodeScalars)
    // Any two letters are one slip apart.
    guard wanted.count > 1, wanted.count <= Self.longest else { return nil }
    return wanted.count <= 64
      ? nearest(to: name, EditPattern<UInt64>(wanted)) : nearest(to: name, EditPattern<UInt128>(wanted))
  }

  private func nearest<Word>(to name: String, _ pattern: EditPattern<Word>) -> String? {
    let bins = LetterBins(pattern.letters)
    let count = pattern.letters.count
    var best: (distance: Int, name: String)?
    for length in candidates.indices {
      let limit = max(1, max(count, length) / 3)
      guard abs(length - count) <= limit else { continue }
      for candidate in candidates[length] {
        // Only what is as near as the best so far can be better.
        let most = min(limit, best?.distance ?? limit)
        guard bins.difference(from: candidate.bins) <= most * 2, candidate.name != name else { continue }
        let distance = pattern.distance(to: candidate.letters, most: most)
        guard distance <= most else { continue }
        if let found = best, (found.distance, found.name) <= (distance, candidate.name) { continue }
        best = (distance, candidate.name)
      }
    }
    return best?.name
  }
}

/// How often letters come up in a name, roughly: two names whose counts differ by more than twice the edits cannot be
/// that near.
private struct LetterBins: Sendable {
  private var counts = SIMD32<Int8>(repeating: 0)

  init(_ letters: [Unicode.Scalar]) {
    for letter in letters { counts[Int(letter.value & 31)] &+= 1 }
  }

  /// Each edit changes at most two counts by one.
  func difference(from other: LetterBins) -> Int {
    let difference = counts &- other.counts
    let size = difference.replacing(with: 0 &- difference, where: difference .< 0)
    return Int(SIMD32<Int16>(truncatingIfNeeded: size).wrappedSum())
  }
}

/// A name from which the distances to others are measured. A column of the table of distances is held in a few words,
/// by the differences between its neighbours (H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau
/// edit distances", 2003).
private struct EditPattern<Word: FixedWidthInteger & UnsignedInteger> {
  let letters: [Unicode.Scalar]
  /// By letter, the places at which the name has it; of ASCII by number.
  private var places = [Word](repeating: 0, count: 128)
  private var otherPlaces: [Unicode.Scalar: Word] = [:]

  /// - Parameter letters: at most as many as a word has bits.
  init(_ letters: [Unicode.Scalar]) {
    self.letters = letters
    for (index, letter) in letters.enumerated() {
      if letter.isASCII {
        places[Int(letter.value)] |= 1 << Word(index)
      } else {
        otherPlaces[letter, default: 0] |= 1 << Word(index)
      }
    }
  }

  /// The distance, or more than `most` where it is more than that.
  func distance(to other: [Unicode.Scalar], most: Int) -> Int {
    guard !letters.isEmpty else { return other.count }
    let last: Word = 1 << Word(letters.count - 1)
    var (more, less): (Word, Word) = (.max, 0)
    var (diagonal, before): (Word, Word) = (0, 0)
    var distance = letters.count
    for (index, letter) in other.enumerated() {
      let equal = letter.isASCII ? places[Int(letter.value)] : otherPlaces[letter] ?? 0
      let swapped = ((~diagonal & equal) << 1) & before
      diagonal = (((equal & more) &+ more) ^ more) | equal | less | swapped
      var right = less | ~(diagonal | more)
      var left = diagonal & more
      if right & last != 0 { distance += 1 }
      if left & last != 0 { distance -= 1 }
      // Each letter that is left takes off one at most.
      if distance - (other.count - index - 1) > most { return most + 1 }
      right = (right << 1) | 1
      left <<= 1
      more = left | ~(diagonal | right)
      less = right & diagonal
      before = equal
    }
    return distance
  }
}
