import Diagnostics
import FrontMatter

/// A relation as the file declares it, with the places at which its mistakes are shown.
struct DeclaredRelation {
  /// With the kind and the records that it is in, such as `policy.issued_by`.
  let name: String
  let relation: Relation
  let targets: [YAMLNode]
  let inverse: YAMLNode?
  let inverseLabel: YAMLNode?
}

extension SchemaReader {
  /// Every relation must lead to kinds, and read from the other end without hiding anything there.
  mutating func checkRelations(kinds: [Kind]) {
    var declared: [InverseKey: DeclaredRelation] = [:]
    let targets = Dictionary(([.page] + kinds).map { ($0.name, $0) }) { first, _ in first }
    for relation in relations {
      checkDuplicates(relation.targets, in: "the kinds that '\(relation.name)' leads to")
      for node in relation.targets {
        guard let name = node.text, targets[name] == nil else { continue }
        let names = kinds.map(\.name) + [Kind.page.name]
        report(
          "no kind '\(name)'" + didYouMean(name, among: names), id: .unknownKind, at: node.position,
          length: node.length)
      }
      guard let inverse = relation.relation.inverse, let node = relation.inverse else { continue }
      checkName(inverse.name, at: node.position, length: node.length)
      checkHidesNothing(relation, node, targets: targets)
      checkSharedInverse(relation, inverse, &declared)
    }
  }

  private struct InverseKey: Hashable {
    let target: String
    let name: String
  }

  private mutating func checkHidesNothing(
    _ relation: DeclaredRelation, _ node: YAMLNode, targets: [String: Kind]
  ) {
    guard let name = node.text else { return }
    if Kind.keysOfEvery.contains(name) {
      report(
        "the inverse '\(name)' of '\(relation.name)' is a key that every kind already has", at: node.position,
        length: node.length, help: "give the inverse another name; pages show the 'inverse_label'")
      return
    }
    for target in relation.relation.targets where targets[target]?.field(named: name) != nil {
      report(
        "the inverse '\(name)' of '\(relation.name)' is already a field of '\(target)'", at: node.position,
        length: node.length, help: "rename one of the two")
    }
  }

  /// Relations that share an inverse are one section on the other end's page, so it can have one label only.
  private mutating func checkSharedInverse(
    _ relation: DeclaredRelation, _ inverse: Relation.Inverse,
    _ declared: inout [InverseKey: DeclaredRelation]
  ) {
    var conflict: (target: String, first: DeclaredRelation, label: String)?
    for target in relation.relation.targets {
      let key = InverseKey(target: target, name: inverse.name)
      guard let first = declared[key], let label = first.relation.inverse?.label else {
        declared[key] = relation
        continue
      }
      if label != inverse.label, conflict == nil { conflict = (target, first, label) }
    }
    guard let (target, first, label) = conflict, let node = relation.inverseLabel ?? relation.inverse else {
      return
    }
    let other = (first.inverseLabel ?? first.inverse)?.position
    report(
      "the inverse '\(inverse.name)' of '\(relation.name)' is labelled '\(inverse.label)', but '\(label)' for "
        + "'\(first.name)': pages of kind '\(target)' show both in one section",
      at: node.position, length: node.length,
      notes: other.map { [Diagnostic.Note("the other label", at: Place(path, $0))] } ?? [],
      help: "give both the same inverse_label, or rename one inverse")
  }
}
