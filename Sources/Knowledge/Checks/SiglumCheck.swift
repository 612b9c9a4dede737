package import Diagnostics

extension Schema {
  /// The field of a source in which its author says by which letters pages name it.
  package static let siglumField = "siglum"
}

extension KnowledgeGraph {
  /// The siglum that a source's file gives, with where it stands.
  package func givenSiglum(of source: EntityID) -> (text: String, position: Position)? {
    guard let number = schema[self[source].kind].fieldIndex(named: Schema.siglumField),
      let claim = self[source].fact(number)?.claims.first, case .text(let text) = claim.value, !text.isEmpty
    else { return nil }
    return (text, claim.position)
  }

  /// Pages name a source by its siglum alone, so no two may share one.
  func checkSigla() -> [Diagnostic] {
    guard let kind = schema.sourceKind else { return [] }
    var owners: [String: EntityID] = [:]
    var diagnostics: [Diagnostic] = []
    for source in entities(of: kind) {
      guard let siglum = givenSiglum(of: source) else { continue }
      let place = Place(self[source].path, siglum.position, length: siglum.text.utf8.count)
      if siglum.text.count > 4 {
        diagnostics.append(
          Diagnostic(
            .invalidClaim, "the siglum '\(siglum.text)' has more than four characters", at: place,
            help: "pages show it beside each fact: one or two letters are enough"))
      }
      guard let owner = owners[siglum.text] else {
        owners[siglum.text] = source
        continue
      }
      let note = Diagnostic.Note(
        "it is the siglum of '\(id(of: owner))' too",
        at: givenSiglum(of: owner).map {
          Place(self[owner].path, $0.position, length: siglum.text.utf8.count)
        }
          ?? Place(self[owner].path))
      diagnostics.append(
        Diagnostic(
          .duplicateID, "two sources have the siglum '\(siglum.text)'", at: place, notes: [note],
          help: "give one of them other letters"))
    }
    return diagnostics
  }
}
