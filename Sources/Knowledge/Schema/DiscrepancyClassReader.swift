import Diagnostics
import FrontMatter

/// The classes of disagreements, with what each of them weighs.
struct DiscrepancyClasses {
  var names: [String]
  /// Of those whose weight is written.
  var weights: [String: DiscrepancyWeight] = [:]
}

extension SchemaReader {
  /// `classes: [value, wording]`, or `classes: {value: fact, wording: wording}`.
  mutating func classes(_ reader: inout MappingReader) -> DiscrepancyClasses? {
    guard let node = reader.node("classes") else { return nil }
    guard case .mapping(let entries) = node.content else {
      let names = reader.texts("classes", wrong: .invalidSchema)
      checkDuplicates(names ?? [], in: "the classes")
      return names.map { DiscrepancyClasses(names: $0.compactMap(\.text)) }
    }
    var classes = DiscrepancyClasses(names: entries.map(\.key))
    for entry in entries {
      if let weight = entry.value.text.flatMap(DiscrepancyWeight.init) {
        classes.weights[entry.key] = weight
      } else {
        let written = entry.value.text
        reader.report(
          .invalidSchema,
          "the weight of class '\(entry.key)' must be \(DiscrepancyWeight.choices), not "
            + (written.map { "'\($0)'" + didYouMean($0, among: DiscrepancyWeight.names) } ?? entry.value.sort),
          at: entry.value,
          help: "write \(entry.key): \(DiscrepancyWeight.usual(ofClass: entry.key).rawValue), "
            + "or list the classes without weights: classes: [value, wording]")
      }
    }
    return classes
  }

  /// Whether a field that is to hold the weight has weights only, which is told where it hasn't.
  mutating func checkWeights(_ field: Field, _ reader: inout MappingReader, at node: YAMLNode) -> Bool {
    guard !field.holdsWeights else { return true }
    reader.report(
      .invalidSchema, "'\(field.name)' has values that are not weights of a disagreement", at: node,
      help: "give it values: [\(DiscrepancyWeight.names.joined(separator: ", "))]")
    return false
  }
}

extension DiscrepancyWeight {
  fileprivate static var choices: String {
    names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }
}

extension Field {
  /// Whether it is an enumeration of nothing but weights.
  var holdsWeights: Bool {
    guard case .enumeration(let values) = type else { return false }
    return values.allSatisfy { DiscrepancyWeight(rawValue: $0) != nil }
  }
}
