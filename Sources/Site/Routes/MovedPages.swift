package import Knowledge

extension SiteModel {
  /// The pages of views and the narrowed lists that have another address in a later state, although they are about the
  /// same: their old paths, and the new ones.
  ///
  /// - Parameter later: the entity of the later state that one of this state is.
  package func movedPages(to other: SiteModel, later: (EntityID) -> EntityID?) -> [String: String] {
    let new = Dictionary(
      other.plan.entries.compactMap { entry in MadePage(entry.output) { $0 }.map { ($0, entry.path) } }
    ) { first, _ in first }
    var moved: [String: String] = [:]
    for entry in plan.entries {
      guard let page = MadePage(entry.output, as: later), let path = new[page], path != entry.path else {
        continue
      }
      moved[entry.path] = path
    }
    return moved
  }
}

/// What a page is about that no file makes, whatever its address.
private enum MadePage: Hashable {
  case list(KindID, field: Int, Facet.Value, part: Int?)
  case view(String, ViewPart.About, page: Int, subjects: [EntityID], format: String)

  init?(_ output: Output, as later: (EntityID) -> EntityID?) {
    switch output {
    case .facet(let facet, let part):
      var value = facet.value
      if case .entity(let entity) = value, let id = later(entity) { value = .entity(id) }
      self = .list(facet.kind, field: facet.field, value, part: part)
    case .view(let page): self = MadePage.part(of: page, format: "html", as: later)
    case .viewData(let page, let format):
      self = MadePage.part(of: page, format: format.rawValue, as: later)
    case .feed(let page): self = MadePage.part(of: page, format: "xml", as: later)
    case .picture(let page): self = MadePage.part(of: page, format: "svg", as: later)
    default: return nil
    }
  }

  private static func part(of page: ViewPage, format: String, as later: (EntityID) -> EntityID?) -> MadePage {
    var about = page.part.about
    switch about {
    case .entity(let entity): about = .entity(later(entity) ?? entity)
    // The name of an item may be made of the names of its subjects.
    case .item where !page.part.subjects.isEmpty: about = .item("")
    default: break
    }
    return .view(
      page.declared.name, about, page: page.part.number,
      subjects: page.part.subjects.map { later($0) ?? $0 }, format: format)
  }
}
