/// Takes out of two lists what has the same key, in the order of the second: of several with one key the first stands
/// for the first. In time that grows with the lists, not with their product.
///
/// - Parameters:
///   - oldKey: `nil` for what must stay.
///   - newKey: as `oldKey`.
func takePairs<Item, Key: Hashable>(
  _ old: inout [Item], _ new: inout [Item], oldKey: (Item) -> Key?, newKey: (Item) -> Key?
) -> [(old: Item, new: Item)] {
  guard !old.isEmpty, !new.isEmpty else { return [] }
  // By key: the numbers of those that are left, the first last.
  var left: [Key: [Int]] = [:]
  for index in old.indices.reversed() {
    if let key = oldKey(old[index]) { left[key, default: []].append(index) }
  }
  var pairs: [(old: Item, new: Item)] = []
  var taken: Set<Int> = []
  var rest: [Item] = []
  for item in new {
    if let key = newKey(item), let index = left[key]?.popLast() {
      taken.insert(index)
      pairs.append((old[index], item))
    } else {
      rest.append(item)
    }
  }
  old = old.indices.filter { !taken.contains($0) }.map { old[$0] }
  new = rest
  return pairs
}

/// Takes the pairs out of both lists that have the same key, where both sides are asked for it alike.
func takePairs<Item, Key: Hashable>(
  _ old: inout [Item], _ new: inout [Item], by key: (Item) -> Key?
) -> [(old: Item, new: Item)] {
  takePairs(&old, &new, oldKey: key, newKey: key)
}
