/// A kind of thing: where its files lie, what it is called and which fields it has.
package struct Kind: Hashable, Sendable {
  package var name: String
  /// The folder below `content/`, and the first part of the pages' addresses; empty for plain pages.
  package var folder: String
  package var label: Label
  package var description: String?
  /// The fields that a list of this kind shows beside the title.
  package var columns: [String]
  /// The fields by which a list of this kind can be narrowed.
  package var facets: [String]
  /// Whether the results of a search can be narrowed to what leads to one of its things.
  package var narrowsSearch = false
  /// The field by whose values its list is an index; `nil` where it is a table.
  package var index: Int?
  /// The text field that has what its things are called in other languages; `nil` where none does.
  package var titles: Int?
  /// By what its entities are ordered; by their slugs where nobody says it.
  package var order: KindOrder?
  /// Which of its things have no page of their own.
  package var sections = KindSections.none
  /// What makes its things stand in a row; `nil` where nothing does.
  package var siblings: KindSiblings?
  /// In which order its pages tell things; `nil` where all facts come first, then the text, then what leads here.
  package var page: PageOrder?
  /// Which fields say from when to when its things are there.
  package var life = KindLife.none
  /// The fields that every kind has come first, then those of the schema in its order.
  package var fields: [Field]
  /// How often they are to be reviewed; `nil` where nobody says so.
  package var review: ReviewRule?
  /// Of plain pages: the fields that `remit.yaml` declares.
  package internal(set) var declared: [PageField] = []
  /// Of plain pages: where they were elsewhere by rule, as `remit.yaml` says it.
  package internal(set) var formerAddresses: [AddressPattern] = []

  package init(
    name: String, folder: String, label: Label, description: String? = nil, columns: [String] = [],
    facets: [String] = [], fields: [Field]
  ) {
    self.name = name
    self.folder = folder
    self.label = label
    self.description = description
    self.columns = columns
    self.facets = facets
    self.fields = Kind.commonFields + fields
  }

  package struct Label: Hashable, Sendable {
    package var one: String
    package var many: String

    package init(one: String, many: String) {
      self.one = one
      self.many = many
    }
  }

  package func fieldIndex(named name: String) -> Int? { fields.firstIndex { $0.name == name } }

  package func field(named name: String) -> Field? { fields.first { $0.name == name } }

  /// Whether mistakes are only warned of, because the Markdown may be somebody else's.
  package var isPlainPage: Bool { folder.isEmpty }

  /// The fields that the generator itself knows; names, addresses and drafts depend on them.
  package static let commonFields = [
    Field(name: "title", type: .text, label: "Title", hasLanguages: true),
    Field(name: "summary", type: .markdown, label: "Summary"),
  ]

  /// The keys that are no facts but tell the generator how to name and publish a file.
  package static let controlKeys = ["aliases", "former_ids", "publish", defaultsKey]
  /// Of a file or a record: who says what in it names no source.
  static let defaultsKey = "defaults"

  /// The kind of the plain pages. It also takes the keys that Hugo, Jekyll, MkDocs and Quartz write.
  package static let page = Kind(
    name: "page", folder: "", label: Label(one: "Page", many: "Pages"),
    fields: [
      Field(name: "date", type: .date, label: "Date"),
      Field(name: "updated", type: .date, label: "Updated"),
      Field(name: "author", type: .text, label: "Author", isList: true),
      Field(name: "tags", type: .text, label: "Tags", isList: true),
      Field(name: "order", type: .text, label: "Order"),
      Field(name: "description", type: .text, label: "Description"),
      Field(name: "list", type: .flag, label: "List"),
    ])
}

extension Kind {
  /// The date of a source, where the schema doesn't name the field: `published`, else the first date.
  var usualSourceDate: Int? {
    let dates = fields.indices.filter { fields[$0].type == .date }
    return dates.first { fields[$0].name == "published" } ?? dates.first
  }
}
