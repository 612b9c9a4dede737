package import Knowledge

extension ParsedSite {
  /// Pages that links may lead to although no file makes them: the lists of the kinds that have entities, the narrowed
  /// ones too, and the views.
  package var generatedPages: GeneratedPages {
    var isUsed = [Bool](repeating: false, count: schema.kinds.count)
    for entity in entities { isUsed[entity.kind.index] = true }
    let lists = schema.kindIDs.filter { isUsed[$0.index] && !schema[$0].isPlainPage }.map {
      schema[$0].folder + "/index.html"
    }
    let feeds =
      configuration.baseURL == nil
      ? [] : schema.kindIDs.filter { isUsed[$0.index] }.compactMap { ListFeed.path(of: schema[$0]) }
    let names = settings.views.all.map(\.name)
    let pages = settings.views.all.flatMap { view in
      [view.name + ".html", view.name + ".xml"] + view.formats.map { "\(view.name).\($0.rawValue)" }
    }
    let narrowed = schema.kinds.flatMap { kind in
      kind.facets.map { "\(kind.folder)/by-\($0)/" } + ListPart.folders.map { "\(kind.folder)/\($0)/" }
    }
    // The home page is there whether a file makes it or not.
    let plain = entities.filter { $0.kind == .page && (includesDrafts || $0.isPublished) }
    let tags = PageTags.folder(beside: schema, views: names)
    return GeneratedPages(
      paths: Set(lists + feeds + pages + [Routes.home] + (configuration.hasSearch ? [Routes.search] : []))
        .union(ParsedSite.folderPages(of: plain)).union(plain.isEmpty ? [] : ["\(tags)/\(Routes.home)"]),
      folders: names.map { $0 + "/" } + narrowed, foldersOfIndexes: plain.isEmpty ? [] : [tags + "/"])
  }

  /// The pages of the folders that plain pages are in.
  private static func folderPages(of plain: [WrittenEntity]) -> Set<String> {
    var folders: Set<String> = []
    for page in plain {
      var folder = MarkdownPath.folder(of: page.slug)
      while !folder.isEmpty, folders.insert(folder).inserted {
        folder = MarkdownPath.folder(of: String(folder.dropLast()))
      }
    }
    return Set(folders.map { $0 + Routes.home })
  }
}
