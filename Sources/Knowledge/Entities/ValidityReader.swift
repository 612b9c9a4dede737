import Diagnostics
import FrontMatter

extension EntityReader {
  /// When something holds: `from`, `until` and `by`.
  mutating func validity(_ entries: [YAMLNode.Entry]) -> WrittenValidity? {
    func node(_ key: ClaimKey) -> YAMLNode? {
      entries.first { $0.key == key.rawValue && !$0.value.isNull }?.value
    }
    let from = node(.from).flatMap { day($0, of: .from) }
    let untilNode = node(.until)
    let until = untilNode.flatMap { day($0, of: .until) }
    let by = node(.by).flatMap { changeReference($0) }
    if let from, let until, let untilNode, until.earliest <= from.earliest {
      report(
        .invalidPeriod,
        until.earliest == from.earliest
          ? "this holds on no day: it ends on the day it begins, \(from)"
          : "this ends before it begins (\(from))",
        at: untilNode,
        help: "'until' is the first day on which it no longer holds, so it must be after 'from'")
      return WrittenValidity(from: from, by: by)
    }
    return WrittenValidity(from: from, until: until, by: by)
  }

  /// A day, a month or a year. Of an interval nobody could say which of its ends is meant.
  private mutating func day(_ node: YAMLNode, of key: ClaimKey) -> EDTFDate? {
    // An open end is what no key says too.
    if node.text == ".." { return nil }
    guard let date = date(node) else { return nil }
    guard case .interval = date.extent else { return date }
    report(
      .invalidPeriod, "'\(key.rawValue)' must be one day, month or year, not the period '\(date)'", at: node,
      help: "write both ends: from: … and until: …")
    return nil
  }

  private mutating func changeReference(_ node: YAMLNode) -> WrittenReference? {
    guard let name = written(node, ClaimKey.by.rawValue) else { return nil }
    guard !schema.changeKinds.isEmpty else {
      report(
        .unknownKind, "the schema does not say which kinds 'by' may name", at: node,
        help: "name them in schema.yaml: claims: {by: [policy, …]}")
      return nil
    }
    return WrittenReference(name: name, kinds: schema.changeKinds.map { schema[$0].name })
  }
}
