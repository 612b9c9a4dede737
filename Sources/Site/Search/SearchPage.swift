import Templates

/// The page on which everything can be looked for; without a script the way to the index of names.
struct SearchPage: Sendable {
  let page: PageContext

  static let record: RecordType<SearchPage> = RecordType(
    "search", "",
    [
      .list(
        "letters", "where an index of names is declared and has a page for each letter: these pages",
        of: ShownPart.record
      ) { $0.page.letters },
      .record("names", "where an index of names is declared: its first page", of: ShownViewLink.record) {
        search in
        search.page.site.views.whole(ofType: WordingsView.type).map {
          ShownViewLink(page: search.page, view: $0)
        }
      },
    ])
}

extension PageContext {
  /// The pages of the index of names, one for each letter.
  var letters: [ShownPart] {
    guard let whole = site.views.whole(ofType: WordingsView.type) else { return [] }
    return site.views.parts(of: whole).map { ShownPart(page: self, part: $0, current: whole) }
  }
}

extension SiteModel {
  func searchPage(_ path: String) -> [Value] {
    let page = PageContext(self, root: Routes.root(from: path))
    let frame = PageFrame(page: page, path: path, title: theme.strings["search"] ?? "Search")
    return [theme.records.frame.value(frame), SearchPage.record.value(SearchPage(page: page))]
  }
}
