import Knowledge

extension SiteModel {
  /// Tells which files the website has and what makes each, what things are called, how the pages of a folder are ordered, and what
  /// is held back. Words of one text may change any of these, and with them pages that do not show the text.
  package var arrangement: [UInt8] {
    var text = ""
    for site in [self] + editions {
      for entry in site.plan.entries { text += "\(entry.output.sort) \(entry.path)\n" }
      for title in site.graph.titles { text += "\(title.utf8.count) \(title)\n" }
    }
    for list in pageLists.all {
      text += "\(list.path) \(list.pages.map { String($0.index) }.joined(separator: " "))\n"
    }
    for file in heldBack { text += "\(file.path)\n" }
    return Array(text.utf8)
  }
}

extension Output {
  /// A letter for each.
  fileprivate var sort: Character {
    switch self {
    case .home: "h"
    case .entity: "e"
    case .entityPart: "p"
    case .list: "l"
    case .facet: "f"
    case .pageList: "g"
    case .view: "v"
    case .viewData: "d"
    case .feed: "n"
    case .listFeed: "k"
    case .picture: "i"
    case .entityPicture: "j"
    case .redirect: "r"
    case .notFound: "m"
    case .search: "s"
    case .sitemap: "x"
    case .robots: "b"
    case .noJekyll: "y"
    case .contentAsset: "a"
    case .themeAsset: "t"
    }
  }
}
