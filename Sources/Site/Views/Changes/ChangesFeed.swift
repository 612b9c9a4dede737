import Knowledge

extension ChangesView {
  /// The newest records as an Atom feed (RFC 4287). Addresses are ids, and a record's day is when it was updated:
  /// nothing depends on when the site was built.
  func feed(of page: ViewPage, in site: SiteModel) -> String {
    let feed = ChangesFeed(site: site, base: site.configuration.baseURL ?? "", page: page)
    return feed.text(entries.prefix(20))
  }
}

private struct ChangesFeed {
  let site: SiteModel
  let base: String
  let page: ViewPage

  /// In one entry, so that a feed stays small.
  private static let mostLines = 200

  func text(_ entries: ArraySlice<ChangesView.Entry>) -> String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text +=
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(escapeXML(site.configuration.language))\">\n"
    text += "<id>\(url(page.feedPath))</id>\n"
    text += "<title>\(escapeXML("\(site.configuration.title) · \(page.title)"))</title>\n"
    text += "<link rel=\"self\" type=\"application/atom+xml\" href=\"\(url(page.feedPath))\"/>\n"
    text += "<link rel=\"alternate\" type=\"text/html\" href=\"\(url(page.path))\"/>\n"
    text += "<updated>\(time(entries.first))</updated>\n"
    text += "<author><name>\(escapeXML(site.configuration.title))</name></author>\n"
    for entry in entries { text += self.text(entry) }
    return text + "</feed>\n"
  }

  private func text(_ entry: ChangesView.Entry) -> String {
    let address = url("\(page.stem)/\(entry.slug).html")
    let date = entry.record.date.display(language: site.configuration.language)
    var text = "<entry>\n<id>\(address)</id>\n"
    text += "<title>\(escapeXML(entry.record.title.map { "\($0) (\(date))" } ?? date))</title>\n"
    text += "<link rel=\"alternate\" type=\"text/html\" href=\"\(address)\"/>\n"
    text += "<updated>\(time(entry))</updated>\n"
    text += "<content type=\"html\">\(escapeXML(html(entry.record.changes)))</content>\n"
    return text + "</entry>\n"
  }

  private func time(_ entry: ChangesView.Entry?) -> String {
    (entry?.record.date.description ?? "1970-01-01") + "T00:00:00Z"
  }

  private func url(_ path: String) -> String { escapeXML(base + Routes.encode(path)) }

  private func html(_ changes: KnowledgeChanges) -> String {
    var lines: [String] = []
    for sort in DiscrepancyChange.Sort.allCases {
      let items = changes.discrepancies(sort)
      if !items.isEmpty { lines.append(heading("changes_" + sort.word)) }
      lines += items.map { "<p>\(link($0.entity))\(escapeXML($0.field.map { " · " + $0 } ?? ""))</p>" }
    }
    for sort in KnowledgeChanges.order {
      let entities = changes.entities(sort)
      if !entities.isEmpty { lines.append(heading("changes_" + sort.rawValue)) }
      for change in entities {
        let details = change.details.map { "<li>\(escapeXML($0.brief(site.theme.strings)))</li>" }.joined()
        lines.append(
          "<p>\(escapeXML(change.kind)): \(link(change.entity))</p>"
            + (details.isEmpty ? "" : "<ul>\(details)</ul>"))
      }
    }
    let more = lines.count - ChangesFeed.mostLines
    return (lines.prefix(ChangesFeed.mostLines) + (more > 0 ? ["<p>… \(more)</p>"] : [])).joined(
      separator: "\n")
  }

  private func heading(_ key: String) -> String { "<h3>\(escapeXML(site.theme.strings[key] ?? key))</h3>" }

  private func link(_ entity: NamedEntity) -> String {
    let recorded = RecordedEntities(page: ViewCanvas(site: site, root: base))
    guard let address = recorded.href(entity) else { return escapeXML(entity.title) }
    return "<a href=\"\(escapeXML(address))\">\(escapeXML(entity.title))</a>"
  }
}

extension ChangeDetail {
  /// On one line and in signs, which every language has.
  fileprivate func brief(_ strings: [String: String]) -> String {
    let key: String? =
      switch topic {
      case .name: "changes_name"
      case .text: "changes_text"
      case .mention: "changes_mention"
      default: nil
      }
    let label = key.map { strings[$0] ?? $0 } ?? label ?? field ?? ""
    let (old, new) = Excerpt.pair(old ?? "", new ?? "")
    let whom = target.map(\.title)
    let value =
      switch (topic, action) {
      case (.text, _): "+\(wordsAdded ?? 0) −\(wordsRemoved ?? 0)"
      case (.assessment, _), (.evidence, .changed): whom ?? new
      case (_, .added): "+ " + (whom ?? new)
      case (_, .removed): "− " + (whom ?? old)
      case (_, .changed): old == new ? whom ?? new : "\(old) → \(whom ?? new)"
      }
    let place = [label, record].compactMap(\.self).joined(separator: ", ")
    let said = ([value] + aspectsInWords).filter { !$0.isEmpty }.joined(separator: "; ")
    return "\(place): \(said)" + (source.map { " (\($0.title))" } ?? "")
  }
}
