import Diagnostics
import FrontMatter
import Knowledge

/// `former_addresses` in `remit.yaml`: where another tool put plain pages, for all or by folder.
///
///     former_addresses:
///       /: /:path/
///       /posts/: /:year/:month/:slug/
enum FormerAddressesSetting {
  private static let key = "former_addresses"

  static func read(_ reader: inout MappingReader) -> [AddressPattern] {
    guard let node = reader.node(key) else { return [] }
    guard case .mapping(let entries) = node.content else { return patterns(node, folder: "", &reader) }
    return entries.flatMap { patterns($0.value, folder: $0.key, &reader) }
  }

  private static func patterns(
    _ node: YAMLNode, folder: String, _ reader: inout MappingReader
  ) -> [AddressPattern] {
    let nodes = if case .sequence(let items) = node.content { items } else { [node] }
    return nodes.compactMap { node in
      guard let text = node.text else {
        reader.report(.invalidSetting, "'\(key)' must have texts; this is \(node.sort)", at: node, help: help)
        return nil
      }
      if let fault = AddressPattern.fault(in: text) {
        reader.report(
          .invalidSetting, "'\(text)' is no pattern of addresses: \(fault)", at: node, help: help)
        return nil
      }
      return AddressPattern(text, folder: folder)
    }
  }

  private static let help =
    "write it as /:path/ or /:year/:month/:slug/; it may have "
    + AddressPattern.places.joined(separator: ", ")
}
