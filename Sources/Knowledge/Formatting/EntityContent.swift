import Diagnostics

/// What an entity says, wherever in the file it says it: two forms of one file are alike if these are equal.
struct EntityContent: Hashable {
  private let facts: [WrittenFact]
  private let aliases: [WrittenAlias]
  private let formerIDs: [String]
  private let anchors: [String]
  private let isSection: Bool?
  private let isPublished: Bool
  private let isClear: Bool
  /// Some texts are equal although their bytes aren't.
  private let texts: EntityTexts

  init(_ entity: WrittenEntity) {
    facts = entity.facts.map(\.withoutPlace)
    aliases = entity.aliases.map(\.withoutPlace)
    formerIDs = entity.formerIDs.map(\.text)
    anchors = entity.anchors.map(\.text)
    isSection = entity.isSection
    isPublished = entity.isPublished
    if case .heldBack(let why) = entity.publication { isClear = why.isClear } else { isClear = true }
    texts = EntityTexts(
      facts, aliases, others: (entity.formerIDs + entity.anchors).map(\.text))
  }
}

extension WrittenFact {
  fileprivate var withoutPlace: WrittenFact {
    var fact = self
    fact.position = .start
    fact.claims = claims.map(\.withoutPlace)
    if let prefer = assessment?.prefer {
      fact.assessment?.prefer = Facts<WrittenForm>.Preference(
        reference: prefer.reference.withoutPlace, position: .start)
    }
    return fact
  }
}

extension WrittenClaim {
  fileprivate var withoutPlace: WrittenClaim {
    var claim = self
    claim.position = .start
    claim.value = value.withoutPlace
    claim.provenance = provenance.withoutPlace
    return claim
  }
}

extension WrittenValue {
  fileprivate var withoutPlace: WrittenValue {
    switch self {
    case .reference(var item):
      item.reference = item.reference.withoutPlace
      item.provenance = item.provenance.withoutPlace
      for index in item.qualifiers.indices {
        item.qualifiers[index].value = item.qualifiers[index].value.withoutPlace
      }
      return .reference(item)
    case .record(var record):
      record.facts = record.facts.map(\.withoutPlace)
      record.provenance = record.provenance.withoutPlace
      return .record(record)
    case .list(let items): return .list(items.map(\.withoutPlace))
    default: return self
    }
  }
}

extension WrittenSaying {
  /// All that is said, however it is shared out between a value and what stands around it.
  ///
  /// As names aren't looked up yet, two of them may mean one source or not. So only what names no source is put together
  /// with what is around it, and each source stays with its own: what is equal so is equal whatever names mean.
  fileprivate var withoutPlace: WrittenSaying {
    // The time is cut whoever says it.
    let validity = folded.withoutPlace.validity
    var layers = [own.withoutPlace]
    for outer in around.map(\.provenance.withoutPlace) {
      let last = layers[layers.count - 1]
      // Whoever speaks for none takes nothing.
      if last.refusesSource { break }
      if last.source == nil {
        layers[layers.count - 1] = last.said(within: outer)
      } else {
        layers.append(outer)
      }
    }
    // What no source says is none of a source's.
    if layers.count > 1, layers.last?.source == nil { layers.removeLast() }
    for index in layers.indices { layers[index].validity = index == 0 ? validity : nil }
    return WrittenSaying(layers[0], around: layers.dropFirst().map { Surrounding(.group, $0, at: .start) })
  }
}

extension WrittenProvenance {
  fileprivate var withoutPlace: WrittenProvenance {
    var provenance = self
    provenance.source = source?.withoutPlace
    provenance.quote = quote.map { Written($0.text, at: .start) }
    provenance.validity = (provenance.validity?.withLink(validity?.by?.withoutPlace)) ?? nil
    return provenance
  }
}

extension WrittenAlias {
  fileprivate var withoutPlace: WrittenAlias {
    var alias = self
    alias.name = Written(name.text, at: .start)
    alias.onlyIn = onlyIn?.withoutPlace
    alias.provenance = provenance.withoutPlace
    return alias
  }
}

extension WrittenReference {
  fileprivate var withoutPlace: WrittenReference {
    WrittenReference(name: Written(name.text, at: .start), kinds: kinds)
  }
}
