import Folding
import Knowledge

/// An alphabetical list of a view: a page for each letter, where one page doesn't hold all.
struct LetterPages<Item: Sendable>: Sendable {
  /// What begins with one letter, or as much of it as a page holds.
  struct Page: Sendable {
    let heading: String
    let items: [Item]
    let part: ViewPart
  }

  /// In alphabetical order.
  let all: [Item]
  /// None where one page holds all.
  let pages: [Page]
  private let numbers: [String: Int]
  private let name: @Sendable (Item) -> String
  private let order: NameOrder

  /// - Parameter most: of them on a page.
  init(_ all: [Item], most: Int, in order: NameOrder, by name: @escaping @Sendable (Item) -> String) {
    (self.all, self.name, self.order) = (all, name, order)
    guard all.count > most else {
      (pages, numbers) = ([], [:])
      return
    }
    pages = LetterGroups.grouped(all, in: order, by: name).flatMap { heading, items in
      items.inPages(of: most).enumerated().map { index, items in
        let number = index == 0 ? "" : "\(index + 1)"
        return Page(
          heading: heading, items: items,
          part: .item(
            LetterGroups.slug(heading) + (index == 0 ? "" : "-" + number),
            title: heading + (index == 0 ? "" : " " + number)))
      }
    }
    numbers = Dictionary(pages.enumerated().map { ($1.part.item ?? "", $0) }) { first, _ in first }
  }

  /// The first page of the view, and those of the letters.
  var parts: [ViewPart] { [.whole] + pages.map(\.part) }

  /// What a page of the view has; the first one all.
  func items(of part: ViewPart) -> [Item] { page(of: part)?.items ?? all }

  /// By letter, what a page of the view shows: nothing on the first one of several.
  func letters(of part: ViewPart) -> [(heading: String, items: [Item])] {
    if let page = page(of: part) { return [(page.heading, page.items)] }
    return pages.isEmpty ? LetterGroups.grouped(all, in: order, by: name) : []
  }

  private func page(of part: ViewPart) -> Page? { part.item.flatMap { numbers[$0] }.map { pages[$0] } }
}
