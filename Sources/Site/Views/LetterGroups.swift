import Folding
import Knowledge

/// Groups of names by their first letter, for lists that are looked through.
enum LetterGroups {
  /// In the order of the headings as people look for them.
  static func grouped<Item>(
    _ items: [Item], in order: NameOrder, by name: (Item) -> String
  ) -> [(heading: String, items: [Item])] {
    let groups = Dictionary(grouping: items) { name($0).initial(in: order) }
    return groups.map { (heading: $0.key, items: $0.value) }.sorted { rank($0.heading) < rank($1.heading) }
  }

  /// The heading in an address.
  static func slug(_ heading: String) -> String {
    switch heading {
    case "0–9": "0-9"
    case "中": "han"
    case "…": "other"
    default: heading.foldedCase
    }
  }

  private static func rank(_ heading: String) -> String {
    switch heading {
    case "0–9": "0"
    case "中": "a"
    case "…": "b"
    default: heading
    }
  }
}
