import Knowledge

/// What changed, in English sentences on one line each, for people to read.
extension ChangeDetail {
  /// Without the entity: "value: 1,000 firms → 2,000 firms, according to Policy Update".
  package var sentence: String {
    switch topic {
    case .fact: subject + ": " + factWords + circumstances + changedAspects + accordingTo
    case .relation: relationWords
    case .evidence: evidenceWords
    case .assessment: subject + ": " + aspectWords
    case .name: nameWords
    case .record: recordWords
    case .text:
      "text: " + count(wordsAdded, "word", "words") + " more, " + count(wordsRemoved, "word", "words")
        + " less"
    case .mention: (action == .added ? "now mentions " : "no longer mentions ") + targetTitle
    }
  }

  /// The field, with the record that it stands in.
  private var subject: String {
    let label = (label ?? field ?? "").decapitalized + (language.map { " (\($0))" } ?? "")
    return record.map { "\(label), in \($0)" } ?? label
  }

  private var targetTitle: String {
    target.map { $0.title.onOneLine + ($0.anchor.map { " #" + $0 } ?? "") } ?? ""
  }

  private var factWords: String {
    let (old, new) = Excerpt.pair(old ?? "", new ?? "")
    if let move { return "\(move.words) from \(old) to \(new)" }
    return switch action {
    case .added: "now \(new)"
    case .removed: "no longer \(old)"
    case .changed: old == new ? new : "\(old) → \(new)"
    }
  }

  private var relationWords: String {
    let qualifiers = aspectsInWords
    let detail = qualifiers.isEmpty ? "" : " (" + qualifiers.joined(separator: "; ") + ")"
    switch action {
    case .added: return "now \(subject): \(targetTitle)\(detail)\(circumstances)\(accordingTo)"
    case .removed: return "no longer \(subject): \(targetTitle)\(detail)\(circumstances)\(accordingTo)"
    case .changed:
      let whom = old == new ? targetTitle : "\(old ?? "") → \(targetTitle)"
      return "\(subject): \(whom)" + (qualifiers.isEmpty ? "" : ", " + qualifiers.joined(separator: "; "))
        + circumstances + accordingTo
    }
  }

  private var evidenceWords: String {
    let what = [subject, (target?.title ?? new ?? old).map { Excerpt.clip($0.onOneLine) }].compactMap(\.self)
    let whom = source?.title.onOneLine ?? "the knowledge base itself"
    switch action {
    case .added: return what.joined(separator: ": ") + ", now also according to \(whom)" + circumstances
    case .removed: return what.joined(separator: ": ") + ", no longer according to \(whom)" + circumstances
    case .changed: return what.joined(separator: ": ") + ", evidence: " + aspectWords + accordingTo
    }
  }

  private var nameWords: String {
    let name = "“\(Excerpt.clip(new ?? old ?? ""))”"
    let details = aspects.filter { ["sort", "lang"].contains($0.name) }.compactMap { $0.new ?? $0.old }
    let sort = details.isEmpty ? "" : " (" + details.joined(separator: ", ") + ")"
    switch action {
    case .added: return "now also named \(name)\(sort)\(accordingTo)"
    case .removed: return "no longer named \(name)\(sort)\(accordingTo)"
    case .changed: return "alias \(name): \(aspectWords)\(accordingTo)"
    }
  }

  private var recordWords: String {
    let text = Excerpt.clip(new ?? old ?? "")
    let what = [record, text.isEmpty ? nil : "“\(text)”"].compactMap(\.self).joined(separator: " ")
    let label = (label ?? field ?? "").decapitalized
    return "\(label): " + (action == .added ? "now " : "no longer ") + what + accordingTo
  }

  private var aspectWords: String { aspectsInWords.joined(separator: "; ") }

  /// Each on one line, in English. Of what came or went as a whole, its parts are told, and not that they came or went too.
  package var aspectsInWords: [String] {
    aspects.map { aspect in
      action == .changed
        ? aspect.words : "\(aspect.label.decapitalized): \(Excerpt.clip(aspect.new ?? aspect.old ?? ""))"
    }
  }

  /// What changed together with a value: its source, scope or time.
  private var changedAspects: String {
    if move != nil { return aspects.map { ", \($0.label) \($0.new ?? "")" }.joined() }
    return aspects.isEmpty ? "" : " (" + aspectWords + ")"
  }

  private var circumstances: String {
    let parts = [scope.map { "scope: " + Excerpt.clip($0) }, asOf.map { "as of " + $0 }].compactMap(\.self)
    return parts.isEmpty ? "" : " (" + parts.joined(separator: "; ") + ")"
  }

  private var accordingTo: String { source.map { ", according to " + $0.title.onOneLine } ?? "" }

  private func count(_ number: Int?, _ one: String, _ many: String) -> String {
    "\(number ?? 0) \(number == 1 ? one : many)"
  }
}

extension ChangeDetail.Aspect {
  /// "role: responsible → lead", or just what there is now, or was.
  var words: String {
    let (before, after) = Excerpt.pair(old ?? "", new ?? "")
    let label = label.decapitalized
    return switch (old, new) {
    case (nil, _): "\(label): \(after)"
    case (_, nil): "\(label): \(before) → –"
    default: "\(label): \(before) → \(after)"
    }
  }
}

extension DiscrepancyChange {
  /// Where it stands, the states and the claims, without the word for its sort.
  package var sentence: String {
    let subject = entity.title.onOneLine + (entity.anchor.map { " #" + $0 } ?? "")
    let light = weight.flatMap { $0 == DiscrepancyWeight.fact ? nil : " [\($0.rawValue) only]" } ?? ""
    let what = (field.map { "\(subject), \($0.decapitalized)" } ?? subject) + light
    let states = "\(oldState ?? "none") → \(newState ?? "gone")"
    let said = claims.map { claim in
      Excerpt.clip(claim.value) + (claim.source.map { ", according to " + $0.title.onOneLine } ?? "")
    }
    let claims = said.isEmpty ? "" : ": " + said.joined(separator: "; ")
    return switch sort {
    case .opened: oldState == nil ? "\(what)\(claims)" : "\(what) (\(states))\(claims)"
    case .settled, .changed: "\(what) (\(states))\(claims)"
    }
  }
}

extension SchemaChange {
  /// "field target.value: text → quantity".
  package var sentence: String {
    let what = (field == nil ? "kind " : "field ") + name
    return switch action {
    case .added: "new \(what)" + (new.map { ": \($0.onOneLine)" } ?? "")
    case .removed: "no \(what) any more"
    case .changed: "\(what): \((old ?? "").onOneLine) → \((new ?? "").onOneLine)"
    }
  }
}

extension SettingChange {
  /// "as_of: 2024-01-01 → 2024-02-01".
  package var sentence: String { "\(name): \((old ?? "–").onOneLine) → \((new ?? "–").onOneLine)" }
}

extension String {
  /// The words as they stand within a sentence: "Responsible" becomes "responsible", "URL" stays.
  package var decapitalized: String {
    guard let first, dropFirst().first.map({ !$0.isUppercase }) ?? true else { return self }
    return first.lowercased() + dropFirst()
  }
}
