import Knowledge
import Templates

/// What the front matter of a plain page says in one field, for readers.
struct ShownPageField: Sendable {
  let page: EntityPage
  let number: Int
  let value: FieldValue

  private var field: Field { page.kind.fields[number] }
  private var declared: PageField? { page.kind.declared.first { $0.name == field.name } }

  static let record: RecordType<ShownPageField> = RecordType(
    "page field", "What the front matter of a plain page says in one field.",
    [
      .text("name", "`date`, `updated`, `author`, `tags`, or as `remit.yaml` declares it") { $0.field.name },
      .text("label", "what it is called") { $0.label },
      .text("anchor", "its id on the page, to which the search leads: `fact-tags`") { $0.anchor },
      .list("values", "what the page says", of: ShownValue.record) { $0.values },
      .flag("is_tags", "its values are tags") { $0.isOfTags },
    ])

  /// Fields that all plain pages have are called as the theme calls them.
  private var label: String {
    let key = "page_" + field.name
    return declared?.label == nil ? page.page.site.theme.strings[key] ?? field.label : field.label
  }

  /// An id has no blanks.
  private var anchor: String? {
    field.name.contains(where: \.isWhitespace) ? nil : "fact-" + field.name
  }

  private var isOfTags: Bool { page.kind.tagFields.contains(number) }

  private var values: [ShownValue] {
    value.items.flatMap { item -> [ShownValue] in
      guard isOfTags, case .text(let tag) = item, let list = page.page.site.pageLists.list(ofTag: tag) else {
        return page.page.values(item, field)
      }
      let href = page.page.href(ofPage: list.path)
      return [ShownValue(page: page.page, content: .link(tag, href: href), type: "text")]
    }
  }
}

extension EntityPage {
  /// What a plain page tells of itself under its title: the usual fields, then those that are declared, in the order in which they
  /// are.
  var about: [ShownPageField] {
    guard kind.isPlainPage else { return [] }
    let declared = kind.declared.map(\.name)
    let names = ["date", "updated", "author", "tags"].filter { !declared.contains($0) } + declared
    return names.compactMap { name in
      guard let number = kind.fieldIndex(named: name), number != Kind.summaryField,
        let value = entity.today(number)?.preferredClaim?.value, !value.items.allSatisfy({ $0 == .text("") })
      else { return nil }
      return ShownPageField(page: self, number: number, value: value)
    }
  }

  /// The list of the folder whose index a page is.
  var listing: ShownPageList? {
    guard let list = page.site.pageLists.list(on: id), list.isShown(in: graph, page.site.pageLists) else {
      return nil
    }
    return ShownPageList(page, list.subject, part: nil)
  }
}
