import Knowledge

/// Gives each showing of a field's text on one page a prefix for its ids, so that no two footnotes or headings have the
/// same: the text of one field may be shown twice, and those of many entities side by side.
final class FieldTexts {
  /// The entity whose own page this is.
  let owner: EntityID?
  private var shown: [String: Int] = [:]

  init(owner: EntityID? = nil) { self.owner = owner }

  /// - Parameter id: the entity's.
  func prefix(_ document: DocumentID, id: String) -> String {
    let own = "field-\(document.number)"
    let base = document.entity == owner ? own : "\(id)-\(own)"
    let count = shown[base, default: 0] + 1
    shown[base] = count
    return count == 1 ? base + "-" : "\(base)-\(count)-"
  }
}
