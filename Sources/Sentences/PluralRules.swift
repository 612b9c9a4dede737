/// Which form of a text goes with a number, as one language has it: rules in the notation of Unicode's plural rules
/// (`n % 10 = 2..4 and n % 100 != 12..14`), for whole numbers. A number that no rule is for takes the text without an ending.
package struct PluralRules: Hashable, Sendable {
  /// The endings of the forms that Unicode names.
  package static let forms = ["zero", "one", "two", "few", "many"]

  /// English, and every language that gives no rules.
  package static let usual = PluralRules(rules: [
    Rule(form: "one", alternatives: [[Relation(modulus: nil, isEqual: true, ranges: [1...1])]])
  ])

  struct Relation: Hashable, Sendable {
    var modulus: Int?
    var isEqual: Bool
    var ranges: [ClosedRange<Int>]

    func holds(for number: Int) -> Bool {
      let number = modulus.map { number % $0 } ?? number
      return ranges.contains { $0.contains(number) } == isEqual
    }
  }

  package struct Rule: Hashable, Sendable {
    package let form: String
    /// Joined by "or"; the relations of each by "and".
    let alternatives: [[Relation]]
  }

  /// The first that holds counts.
  package private(set) var rules: [Rule]

  package init() { rules = [] }

  private init(rules: [Rule]) { self.rules = rules }

  /// Adds the rule of a form; false where it can't be read.
  package mutating func add(_ form: String, _ rule: String) -> Bool {
    let alternatives = rule.split(separator: " or ", omittingEmptySubsequences: false).map { text in
      text.split(separator: " and ", omittingEmptySubsequences: false).map(Self.relation)
    }
    let read = alternatives.map { $0.compactMap(\.self) }
    guard Self.forms.contains(form), zip(read, alternatives).allSatisfy({ $0.count == $1.count }) else {
      return false
    }
    rules.append(Rule(form: form, alternatives: read))
    return true
  }

  package func form(of number: Int) -> String? {
    let number = Int(clamping: number.magnitude)
    return rules.first { $0.alternatives.contains { $0.allSatisfy { $0.holds(for: number) } } }?.form
  }

  /// Such as `n = 1` or `n % 100 != 11..14, 20`.
  private static func relation(_ text: Substring) -> Relation? {
    let sides = text.split(separator: "=", omittingEmptySubsequences: false)
    guard sides.count == 2 else { return nil }
    let isEqual = sides[0].last != "!"
    let left = (isEqual ? sides[0] : sides[0].dropLast()).filter { $0 != " " }
    let modulus = left.hasPrefix("n%") ? Int(left.dropFirst(2)) : nil
    guard left == "n" || (modulus ?? 0) > 0 else { return nil }
    let written = sides[1].split(separator: ",", omittingEmptySubsequences: false)
    let ranges = written.compactMap { part -> ClosedRange<Int>? in
      let ends = part.filter { $0 != " " }.split(separator: "..", omittingEmptySubsequences: false)
        .compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last, ends.count <= 2, first >= 0, first <= last else {
        return nil
      }
      return first...last
    }
    return ranges.count == written.count
      ? Relation(modulus: left == "n" ? nil : modulus, isEqual: isEqual, ranges: ranges) : nil
  }
}
