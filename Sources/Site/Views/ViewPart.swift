import Knowledge

/// One page of a view: what it is about, and where it is.
struct ViewPart: Hashable, Sendable {
  /// What a page is about. The whole is one, and each of the others tells a part of it.
  enum About: Hashable, Sendable {
    case whole
    case year(Int)
    /// What is dated within a stretch of days that somebody asks for.
    case days(EDTFDate)
    case entity(EntityID)
    /// A value of the generator's own or of an enumeration, by which the strings name the page.
    case word(String, group: String)
    /// One of a list of the view's own, by its name there.
    case item(String)
  }

  let about: About
  /// Behind the view's name in the address; `nil` for the page that shows the whole.
  var slug: String?
  /// `nil` where the strings, or the view's own title, name the page.
  var title: String?
  /// The key of a text of the strings that stands behind the title.
  var addition: String?
  /// The entities that the page is about: their own pages lead to it.
  var subjects: [EntityID] = []
  /// Which of its rows this page shows; `nil` where one page shows all.
  var rows: Range<Int>?
  /// Of the page, from 1, and how many there are.
  var number = 1
  var pageCount = 1
  /// How many rows the part has on all its pages; `nil` where nobody needs to know.
  var rowCount: Int?
  /// Whether it shows some rows only, and leads to the parts that have the others.
  var isDigest = false
  /// Whether its first page has a picture.
  var hasPicture = false
  /// On the whole: the entities whose own pages have a picture by the view.
  var pictured: [PicturedEntity] = []

  static let whole = ViewPart(about: .whole, slug: nil)

  /// Where a view has more parts than these, only the page of the whole names them all: each of a thousand pages would
  /// else name a thousand.
  static let mostNamed = 200

  /// The page of the whole names no more either: the things that the others are about lead there.
  static let mostNamedOnWhole = 2_000
}

extension ViewPart {
  static func year(_ year: Int, slug: String) -> ViewPart {
    ViewPart(about: .year(year), slug: slug, title: year.asYear)
  }

  static func word(_ word: String, group: String, slug: String) -> ViewPart {
    ViewPart(about: .word(word, group: group), slug: slug)
  }

  static func entity(_ entity: EntityID, slug: String, in graph: KnowledgeGraph) -> ViewPart {
    ViewPart(
      about: .entity(entity), slug: slug, title: graph.shortTitle(of: entity), subjects: [entity])
  }

  static func item(_ name: String, title: String, subjects: [EntityID] = []) -> ViewPart {
    ViewPart(about: .item(name), slug: name, title: title, subjects: subjects)
  }

  /// Whether it goes on where another page of the same part ends.
  var isContinued: Bool { number > 1 }

  /// The same with all its rows.
  var uncut: ViewPart {
    var part = self
    (part.rows, part.isDigest) = (nil, false)
    return part
  }

  /// The year that it is about.
  var year: Int? { if case .year(let year) = about { year } else { nil } }

  /// The name of what it is about in the view's own list.
  var item: String? { if case .item(let name) = about { name } else { nil } }

  /// The entity that it is about.
  var entity: EntityID? { if case .entity(let entity) = about { entity } else { nil } }
}
