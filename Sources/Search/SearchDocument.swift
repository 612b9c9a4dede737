/// What readers look for: a page, or a section of one.
package struct SearchDocument: Sendable {
  package var title: String
  /// Seen from the site's root, with the fragment of a section.
  package var href: String
  /// What it is, in a few words.
  package var subtitle = ""
  /// Whether sources disagree on it, and nobody has explained it.
  package var isDisputed = false
  /// The number of its kind.
  package var kind = 0
  /// 0 for none.
  package var year = 0
  /// How often others name it.
  package var namings = 0
  /// In the order of their classes; the first is the title.
  package var passages: [Passage] = []

  package init(title: String, href: String) {
    self.title = title
    self.href = href
  }

  /// What is shown of a document when a word in it was found.
  package struct Passage: Sendable {
    package var sort: Sort
    /// The id on the page; empty for the page itself.
    package var anchor: String
    /// Which name or field it is.
    package var label: String
    package var text: String
    /// A language tag; empty for the site's language.
    package var language: String
    /// What it is found by too, and is not shown.
    package var hidden: String

    package init(
      _ sort: Sort, _ text: String, label: String = "", anchor: String = "", language: String = "",
      hidden: String = ""
    ) {
      self.sort = sort
      self.text = text
      self.label = label
      self.anchor = anchor
      self.language = language
      self.hidden = hidden
    }

    package enum Sort: UInt8, Sendable, Comparable {
      case title, name, fact, body

      package static func < (a: Sort, b: Sort) -> Bool { a.rawValue < b.rawValue }

      package var isName: Bool { self == .title || self == .name }
    }
  }

  /// More are not looked at.
  package static let mostPassages = 4000
}

/// A kind of documents, which stand together.
package struct SearchKind: Sendable {
  package var one: String
  package var many: String
  /// The number of its first document.
  package var first: Int

  package init(one: String, many: String, first: Int) {
    self.one = one
    self.many = many
    self.first = first
  }
}

/// What results can be narrowed by.
package struct SearchFacet: Sendable {
  package var label: String
  package var values: [Value]

  package struct Value: Sendable {
    package var label: String
    /// The numbers of the documents, rising.
    package var documents: [Int]

    package init(label: String, documents: [Int]) {
      self.label = label
      self.documents = documents
    }
  }

  package init(label: String, values: [Value]) {
    self.label = label
    self.values = values
  }
}
