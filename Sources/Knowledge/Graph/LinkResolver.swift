import CommonMark
import Diagnostics
import Folding

extension Resolver {
  /// Where the links in an entity's running text lead, by document and number of the link.
  mutating func resolveLinks(of entity: Entity) -> [[LinkTarget]] {
    entity.documents.map { document in
      document.links.map { resolve($0, in: document, of: entity) }
    }
  }

  private mutating func resolve(_ link: MarkdownLink, in document: MarkdownDocument, of entity: Entity)
    -> LinkTarget
  {
    let place = document.place(of: link)
    let isLenient = schema[entity.kind].isLenient
    switch link.kind {
    case .wiki: return wikiLink(link, of: entity, at: place, isLenient: isLenient)
    case .citation:
      return source(link.target, at: place, isLenient: isLenient).map { .entity(Target($0)) } ?? .broken
    case .link, .image: return destination(link.target, of: entity, at: place, isLenient: isLenient)
    }
  }

  private mutating func wikiLink(
    _ link: MarkdownLink, of entity: Entity, at place: Place, isLenient: Bool
  ) -> LinkTarget {
    if let whole = link.whole, let found = partedName(whole, link) {
      return .entity(checked(found, at: place, isLenient: isLenient))
    }
    if link.target.isEmpty, link.source == nil, let name = link.anchor {
      return anchor(name, of: entity, at: place, isLenient: isLenient)
    }
    var inSource: EntityID?
    if let name = link.source {
      inSource = source(name, at: place, isLenient: isLenient)
      if inSource == nil { return .broken }
    } else if isLenient || link.isEmbed, let asset = paths.asset(named: link.target) {
      return .asset(asset, fragment: nil)
    } else if isLenient, let found = note(link.target, of: entity) {
      return .entity(checked(Target(found, anchor: link.anchor), at: place, isLenient: true))
    }
    guard
      let found = find(
        link.target, kinds: [], source: inSource, at: place, isLenient: isLenient, unknown: .brokenLink)
    else { return .broken }
    return .entity(checked(Target(found, anchor: link.anchor), at: place, isLenient: isLenient))
  }

  /// What a name means that has `#` or `@` in it.
  private mutating func partedName(_ whole: String, _ link: MarkdownLink) -> Target? {
    for reading in AnchoredName.readings(whole) {
      // Where the link ends in a source, and has no such sign in its name, it's read as that.
      if reading.anchor != nil, link.source != nil { break }
      guard case .found(let found) = look(up: reading.name) else { continue }
      return Target(found, anchor: reading.anchor)
    }
    return nil
  }

  /// A wiki link in somebody else's notes may be a path, from the file's folder or from the top, or a file's
  /// name with its suffix. Names that lead somewhere come first.
  private mutating func note(_ name: String, of entity: Entity) -> EntityID? {
    if case .found = look(up: name) { return nil }
    for written in [name, "/" + name] {
      guard let path = contentPath(written, from: entity.path) else { continue }
      if case .page(let found) = paths.find(path, isFolder: isFolder(written)) { return found }
    }
    guard let stem = MarkdownPath.stem(name), case .found(let found) = look(up: stem) else { return nil }
    return found
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
    if text.isEmpty || text.begins(with: "//") || hasScheme(text) { return .external }
    let (written, fragment) = split(text)
    guard !written.isEmpty else {
      guard let fragment, !fragment.isEmpty else { return .external }
      return anchor(fragment, of: entity, at: place, isLenient: isLenient)
    }
    func broken(_ message: String, help: String? = nil) -> Diagnostic {
      Diagnostic(.brokenLink, isLenient ? .warning : .error, message, at: place, help: help)
    }
    guard let path = contentPath(written, from: entity.path) else {
      diagnostics.append(broken("'\(written)' leads out of content/"))
      return .broken
    }
    switch paths.find(path, isFolder: isFolder(written)) {
    case .page(let found):
      return .entity(checked(Target(found, anchor: fragment), at: place, isLenient: isLenient))
    case .asset(let asset):
      return .asset(asset, fragment: fragment)
    case .unpublished:
      let help = paths.heldBack[path].map { "no page can show it, for \($0)" }
      diagnostics.append(broken("'\(path)' is not published", help: help ?? Resolver.howToPublish))
    case .bareFolder:
      diagnostics.append(
        broken("the folder 'content/\(path)' has no page of its own", help: "add an index.md to it"))
    case .unknown:
      reportUnknown(path: path, broken("no file '\(path)' in content/"))
    }
    return .broken
  }

  private mutating func reportUnknown(path: String, _ diagnostic: Diagnostic) {
    var diagnostic = diagnostic
    let suggestion = suggestions.path(path, among: paths.filePaths)
    unknownNames.append(
      UnknownName(
        name: path, kinds: [], message: diagnostic.message, suggestion: suggestion,
        diagnostic: diagnostics.count))
    diagnostic.message += didYouMean(suggestion)
    diagnostics.append(diagnostic)
  }

  private mutating func anchor(_ fragment: String, of entity: Entity, at place: Place, isLenient: Bool)
    -> LinkTarget
  {
    if let name = entity.anchor(named: fragment) { return .samePage(anchor: name) }
    diagnostics.append(
      Diagnostic(
        .brokenAnchor, isLenient ? .warning : .error,
        "this page has no anchor '#\(fragment)'" + didYouMean(fragment, among: entity.anchorNames), at: place)
    )
    return .samePage(anchor: fragment)
  }

  /// A letter, then letters, digits, `+`, `-` and `.`, then a colon (RFC 3986, section 3.1).
  private func hasScheme(_ text: String) -> Bool {
    guard let colon = text.firstIndex(ofSign: ":"), let first = text.unicodeScalars.first,
      first.isASCII, first.properties.isAlphabetic
    else { return false }
    return text[..<colon].unicodeScalars.allSatisfy {
      $0.isASCII
        && ($0.properties.isAlphabetic || $0.properties.numericType != nil
          || "+-.".unicodeScalars.contains($0))
    }
  }

  private func split(_ text: String) -> (path: String, fragment: String?) {
    let parts = text.parts(at: "#", maxSplits: 1)
    let path = parts[0].parts(at: "?", maxSplits: 1)[0]
    return (percentDecoded(path), parts.count > 1 ? percentDecoded(parts[1]) : nil)
  }

  private func percentDecoded(_ text: Substring) -> String {
    guard text.contains(sign: "%") else { return String(text) }
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

  /// The path below `content/` that a path written in a file means; `nil` where it leads out of `content/`.
  private func contentPath(_ written: String, from file: String) -> String? {
    var parts =
      written.begins(with: "/") ? [] : file.parts(at: "/").dropFirst().dropLast().map(String.init)
    for part in written.parts(at: "/", omittingEmpty: true) {
      switch part {
      case ".": break
      case "..": if parts.popLast() == nil { return nil }
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  private func isFolder(_ written: String) -> Bool {
    ["", ".", ".."].contains(written.parts(at: "/").last ?? "")
  }
}
