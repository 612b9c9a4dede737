import CommonMark
import Diagnostics
import Folding

extension Resolver {
  /// Where the links in an entity's running text lead, by document and number of the link.
  mutating func resolveLinks(of entity: WrittenEntity) -> [[LinkTarget]] {
    entity.documents.enumerated().map { number, document in
      document.links.map { resolve($0, in: document, isBody: number == 0, of: entity) }
    }
  }

  private mutating func resolve(
    _ link: MarkdownLink, in document: MarkdownDocument, isBody: Bool, of entity: WrittenEntity
  ) -> LinkTarget {
    let place = document.place(of: link)
    let isLenient = schema[entity.kind].isPlainPage
    switch link.kind {
    case .wiki: return wikiLink(link, of: entity, at: place, isLenient: isLenient)
    case .citation:
      return source(link.target, at: place, isLenient: isLenient).map { .entity(Target($0)) } ?? .broken
    case .link, .image:
      // A field's text may have headings of its own.
      let own = Anchor.split(link.target)
      if own.before.isEmpty, let anchor = own.anchor, document.headings.contains(where: { $0.id == anchor }),
        !isBody
      {
        return .external
      }
      return destination(link.target, of: entity, at: place, isLenient: isLenient)
    }
  }

  private mutating func wikiLink(
    _ link: MarkdownLink, of entity: WrittenEntity, at place: Place, isLenient: Bool
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
  private mutating func note(_ name: String, of entity: WrittenEntity) -> EntityID? {
    if case .found = look(up: name) { return nil }
    for written in [name, "/" + name] {
      guard let path = LinkDestination.contentPath(written, from: entity.path) else { continue }
      if case .page(let found) = paths.find(path, isFolder: LinkDestination.isFolder(written)) {
        return found
      }
    }
    guard let stem = MarkdownPath.stem(name), case .found(let found) = look(up: stem) else { return nil }
    return found
  }

  private mutating func source(_ name: String, at place: Place, isLenient: Bool) -> EntityID? {
    guard let kind = schema.sourceKind else {
      diagnostics.append(
        Diagnostic(
          .unknownSource, isLenient ? .warning : .error,
          "this schema has no kind for sources, so '\(name)' cannot be one",
          at: place))
      return nil
    }
    return find(name, kinds: [kind], source: nil, at: place, isLenient: isLenient, unknown: .unknownSource)
  }

  /// A destination as CommonMark gives it: a URL, a path relative to the file, or a place on the same page.
  private mutating func destination(
    _ text: String, of entity: WrittenEntity, at place: Place, isLenient: Bool
  )
    -> LinkTarget
  {
    if LinkDestination.isElsewhere(text) { return .external }
    let (written, fragment) = LinkDestination.split(text)
    guard !written.isEmpty else {
      guard let fragment, !fragment.isEmpty else { return .external }
      return anchor(fragment, of: entity, at: place, isLenient: isLenient)
    }
    func broken(_ message: String, help: String? = nil) -> Diagnostic {
      Diagnostic(.brokenLink, isLenient ? .warning : .error, message, at: place, help: help)
    }
    guard let path = LinkDestination.contentPath(written, from: entity.path) else {
      diagnostics.append(broken("'\(written)' leads out of content/"))
      return .broken
    }
    switch paths.find(path, isFolder: LinkDestination.isFolder(written)) {
    case .page(let found):
      return .entity(checked(Target(found, anchor: fragment), at: place, isLenient: isLenient))
    case .asset(let asset):
      return .asset(asset, fragment: fragment?.percentDecoded)
    case .unpublished(let wayOut):
      diagnostics.append(broken("'\(path)' is not published", help: wayOut))
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

  private mutating func anchor(_ fragment: String, of entity: WrittenEntity, at place: Place, isLenient: Bool)
    -> LinkTarget
  {
    if let name = entity.anchor(named: fragment) { return .samePage(anchor: name) }
    diagnostics.append(
      Diagnostic(
        .brokenAnchor, isLenient ? .warning : .error,
        "this page has no anchor '#\(fragment)'" + didYouMean(fragment, among: entity.anchorNames), at: place)
    )
    return .broken
  }
}
