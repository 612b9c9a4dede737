import Folding
import Knowledge

/// One value that one source says, taken from a fact in whichever way it was written.
struct ComparedStatement {
  /// Who says it, of what part and as of when: two statements with one frame speak of one thing.
  struct Frame: Hashable {
    var source: ComparedValue?
    var scope: String?
    var asOf: EDTFDate?
    var language: String?

    static let keys: [ClaimKey] = [.source, .scope, .asOf]
  }

  /// What is said beside the value, told when it changes.
  struct Remark: Hashable {
    var name: String
    var label: String
    var compared: ComparedValue
    var shown: String
  }

  let value: ComparedValue
  let shown: String
  let target: NamedEntity?
  let frame: Frame
  let source: NamedEntity?
  /// The qualifiers of a relation's item.
  let qualifiers: [Remark]
  /// Quote, place and the like.
  let evidence: [Remark]
  /// What it put an end to, where it's a change that was made.
  var replaced: Replaced?

  /// The value that held until a change, and when and by what it was changed.
  struct Replaced {
    let shown: String
    let old: FieldValue
    let new: FieldValue
    let from: String
    let by: String

    var move: ChangeDetail.Move { ChangeDetail.Move(from: old, to: new) }

    /// The same change, told of what an earlier one had changed.
    func since(_ earlier: Replaced) -> Replaced {
      Replaced(shown: earlier.shown, old: earlier.old, new: new, from: from, by: by)
    }
  }

  /// Whether it put an end to another.
  func replaces(_ other: ComparedStatement) -> Bool {
    other.shown == replaced?.shown && other.frame.scope == frame.scope
  }

  /// What is said of what, whoever says it.
  struct Wording: Hashable {
    let value: ComparedValue
    let language: String?
  }

  var wording: Wording { Wording(value: value, language: frame.language) }

  /// All that a statement says; the same in two that are the same.
  struct All: Hashable {
    let value: ComparedValue
    let frame: Frame
    let qualifiers: Set<Remark>
    let evidence: Set<Remark>
  }

  var all: All {
    All(value: value, frame: frame, qualifiers: Set(qualifiers), evidence: Set(evidence))
  }
}

extension ComparedSide {
  /// What a fact says, each item of a list by itself; records are compared otherwise.
  func statements(_ fact: Fact?, _ field: Field?) -> [ComparedStatement] {
    guard let fact, let field else { return [] }
    let ended = EndedValues(fact)
    return fact.claims.flatMap { claim -> [ComparedStatement] in
      let items = claim.value.items
      // That a source names nobody is said too.
      if items.isEmpty { return [statement(.list([]), "–", claim.provenance)] }
      var said = items.flatMap { statements($0, field, claim.provenance) }
      if said.count == 1 { said[0].replaced = replaced(by: claim, ended, field) }
      return said
    }
  }

  /// The latest of the values that a claim ended.
  private func replaced(by claim: Claim, _ ended: EndedValues, _ field: Field) -> ComparedStatement.Replaced?
  {
    guard !field.isList, let by = claim.provenance.validity?.by, let from = claim.provenance.validity?.from
    else { return nil }
    return ended.value(endedBy: claim).map { old in
      ComparedStatement.Replaced(
        shown: shown(old, field), old: old, new: claim.value, from: graph.words(.date(from), as: .change),
        by: name(by).title.onOneLine)
    }
  }

  private func statements(
    _ value: FieldValue, _ field: Field, _ provenance: Provenance
  ) -> [ComparedStatement] {
    switch value {
    case .reference(let item):
      let known = field.relation?.qualifiers ?? []
      let qualifiers = item.qualifiers.map { qualifier in
        let own = known.first { $0.name == qualifier.name } ?? field
        return ComparedStatement.Remark(
          name: qualifier.name, label: qualifier.label, compared: compared(qualifier.value, own),
          shown: shown(qualifier.value, own))
      }
      return [
        statement(
          compared(value, field), shown(value, field), item.provenance.said(within: provenance),
          target: item.target.map(name), qualifiers)
      ]
    case .localized(let texts):
      return texts.map { text in
        statement(
          compared(.text(text.text), field), text.text.onOneLine, provenance,
          language: text.language)
      }
    default:
      return [
        statement(compared(value, field), shown(value, field), provenance)
      ]
    }
  }

  private func statement(
    _ value: ComparedValue, _ shown: String, _ provenance: Provenance, target: NamedEntity? = nil,
    _ qualifiers: [ComparedStatement.Remark] = [], language: String? = nil
  ) -> ComparedStatement {
    ComparedStatement(
      value: value, shown: shown, target: target,
      frame: .init(
        source: provenance.source.map(key), scope: provenance.scope?.onOneLine,
        asOf: provenance.asOf, language: language),
      source: provenance.source.map(name), qualifiers: qualifiers, evidence: remarks(provenance))
  }

  /// What a statement says of itself beside its source, scope and date.
  func remarks(_ provenance: Provenance) -> [ComparedStatement.Remark] {
    ClaimKey.allCases.filter { !ComparedStatement.Frame.keys.contains($0) }.compactMap { key in
      provenance[key].map { value in
        if case .reference(let item) = value {
          return ComparedStatement.Remark(
            name: key.rawValue, label: key.label, compared: self.key(item.reference),
            shown: name(item.reference).title.onOneLine)
        }
        let text = ClaimKey.words(value)
        return ComparedStatement.Remark(
          name: key.rawValue, label: key.label,
          compared: .text(text.comparedWords.joined(separator: " ")), shown: text.onOneLine)
      }
    }
  }
}
