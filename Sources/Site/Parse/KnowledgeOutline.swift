package import Diagnostics
package import Knowledge

/// What there is in a knowledge base, as far as its settings and the names of its files tell: at hand at once, however
/// large it is.
package struct KnowledgeOutline: Sendable {
  /// The names of the kinds.
  package let kinds: [String]
  /// The ids of the entities, those that are held back too.
  package let entities: [String]
  /// The names of the views; those of their parts are known only when all is read.
  package let views: [String]

  /// - Parameter files: of the knowledge base, by paths relative to its folder; of the content, only paths count.
  package init(_ files: [SourceText]) {
    let isContent = { (file: SourceText) in file.path.hasPrefix(ContentFolder.prefix) }
    let settings = KnowledgeOutline.settings(files.filter { !isContent($0) })
    let schema = settings.schema
    kinds = schema.kindNames
    entities = files.filter { isContent($0) && $0.isMarkdown }.map { file in
      let path = ContentPath(file.path, schema: schema)
      return schema[path.kind].name + "/" + path.slug
    }
    views = settings.views.all.map(\.name)
  }

  /// What the settings alone say of kinds.
  package static func schema(of settings: [SourceText]) -> Schema { self.settings(settings).schema }

  private static func settings(_ files: [SourceText]) -> ParsedSettings {
    ParsedSettings.read(files, others: [], BuildOptions(), after: nil)
  }
}
