import Diagnostics

/// Where the parts of a statement come from: written beside the value, or around it.
struct Explanation {
  struct Origin {
    enum Sort: String {
      case here, group, claim, record, defaults
      /// A name that a quote gives.
      case quote
    }

    var sort: Sort
    /// The file's, from 1.
    var line: UInt32

    var words: String {
      switch sort {
      case .here: "here, line \(line)"
      case .quote: "the quote, which is a name of it"
      default: "the \(sort.rawValue), line \(line)"
      }
    }
  }

  private(set) var provenance: Provenance
  private var origins: [ClaimKey: Origin] = [:]
  private let own: Origin
  private let shared: [Written]

  init() { self.init(Provenance(), WrittenSaying(), line: 0) }

  /// Of what is said at one place.
  ///
  /// - Parameter written: what it was made of, one way or another.
  init(_ provenance: Provenance, _ written: WrittenSaying, line: UInt32) {
    self.provenance = provenance
    own = Origin(sort: .here, line: line)
    shared = written.shared
    let around = written.around.map { surrounding in
      let sort: Origin.Sort = surrounding.sort == .group ? .group : .defaults
      return (surrounding.provenance, Origin(sort: sort, line: surrounding.position.line))
    }
    for key in ClaimKey.allCases where provenance[key] != nil {
      let places = [(written.own, own)] + around
      origins[key] = places.first { $0.0.says(key, of: provenance) }?.1 ?? own
    }
  }

  /// Where the value itself is.
  var place: String { own.words }

  /// What there is, in the order of the keys.
  var parts: [(key: ClaimKey, value: FieldValue, origin: Origin)] {
    ClaimKey.allCases.compactMap { key in
      guard let value = provenance[key], let origin = origins[key] else { return nil }
      return (key, value, origin)
    }
  }

  /// Where a qualifier comes from.
  func origin(ofQualifier name: String, in written: WrittenItem) -> Origin {
    if let group = shared.first(where: { $0.text == name }) {
      return Origin(sort: .group, line: group.position.line)
    }
    return written.qualifiers.contains { $0.name == name } ? own : Origin(sort: .quote, line: own.line)
  }

  /// What says all of it, where nothing is written at the value.
  private(set) var inherited: Origin.Sort?
  private var name: Origin.Sort?

  /// With what it inherits.
  func said(within outer: Explanation) -> Explanation {
    var explanation = self
    if parts.isEmpty, !provenance.refusesSource { explanation.inherited = outer.name }
    explanation.provenance = provenance.said(within: outer.provenance)
    for key in ClaimKey.allCases where provenance[key] == nil {
      explanation.origins[key] = outer.origins[key]
    }
    return explanation
  }

  /// As what lies within has it.
  ///
  /// - Parameter field: of a record, which its group may say for it.
  func around(_ sort: Origin.Sort, field: String? = nil) -> Explanation {
    var explanation = self
    for (key, origin) in origins where origin.sort == .here { explanation.origins[key]?.sort = sort }
    explanation.name = parts.isEmpty ? nil : inherited ?? sort
    if shared.contains(where: { $0.text == field }) { explanation.name = .group }
    return explanation
  }
}

extension WrittenProvenance {
  /// Whether a part of what was resolved is what is written here.
  fileprivate func says(_ key: ClaimKey, of resolved: Provenance) -> Bool {
    switch key {
    case .source: source != nil && source?.name == resolved.source?.name
    case .by: validity?.by != nil && validity?.by?.name == resolved.validity?.by?.name
    default: withLinks(source: nil as Reference?, by: nil)[key] == resolved[key]
    }
  }
}
