import CommonMark
import Diagnostics

extension Resolver {
  /// Where every link in running text leads; of references inside links, the names are complete by now.
  mutating func resolveLinks() -> [[[LinkTarget]]] {
    entities.map { entity in
      entity.documents.map { document in
        document.links.map { resolve($0, in: document, of: entity) }
      }
    }
  }

  private mutating func resolve(_ link: MarkdownLink, in document: MarkdownDocument, of entity: Entity)
    -> LinkTarget
  {
    let place = document.place(of: link)
    let isLenient = schema[entity.kind].isLenient
    switch link.kind {
    case .wiki: return wikiLink(link, at: place, isLenient: isLenient)
    case .citation:
      return source(link.target, at: place, isLenient: isLenient).map { .entity(Target($0)) } ?? .broken
    case .link, .image: return destination(link.target, of: entity, at: place, isLenient: isLenient)
    }
  }

  private mutating func wikiLink(_ link: MarkdownLink, at place: Place, isLenient: Bool) -> LinkTarget {
    var inSource: EntityID?
    if let name = link.source {
      inSource = source(name, at: place, isLenient: isLenient)
      if inSource == nil { return .broken }
    }
    if isLenient, inSource == nil, let asset = asset(named: link.target) { return .asset(asset) }
    guard
      let found = find(
        link.target, kinds: [], source: inSource, at: place, isLenient: isLenient, unknown: .brokenLink)
    else { return .broken }
    return .entity(checked(Target(found, anchor: link.anchor), at: place, isLenient: isLenient))
  }

  /// `[[map.png]]` in somebody else's notes: a file by its path or its name alone.
  private func asset(named name: String) -> String? {
    if assets.contains(name) { return name }
    guard name.contains(".") else { return nil }
    return assets.filter { $0.hasSuffix("/" + name) }.min()
  }

  private mutating func source(_ name: String, at place: Place, isLenient: Bool) -> EntityID? {
    guard let kind = schema.sourceKind else {
      diagnostics.append(
        Diagnostic(
          .unknownSource, isLenient ? .warning : .error,
          "this schema has no kind for sources, so '\(name)' is none",
          at: place))
      return nil
    }
    return find(name, kinds: [kind], source: nil, at: place, isLenient: isLenient, unknown: .unknownSource)
  }

  /// A destination as CommonMark gives it: a URL, a path relative to the file, or a place on the same page.
  private mutating func destination(_ text: String, of entity: Entity, at place: Place, isLenient: Bool)
    -> LinkTarget
  {
    if text.isEmpty || text.hasPrefix("//") || hasScheme(text) { return .external }
    let (written, fragment) = split(text)
    guard !written.isEmpty else {
      guard let fragment, !fragment.isEmpty else { return .external }
      return anchor(fragment, of: entity, at: place, isLenient: isLenient)
    }
    let path = contentPath(written, from: entity.path)
    for candidate in [path, path + ".md", path + "/index.md", path + "/README.md"] {
      guard let id = entitiesByPath["content/" + candidate] else { continue }
      return .entity(checked(Target(id, anchor: fragment), at: place, isLenient: isLenient))
    }
    if assets.contains(path) { return .asset(path) }
    let known = entitiesByPath.keys.map { String($0.dropFirst("content/".count)) } + assets
    diagnostics.append(
      Diagnostic(
        .brokenLink, isLenient ? .warning : .error,
        "no file '\(path)' in content/" + didYouMean(path, among: known),
        at: place))
    return .broken
  }

  private mutating func anchor(_ fragment: String, of entity: Entity, at place: Place, isLenient: Bool)
    -> LinkTarget
  {
    let anchors = entity.anchorNames
    if !anchors.contains(fragment) {
      diagnostics.append(
        Diagnostic(
          .brokenAnchor, isLenient ? .warning : .error,
          "this page has no anchor '#\(fragment)'" + didYouMean(fragment, among: anchors), at: place))
    }
    return .samePage(anchor: fragment)
  }

  /// A letter, then letters, digits, `+`, `-` and `.`, then a colon (RFC 3986, section 3.1).
  private func hasScheme(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":"), let first = text.unicodeScalars.first,
      first.isASCII, first.properties.isAlphabetic
    else { return false }
    return text[..<colon].unicodeScalars.allSatisfy {
      $0.isASCII
        && ($0.properties.isAlphabetic || $0.properties.numericType != nil
          || "+-.".unicodeScalars.contains($0))
    }
  }

  private func split(_ text: String) -> (path: String, fragment: String?) {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].prefix { $0 != "?" }
    return (percentDecoded(path), parts.count > 1 ? percentDecoded(parts[1]) : nil)
  }

  private func percentDecoded(_ text: Substring) -> String {
    guard text.contains("%") else { return String(text) }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The path below `content/` that a path written in a file means; it can't lead out of `content/`.
  private func contentPath(_ written: String, from file: String) -> String {
    var parts =
      written.hasPrefix("/") ? [] : file.split(separator: "/").dropFirst().dropLast().map(String.init)
    for part in written.split(separator: "/") {
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}
