import Changes
import Knowledge

extension ChangesView {
  /// The newest records as an Atom feed (RFC 4287). Addresses are ids, and a record's day is when it was updated:
  /// nothing depends on when the site was built.
  func feed(of page: ViewPage, in site: SiteModel) -> String {
    guard let base = site.configuration.baseURL, let newest = entries.first else { return "" }
    return ChangesFeed(site: site, base: base, page: page)
      .text(published(entries, in: site.graph).prefix(20), newest)
  }
}

private struct ChangesFeed {
  let site: SiteModel
  let base: String
  let page: ViewPage

  private var recorded: RecordedEntities { RecordedEntities(page: ViewCanvas(site: site, root: base)) }

  func text(_ entries: ArraySlice<ChangesView.Entry>, _ newest: ChangesView.Entry) -> String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text +=
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(escapeXML(site.configuration.language))\">\n"
    text += "<id>\(url(page.feedPath))</id>\n"
    text += "<title>\(escapeXML("\(site.configuration.title) · \(page.title)"))</title>\n"
    text += "<link rel=\"self\" type=\"application/atom+xml\" href=\"\(url(page.feedPath))\"/>\n"
    text += "<link rel=\"alternate\" type=\"text/html\" href=\"\(url(page.path))\"/>\n"
    text += "<updated>\(time(newest))</updated>\n"
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
    text +=
      "<content type=\"html\">\(escapeXML(FeedContent(recorded: recorded).html(entry.record.changes)))</content>\n"
    return text + "</entry>\n"
  }

  private func time(_ entry: ChangesView.Entry) -> String { entry.record.date.description + "T00:00:00Z" }

  private func url(_ path: String) -> String { escapeXML(Routes.ascii(base + Routes.encode(path))) }
}
