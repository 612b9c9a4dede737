import Diagnostics
import Folding
import FrontMatter
import Knowledge

/// A plain page that was most likely meant for a kind's folder.
enum MisplacedFile {
  /// - Parameter path: of a file that lies in no kind's folder.
  static func check(_ path: String, _ frontMatter: FrontMatter, schema: Schema) -> [Diagnostic] {
    let folders = path.parts(at: "/").dropFirst().dropLast()
    let kinds = schema.kinds.filter { !$0.isPlainPage }
    let near = kinds.first { isNear(folders, $0) { kind in fields(of: kind, in: frontMatter, schema) > 0 } }
    if let kind = near {
      let count = kind.folder.parts(at: "/").count
      let folder = folders.prefix(count).joined(separator: "/")
      return [
        report(path, "'content/\(folder)/' is not the folder of any kind, so this is a plain page", kind)
      ]
    }
    // One field may have the name by chance.
    let owner = kinds.max {
      fields(of: $0, in: frontMatter, schema) < fields(of: $1, in: frontMatter, schema)
    }
    guard let owner, fields(of: owner, in: frontMatter, schema) > 1 else { return [] }
    return [report(path, "this is a plain page with fields of kind '\(owner.name)'", owner)]
  }

  private static func report(_ path: String, _ message: String, _ kind: Kind) -> Diagnostic {
    let name = MarkdownPath.name(of: path)
    return Diagnostic(
      .misplacedFile, .warning, message + "; did you mean 'content/\(kind.folder)/'?", at: Place(path),
      help: "move it to content/\(kind.folder)/\(name)")
  }

  /// Whether the folder is called as the kind is, in some case or number, or nearly as its folder is and the file has
  /// fields of the kind.
  private static func isNear(_ folders: ArraySlice<Substring>, _ kind: Kind, hasFields: (Kind) -> Bool)
    -> Bool
  {
    let count = kind.folder.parts(at: "/").count
    guard folders.count >= count else { return false }
    let folder = folders.prefix(count).joined(separator: "/")
    let names = [kind.folder, kind.name, kind.label.one, kind.label.many]
    if names.contains(where: { $0.foldedName == folder.foldedName }) { return true }
    return nearest(to: folder, among: [kind.folder]) != nil && hasFields(kind)
  }

  /// How many keys are fields of a kind and of no plain page.
  private static func fields(of kind: Kind, in frontMatter: FrontMatter, _ schema: Schema) -> Int {
    guard case .mapping(let entries)? = frontMatter.root?.content else { return 0 }
    let common = schema[.page].fields.map(\.name) + Kind.controlKeys
    return entries.count { entry in
      !common.contains(entry.key) && !EntityReader.isForeign(entry.key)
        && kind.fields.contains { $0.name == entry.key }
    }
  }
}
