package import Diagnostics
import FrontMatter

/// A file for an entity whose own was moved by hand, so that the names which still mean the old id lead somewhere while
/// a renaming looks for them. It's never written.
package struct StandIn: Sendable {
  package let file: SourceText
  /// The names beside the old id that mean the entity still.
  package let names: [String]

  /// - Parameters:
  ///   - moved: the entity's file. The text below its front matter is the stand-in's too, with the links and headings.
  ///   - path: where the file was.
  ///   - id: the old one.
  package init(for moved: SourceText, at path: String, id: String, names: [String]) {
    let plain = names.filter { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 } }
    let title = StandIn.quoted(id)
    let aliases = plain.map(StandIn.quoted).joined(separator: ", ")
    let head = "---\ntitle: \(title)\naliases: [\(aliases)]\n---\n"
    file = SourceText(path: path, bytes: Array(head.utf8) + moved.bytes[readFrontMatter(moved).bodyRange])
    self.names = plain
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.reduce(into: "") { result, scalar in
      if scalar == "\"" || scalar == "\\" { result.unicodeScalars.append("\\") }
      result.unicodeScalars.append(scalar)
    }
    return "\"\(escaped)\""
  }
}
