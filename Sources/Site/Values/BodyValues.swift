import CommonMark
import Folding
import Knowledge
import Templates

extension PageValues {
  /// The HTML of a Markdown text.
  func html(_ document: DocumentID) -> [UInt8] {
    var options = HTMLOptions()
    if document.number > 0 {
      options.unwrapsParagraph = true
      options.idPrefix = texts.prefix(document, id: graph.id(of: document.entity))
    }
    return html(document, options)
  }

  private func html(_ id: DocumentID, _ options: HTMLOptions) -> [UInt8] {
    var options = options
    let strings = site.theme.strings
    options.asideTitle = { strings["aside_" + $0.name] ?? $0.title }
    options.footnoteBackLabel = strings["footnote_back"] ?? options.footnoteBackLabel
    var bytes: [UInt8] = []
    let document = graph.document(id)
    let targets = graph.links(in: id)
    document.appendHTML(to: &bytes, options: options) { link in
      document.nodes[link.node].link.map { markup(link, to: targets[$0], in: id.entity) } ?? .text
    }
    return bytes
  }

  func addBody(to page: inout Object) {
    page["title_anchor"] = .nothing
    guard let body = subject.body, body.nodes.count > 1 else { return }
    var options = HTMLOptions()
    options.skipsTitle = body.title == graph.title(of: entity)
    if options.skipsTitle, let title = body.headings.first {
      // The title is shown above the text, and so is its anchor.
      page["title_anchor"] = .text(site.headingID(title.id, in: entity))
    }
    for heading in body.headings {
      let id = site.headingID(heading.id, in: entity)
      if id != heading.id { options.renamedHeadings[heading.id] = id }
    }
    let renamed = options.renamedHeadings
    page["body"] = .html(html(.body(of: entity), options))
    let headings = body.headings.filter { (2...3).contains($0.level) }
    page["contents"] = .list(
      headings.map { heading in
        [
          "level": .text(String(heading.level)), "title": .text(heading.text),
          "href": .text("#" + Routes.encode(renamed[heading.id] ?? heading.id)),
        ]
      })
    page["has_contents"] = .flag(headings.count >= 3)
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
      return .href(root + Routes.encode(path) + (fragment.map { "#" + Routes.encode($0) } ?? ""))
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

  /// The links that lead here from running text, with the sentences they stand in, page by page.
  func addBacklinks(to page: inout Object) {
    let mentions = graph.mentions(of: entity).filter { $0.from != entity }
    var origins: [(entity: EntityID, mentions: [Mention])] = []
    for mention in mentions {
      if origins.last?.entity == mention.from {
        origins[origins.count - 1].mentions.append(mention)
      } else {
        origins.append((mention.from, [mention]))
      }
    }
    page["backlink_count"] = origins.isEmpty ? .nothing : .text(String(origins.count))
    page["backlinks"] = .list(
      origins.map { origin in
        [
          "title": .text(graph.title(of: origin.entity)),
          "href": .text(href(Target(origin.entity))),
          "kind": .text(graph.schema[graph[origin.entity].kind].label.one),
          "sentences": .list(origin.mentions.map(sentence)),
        ]
      })
  }

  private func sentence(_ mention: Mention) -> Value {
    let sentence = graph.sentence(around: mention)
    return [
      "before": .text(sentence.before), "text": .text(sentence.link), "after": .text(sentence.after),
      "href": .text(href(Target(mention.from))), "is_citation": .flag(mention.isCitation),
    ]
  }

  /// The summary, else the first paragraph, without markup.
  var plainSummary: String? {
    if case .markdown(let document, _)? = subject.fact(Kind.summaryField)?.value {
      return graph.document(document).firstParagraph
    }
    return subject.body?.firstParagraph
  }

  /// A value without markup, for places that have room for a few words.
  func plainText(_ value: FieldValue, _ field: Field) -> String {
    if case .enumeration = field.type {
      return value.items.map { word(words($0), group: "value") }.joined(separator: ", ")
    }
    return words(value)
  }

  /// A fact in a list's cell, without its sources: every date, quantity and scope that is claimed, and where sources
  /// differ, what each says. Of texts that agree one is enough.
  func cell(_ fact: Fact, _ field: Field) -> [Value] {
    let isWhole = fact.isDisputed || field.isMeasure || Set(fact.claims.map(\.provenance.scope)).count > 1
    let shown = isWhole ? fact.claims : [fact.preferredClaim].compactMap(\.self)
    var texts: Set<String> = []
    return shown.flatMap { claim in cell(claim, field).map { $0.within(claim.provenance.scope) } }
      .filter { texts.insert($0.text ?? "").inserted }
  }

  private func cell(_ claim: Claim, _ field: Field) -> [Value] {
    if field.relation != nil {
      var targets: [Target] = []
      for case .reference(let item) in claim.value.items {
        if let target = item.target, !targets.contains(target) { targets.append(target) }
      }
      return targets.map { item($0, statements: []) }
    }
    return claim.value.items.flatMap { values($0, field, statements: []) }
  }
}

extension Value {
  /// Of an object with that name, with its scope.
  fileprivate var text: String? {
    guard case .object(let object) = self, case .text(let text)? = object["text"] else { return nil }
    guard case .text(let scope)? = object["scope"] else { return text }
    return "\(text) (\(scope))"
  }

  /// A value of a claim that is about some part only; the value's own scope comes behind the claim's.
  fileprivate func within(_ scope: String?) -> Value {
    guard let scope, case .object(var object) = self else { return self }
    if case .text(let own)? = object["scope"], own != scope {
      object["scope"] = .text("\(scope); \(own)")
    } else {
      object["scope"] = .text(scope)
    }
    return .object(object)
  }
}

extension Field {
  /// Whether what it holds is told by numbers, of which none stands for another.
  fileprivate var isMeasure: Bool {
    switch type {
    case .date, .quantity: true
    default: false
    }
  }
}

extension KnowledgeGraph {
  /// The sentence that a link stands in, with the titles of what its links name.
  func sentence(around mention: Mention) -> LinkedSentence {
    let document = document(mention.document)
    let targets = links(in: mention.document)
    return document.sentence(around: document.links[mention.link]) { link in
      guard let number = document.nodes[link.node].link, case .entity(let target) = targets[number] else {
        return nil
      }
      return title(of: target.entity)
    }
  }
}
