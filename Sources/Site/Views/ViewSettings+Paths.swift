import Diagnostics
import FrontMatter
import Knowledge

extension ViewSettings {
  /// What a required key names to be counted by, and the kinds that another one lists.
  ///
  /// - Parameter isRelation: whether only what leads to things will do.
  mutating func countedPath(
    _ key: String, kinds kindsKey: String, of kind: KindID, isRelation: Bool = false
  ) -> CountedPath? {
    guard let node = reader.node(key) else {
      reportMissing(key, "what to count by, such as a relation of '\(schema[kind].name)'")
      skip(kindsKey)
      return nil
    }
    guard let name = text(key) else {
      skip(kindsKey)
      return nil
    }
    do throws(QueryError) {
      var path = try CountedPath(name, of: kind, in: schema, isRelation: isRelation)
      path.kinds = narrowing(kindsKey, path)
      return path
    } catch {
      skip(kindsKey)
      reader.report(.invalidSetting, error.message, at: node, help: error.help)
      return nil
    }
  }

  private mutating func narrowing(_ key: String, _ path: CountedPath) -> [KindID] {
    guard let nodes = reader.texts(key, wrong: .invalidSetting) else { return [] }
    guard case .reference(let relation) = path.type else {
      report("'\(path.name)' is \(path.type.withArticle), and only references have kinds", at: key)
      return []
    }
    return nodes.compactMap { node in
      let name = node.text ?? ""
      if relation.targets.contains(name) { return schema.kind(named: name) }
      reader.report(
        .invalidSetting,
        "'\(path.name)' leads to no '\(name)'" + didYouMean(name, among: relation.targets), at: node,
        help: "it leads to " + relation.targets.joined(separator: ", "))
      return nil
    }
  }

  /// Tells what is wrong with a key that is there.
  mutating func report(_ message: String, at key: String, help: String? = nil) {
    guard let node = reader.node(key) else { return }
    reader.report(.invalidSetting, message, at: node, help: help)
  }
}
