package import Diagnostics
import Knowledge

/// The files of the website that a change touches, by their paths below its root, sorted.
package struct PageChanges: Hashable, Sendable {
  package var added: [String]
  package var removed: [String]
  /// Those whose bytes differ.
  package var changed: [String]

  package init(added: [String] = [], removed: [String] = [], changed: [String] = []) {
    self.added = added
    self.removed = removed
    self.changed = changed
  }

  /// How many are touched in all.
  package var count: Int { added.count + removed.count + changed.count }

  /// One line for each, as far as `limit` allows; the last line says how many more there are.
  package func lines(_ limit: Int?) -> [String] {
    let all =
      removed.map { "removed: " + $0 } + added.map { "added: " + $0 } + changed.map { "changed: " + $0 }
    guard let limit, all.count > limit else { return all }
    return all.prefix(limit) + ["and \(all.count - limit) more: --pages lists them all"]
  }

  /// `added`, `removed` and `changed`, all of them also where there are none.
  package var json: JSON {
    .object(
      JSON.member("added", .array(added.map(JSON.string)))
        + JSON.member("removed", .array(removed.map(JSON.string)))
        + JSON.member("changed", .array(changed.map(JSON.string))))
  }
}
