import Knowledge

/// The things that have no page of their own: each is a section of another one's page, or of the list of its kind.
struct Sections: Hashable, Sendable {
  private var hosts: [EntityID: SectionHost] = [:]
  private var anchors: [EntityID: String] = [:]
  private var byHost: [SectionHost: [EntityID]] = [:]

  /// What stands between a section's own id and those of its parts, as no slug has it: `term/pilot~fact-used_in`.
  static let separator = "~"

  /// - Parameter isShown: whether the page of a host shows its sections; where it doesn't, they have pages of their own.
  init(_ graph: KnowledgeGraph, where isShown: (SectionHost) -> Bool) {
    for (section, host) in graph.sections where isShown(host) {
      hosts[section] = host
      anchors[section] = graph.id(of: section)
      byHost[host, default: []].append(section)
    }
    for host in byHost.keys { byHost[host]?.sort() }
  }

  /// On which page a thing stands that has none of its own.
  func host(of entity: EntityID) -> SectionHost? { hosts.isEmpty ? nil : hosts[entity] }

  /// The id of a section on its page.
  func anchor(of entity: EntityID) -> String? { anchors.isEmpty ? nil : anchors[entity] }

  /// What stands before each id in a section; nothing on a page of its own.
  func prefix(of entity: EntityID) -> String { anchor(of: entity).map { $0 + Sections.separator } ?? "" }

  /// The sections of a page, in the graph's order.
  func sections(of host: SectionHost) -> [EntityID] { byHost[host] ?? [] }
}

extension Theme {
  /// Whether the pages that a template makes show their sections: one that was made before there were any does not.
  func showsSections(_ host: SectionHost, in graph: KnowledgeGraph) -> Bool {
    switch host {
    case .entity(let entity): showsSections.contains(template(for: graph.schema[graph[entity].kind]))
    case .list: showsSections.contains("list")
    }
  }
}
