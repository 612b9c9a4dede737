import CommonMark
import Diagnostics
import Folding
import Knowledge
import Synchronization
import Templates

/// Gives each showing of a field's text on one page a prefix for its ids, so that no two footnotes or headings have the
/// same: the text of one field may be shown twice, and those of many entities side by side.
final class ShownTexts: Sendable {
  private let shown = Mutex<[String: Int]>([:])

  /// - Parameter base: of the prefix; the same for each showing of a text.
  func prefix(_ base: String) -> String {
    let count = shown.withLock { shown in
      shown[base, default: 0] += 1
      return shown[base, default: 1]
    }
    return count == 1 ? base + "-" : "\(base)-\(count)-"
  }
}

extension PageContext {
  /// One showing of a field's text.
  func shown(_ document: DocumentID) -> Once<[UInt8]> { Once { self.html(document) } }

  private func html(_ document: DocumentID) -> [UInt8] {
    var options = HTMLOptions()
    if document.number > 0 {
      let own = "field-\(document.number)"
      options.unwrapsParagraph = true
      options.idPrefix = texts.prefix(
        document.entity == owner ? own : "\(graph.id(of: document.entity))-\(own)")
    }
    return html(document, options)
  }

  func html(_ id: DocumentID, _ options: HTMLOptions) -> [UInt8] {
    var options = options
    let strings = site.theme.strings
    options.asideTitle = { strings["aside_" + $0.name] ?? $0.title }
    options.footnoteBackLabel = strings["footnote_back"] ?? options.footnoteBackLabel
    var bytes: [UInt8] = []
    let document = graph.document(id)
    let targets = graph.links(in: id)
    options.reachesScrolling = true
    options.citation = { links in
      self.mark(
        of: links.map { link in (link, document.nodes[link.node].link.map { targets[$0] }) },
        isInBody: id.number == 0)
    }
    // In a further language of the site a text of the content stays in its own.
    let isForeign = language != graph.contentLanguage && !options.unwrapsParagraph
    if isForeign { bytes += "<div lang=\"\(graph.contentLanguage)\">\n".utf8 }
    document.appendHTML(to: &bytes, options: options) { link in
      document.nodes[link.node].link.map { markup(link, to: targets[$0], in: id.entity) } ?? .text
    }
    if isForeign { bytes += "</div>\n".utf8 }
    return bytes
  }

  /// The mark for what a citation names, where all of that is known.
  private func mark(
    of cited: [(link: MarkdownLink, target: LinkTarget?)], isInBody: Bool
  ) -> [UInt8]? {
    let statements = cited.compactMap { link, target -> ShownStatement? in
      guard case .entity(let source)? = target else { return nil }
      var provenance = Provenance()
      provenance.source = Reference(name: Written(link.target, at: .start), target: source)
      provenance.at = link.at
      return statement(provenance)
    }
    guard statements.count == cited.count, var mark = mark(statements) else { return nil }
    mark.isCitation = isInBody
    let frame = PageFrame(page: self, path: "", title: "")
    return site.fill("partials/mark", [site.theme.records.frame.value(frame), SourceMark.record.value(mark)])
      .bytes
  }

  /// What the resolved graph says of a link.
  private func markup(_ link: MarkdownLink, to target: LinkTarget, in entity: EntityID) -> LinkMarkup {
    switch target {
    case .entity(let target):
      let name = graph.title(of: target.entity)
      let text = target.anchor.map { "\(name), \($0)" } ?? name
      let isID = link.kind == .citation || link.target.contains(sign: "/")
      return .href(
        href(written: target), title: isID ? nil : name, cssClass: cssClass(link),
        text: isID ? text : partedName(link, target))
    case .asset(let path, let fragment):
      return .href(href(ofPage: path) + (fragment.map { "#" + Routes.encode($0) } ?? ""))
    case .samePage(let anchor): return .href(href(to: anchor, on: entity))
    case .external: return .asWritten
    case .broken: return .text
    }
  }

  /// The name in a link that has `#` or `@` in it, as the author wrote it.
  private func partedName(_ link: MarkdownLink, _ target: Target) -> String? {
    guard let whole = link.whole else { return nil }
    return AnchoredName.readings(whole).first { reading in
      (reading.anchor == nil) == (target.anchor == nil)
        && graph.names.find(reading.name) == .found(target.entity)
    }?.name
  }

  private func cssClass(_ link: MarkdownLink) -> String? {
    switch link.kind {
    case .wiki: "entity"
    case .citation: "citation"
    case .link, .image: nil
    }
  }
}
