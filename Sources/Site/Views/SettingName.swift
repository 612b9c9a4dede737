package import Diagnostics
package import Knowledge

/// A name in `remit.yaml` that leads to an entity.
package struct SettingName: Hashable, Sendable {
  /// An id, a slug, a title or an alias; in the navigation, the path of a file of `content/`.
  package let name: String
  package let entity: EntityID
  /// The value that it stands in: the name alone, or a condition that ends with it.
  package let text: String
  package let position: Position

  init(_ name: String, in text: String, at position: Position, leadingTo entity: EntityID) {
    self.name = name
    self.entity = entity
    self.text = text
    self.position = position
  }
}

extension SiteModel {
  /// Every name of an entity in the settings, in their order.
  package var settingNames: [SettingName] {
    views.declared.flatMap { $0.view.names(in: graph) }
      + configuration.navigation.compactMap { written in
        graph.entity(atPath: written.text).map {
          SettingName(written.text, in: written.text, at: written.position, leadingTo: $0)
        }
      }
  }
}
