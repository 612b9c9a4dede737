import Diagnostics
import Folding

/// What stands behind the kind in an id, and names the file.
package enum Slug {
  /// What there is to do about one that can't be.
  package static let help = "use lower-case letters, digits, '-', '_' and '.', with '/' after a folder"

  /// Why a new file can't have it; `nil` where it can.
  package static func objection(to slug: String, of kind: Kind) -> String? {
    if slug.isEmpty { return "it is empty" }
    for part in slug.parts(at: "/") {
      if part.isEmpty { return "a part of it is empty" }
      if part.begins(with: ".") { return "'\(part)' begins with a dot, and such files are not read" }
      if part.ends(with: "~") { return "'\(part)' ends with '~', and such files are not read" }
    }
    if let reason = HeldBackNames.reason(slug) { return "\(reason), and is never published" }
    if let reason = HeldBackNames.reasonOfTool(slug + ".md") { return "\(reason), and is never published" }
    return (kind.isPlainPage ? nil : oddSign(in: slug)) ?? OutputPath.objection(to: slug + ".html")
  }

  /// A slug becomes an id that people type, so an entity's is kept plain; a plain page's may be anything.
  package static func oddSign(in slug: String) -> String? {
    let odd = slug.unicodeScalars.first { scalar in
      !"-_./0123456789".unicodeScalars.contains(scalar)
        && (!scalar.properties.isAlphabetic || scalar.properties.isUppercase)
    }
    return odd.map { $0 == " " ? "it contains a space" : "it contains '\($0)'" }
  }

  /// The slug that a person typed for a new file: as it is, behind its kind, or as the file's path.
  package static func asked(_ text: String, of kind: Kind, in schema: Schema) throws(QueryError) -> String {
    let isPath = text.begins(with: ContentFolder.prefix)
    let path = (text.without(end: ".md").map { String($0) } ?? text).belowContent
    let owner = schema.kinds.filter { !$0.isPlainPage && path.begins(with: $0.folder + "/") }
      .max { $0.folder.utf8.count < $1.folder.utf8.count }
    let named = schema.kinds.first { !isPath && path.begins(with: $0.name + "/") }
    guard let meant = owner ?? named ?? (isPath ? schema[.page] : nil) else {
      return try checked(path, text, kind)
    }
    guard meant.name == kind.name else {
      let help = kind.isPlainPage ? "" : "write \(kind.name)/… or content/\(kind.folder)/…"
      throw QueryError(
        "'\(text)' would be of kind '\(meant.name)', not '\(kind.name)'", help: help.isEmpty ? nil : help)
    }
    let prefix = owner != nil ? meant.folder + "/" : named != nil ? meant.name + "/" : ""
    return try checked(path.without(start: prefix).map { String($0) } ?? path, text, kind)
  }

  private static func checked(_ slug: String, _ text: String, _ kind: Kind) throws(QueryError) -> String {
    guard let reason = objection(to: slug, of: kind) else { return slug }
    throw QueryError(
      slug.isEmpty && !text.isEmpty
        ? "'\(text)' does not name a file" : "'\(slug)' cannot be a slug: \(reason)",
      help: help)
  }
}
