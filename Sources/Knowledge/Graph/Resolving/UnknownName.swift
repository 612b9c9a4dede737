import Diagnostics

/// A name that leads nowhere, and which of its entity's diagnostics says so.
struct UnknownName: Sendable {
  let name: String
  let kinds: [KindID]
  /// Without a suggestion.
  let message: String
  let suggestion: String?
  /// The entity that was called so before.
  var renamed: EntityID?
  var diagnostic: Int
}

extension Resolver {
  /// What a group says for several is looked up for each, and is wrong once.
  mutating func tellOnce() {
    guard diagnostics.count > 1 else { return }
    let unique = diagnostics.unique
    guard unique.count < diagnostics.count else { return }
    let numbers = Dictionary(uniqueKeysWithValues: zip(unique, unique.indices))
    for index in unknownNames.indices {
      let old = unknownNames[index].diagnostic
      unknownNames[index].diagnostic = numbers[diagnostics[old]] ?? old
    }
    unknownNames = unknownNames.unique(by: \.diagnostic)
    diagnostics = unique
  }
}
