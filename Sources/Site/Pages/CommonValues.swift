import Knowledge
import Templates

extension SiteModel {
  /// What every template gets.
  func common(
    path: String, root: String, title: String, description: String? = nil, id: String? = nil,
    kind: String? = nil, isDraft: Bool = false
  ) -> Object {
    [
      "site": .object(siteValues(path: path, root: root)),
      "strings": .object(theme.stringValues),
      "assets": .text(root + "assets"),
      "root": .text(root),
      "page": [
        "title": .text(title),
        "description": optional(description ?? configuration.description),
        "path": .text(path),
        "canonical": optional(configuration.address(of: path)),
        "id": optional(id),
        "kind": optional(kind),
        "language": .text(configuration.language),
        "dir": optional(TextDirection.value(of: configuration.language, amid: "en")),
        "is_draft": .flag(isDraft),
      ],
    ]
  }

  private func siteValues(path: String, root: String) -> Object {
    [
      "title": .text(configuration.title),
      "description": .text(configuration.description),
      "language": .text(configuration.language),
      "licence": optional(configuration.licence),
      "as_of": optional(configuration.asOf?.display(language: configuration.language)),
      "as_of_date": optional(configuration.asOf?.description),
      "home": .text(root + Routes.home),
      "has_base_url": .flag(configuration.baseURL != nil),
      "navigation": .list(
        navigation.map { item in
          [
            "label": .text(item.label),
            "href": .text(root + Routes.encode(item.path)),
            "is_current": .flag(item.path == path || item.folder.map(path.hasPrefix) ?? false),
          ]
        }),
    ]
  }

  private func optional(_ text: String?) -> Value {
    text.map { $0.isEmpty ? .nothing : .text($0) } ?? .nothing
  }
}
