import CommonMark
package import Diagnostics
import Folding

/// An address elsewhere, and every place that uses it.
package struct ExternalLink: Hashable, Sendable {
  /// With `http://` or `https://`, and without a fragment, which no server gets to see.
  package var address: String
  /// At least one; sorted.
  package var places: [Place]
  /// An archive's copy of the page, where the entity that gives the address names one too.
  package var archived: String?

  package init(address: String, places: [Place], archived: String? = nil) {
    self.address = address
    self.places = places
    self.archived = archived
  }
}

extension KnowledgeGraph {
  /// The addresses elsewhere that fields and running texts give, each once, sorted.
  ///
  /// - Parameter files: what was read, by path, to find an address within its claim.
  package func externalLinks(in files: some SourceTexts) -> [ExternalLink] {
    var links: [String: ExternalLink] = [:]
    func add(_ url: String, at place: Place, archived: String? = nil) {
      guard let address = webAddress(url) else { return }
      links[address, default: ExternalLink(address: address, places: [])].places.append(place)
      if links[address]?.archived == nil { links[address]?.archived = archived }
    }
    for entity in entities {
      let file = files[entity.path]
      for written in writtenURLs(of: entity) {
        let place = file?.place(of: written.text, from: written.position)
        add(written.text, at: place ?? Place(entity.path, written.position), archived: written.archived)
      }
      for document in entity.documents {
        for link in document.links where link.kind == .link || link.kind == .image {
          add(link.target, at: document.place(of: link))
        }
      }
    }
    return links.values.sorted { $0.address < $1.address }.map { link in
      var link = link
      link.places = Set(link.places).sorted()
      return link
    }
  }

  /// The field with archives' copies of what the other addresses of an entity lead to.
  private static let archiveField = "archived"

  private func writtenURLs(of entity: Entity) -> [WrittenURL] {
    let fields = schema[entity.kind].fields
    var copies = WrittenURLs()
    var others = WrittenURLs()
    for fact in entity.facts {
      if fields[fact.field].name == Self.archiveField {
        copies.add(fact, of: fields)
      } else {
        others.add(fact, of: fields)
      }
    }
    let copy = copies.found.first?.text
    return others.found.map { WrittenURL(text: $0.text, position: $0.position, archived: copy) }
      + copies.found
  }

}

/// Without the fragment; `nil` for what is asked of no server.
private func webAddress(_ url: String) -> String? {
  let address = String(url.parts(at: "#", maxSplits: 1)[0])
  guard let (scheme, rest) = address.divided(at: ":") else { return nil }
  return ["http", "https"].contains(scheme.asciiLowercased) && rest.utf8.starts(with: "//".utf8)
    ? address : nil
}

extension ExternalLink {
  /// Whether a name, and maybe a password, stands before the host: whoever asks for it logs in.
  package var hasLogin: Bool { ExternalLink.host(of: address)?.contains("@") ?? false }

  /// What stands between the scheme and the path.
  fileprivate static func host(of address: String) -> Substring? {
    guard let scheme = address.firstRange(of: "://") else { return nil }
    // Browsers take `\\` for a slash, and curl doesn't.
    return address[scheme.upperBound...].prefix { !"/?#".contains($0) }
  }
}

extension EntityCheck {
  /// Addresses that would give a password away, to everybody who reads the site and to every server that is asked. Nothing
  /// of it is printed: logs are read by others.
  func addressesWithPassword() -> [Diagnostic] {
    var urls = WrittenURLs()
    for fact in facts { urls.add(fact, of: schema[written.kind].fields) }
    var places = urls.found.map { ($0.text, Place(written.path, $0.position)) }
    for document in written.documents {
      for link in document.links where link.kind == .link || link.kind == .image {
        places.append((link.target, document.place(of: link)))
      }
    }
    return places.compactMap { url, place in
      guard let address = webAddress(url), let host = ExternalLink.host(of: address),
        let at = host.lastIndex(of: "@")
      else { return nil }
      return Diagnostic(
        .passwordInAddress, .warning,
        "this address of '\(host[host.index(after: at)...])' contains a user name or password",
        at: place,
        help: "remove it; if a password was published, change it")
    }
  }
}

private struct WrittenURL {
  var text: String
  /// Where the claim begins that holds it.
  var position: Position
  var archived: String?
}

/// Collects the values of fields of type `url`, also inside records and as qualifiers of relations.
private struct WrittenURLs {
  var found: [WrittenURL] = []

  mutating func add(_ fact: Fact, of fields: [Field]) {
    let field = fields[fact.field]
    for claim in fact.claims {
      for value in claim.value.items { add(value, of: field.type, at: claim.position) }
    }
  }

  private mutating func add(_ value: FieldValue, of type: FieldType, at position: Position) {
    switch (value, type) {
    case (.text(let url), .url): found.append(WrittenURL(text: url, position: position))
    case (.record(let record), .record(let fields)):
      // Records nest four deep at most: the schema's reader sees to it.
      for fact in record.facts { add(fact, of: fields) }
    case (.reference(let item), .reference(let relation)):
      for qualifier in item.qualifiers {
        let type = relation.qualifiers.first { $0.name == qualifier.name }?.type
        for value in qualifier.value.items { add(value, of: type ?? .text, at: position) }
      }
    default: break
    }
  }
}

extension SourceText {
  /// Where a URL is written, at a position or behind it; `nil` where it is written with escapes.
  fileprivate func place(of url: String, from position: Position) -> Place? {
    guard let line = line(Int(position.line)) else { return nil }
    let wanted = Array(url.utf8)
    var rest = bytes[min(line.startIndex + Int(position.column) - 1, line.endIndex)...]
    while let found = rest.firstRange(of: wanted) {
      // One address can be the beginning of another.
      let next = found.upperBound < bytes.endIndex ? bytes[found.upperBound] : UInt8(ascii: "\n")
      if " \t\r\n\"',}]".utf8.contains(next) {
        return Place(path, self.position(at: found.lowerBound), length: wanted.count)
      }
      rest = bytes[(found.lowerBound + 1)...]
    }
    return nil
  }
}
