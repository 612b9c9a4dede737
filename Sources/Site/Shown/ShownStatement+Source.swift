import Folding
import Knowledge

/// What is told of a statement's source.
extension ShownStatement {
  private var source: EntityID? { provenance.source?.entity }

  /// Whether there is something to show on a card: what else a statement says stands beside its value.
  var hasProof: Bool {
    source != nil || provenance.quote != nil || provenance.at != nil || provenance.note != nil
      || provenance.isInferred || !shownQualifiers.isEmpty
  }

  /// Whether a card that has one needn't have the other.
  func saysSame(as other: ShownStatement) -> Bool {
    provenance.quote?.text == other.provenance.quote?.text && source == other.source
      && provenance.at == other.provenance.at && provenance.note == other.provenance.note
      && provenance.isInferred == other.provenance.isInferred && provenance.scope == other.provenance.scope
      && provenance.quote != nil && shownQualifiers == other.shownQualifiers
  }

  var siglum: ShownSiglum {
    let manner: ShownSiglum.Manner =
      provenance.isInferred ? .inferred : provenance.quote == nil ? .named : .quoted
    return ShownSiglum(
      letters: source.flatMap { page.site.sigla[$0] } ?? "*",
      name: source.map { page.graph.shortTitle(of: $0) }, manner: manner)
  }

  var sourceKinds: [String] {
    source.map { page.kinds(ofSource: $0) } ?? []
  }

  var citeHref: String? {
    source.map { page.href(at: Target($0, anchor: "how-to-cite")) }
  }

  /// The address of the source, as far as browsers know with the words to look for there.
  var sourceHref: String? {
    guard let source, let number = page.graph.schema[page.graph[source].kind].addressField,
      case .text(let address)? = page.graph[source].today(number)?.value.items.first
    else { return nil }
    guard let quote = provenance.quote?.text, !address.contains("#") else { return address }
    return address + "#:~:text=" + Self.fragment(quote)
  }

  /// Words that were left out are any words: what stands before the first gap begins the stretch, what stands behind the
  /// last one ends it.
  private static func fragment(_ quote: String) -> String {
    let parts = quote.unicodeScalars.split { $0 == "…" || $0 == "[" || $0 == "]" }.map { part in
      part.split(separator: " ").map { String($0) }.joined(separator: " ")
    }.filter { !$0.isEmpty }
    let ends = parts.count > 1 ? [parts[0], parts[parts.count - 1]] : parts
    return ends.map(encoded).joined(separator: ",")
  }

  /// A dash, a comma and an ampersand mean something between the words.
  private static func encoded(_ words: String) -> String {
    var encoded = ""
    for scalar in Routes.encode(words).unicodeScalars {
      switch scalar {
      case "-": encoded += "%2D"
      case ",": encoded += "%2C"
      case "&": encoded += "%26"
      default: encoded.unicodeScalars.append(scalar)
      }
    }
    return encoded
  }
}

extension PageContext {
  /// What a source is, by the enumerations in the list of its kind: a report, a machine translation.
  func kinds(ofSource source: EntityID) -> [String] {
    site.sourceKinds.value(of: source) {
      details(of: source, .short).filter(\.isEnumeration).flatMap { detail in
        detail.fact.claims.flatMap { values([$0], detail.field, details: .none) }.map(\.text)
      }.unique
    }
  }
}

extension ShownDetail {
  fileprivate var isEnumeration: Bool { if case .enumeration = field.type { true } else { false } }
}

extension Kind {
  /// The first field that holds an address on the web.
  fileprivate var addressField: Int? {
    fields.firstIndex { if case .url = $0.type { true } else { false } }
  }
}
