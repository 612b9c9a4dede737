import Diagnostics
import Files
import Knowledge
import Progress
import Site

/// All that decides what the website is: the program, the options and the files.
struct BuildInputs: Sendable {
  /// Tells all but what is written in the Markdown files.
  let frame: String
  /// What is written in each Markdown file of the content, in the order of their paths.
  let texts: [Text]

  struct Text: Sendable {
    let path: String
    let digest: String
  }

  /// `nil` where something was wrong with a file, or where it cannot be told which program this is.
  init?(_ tree: SourceTree, _ options: BuildOptions) async {
    guard tree.diagnostics.isEmpty, let program = stateOfProgram() else { return nil }
    let markdown = tree.content.filter(\.isMarkdown)
    texts = await markdown.concurrentMap { Text(path: $0.path, digest: SHA256.shortDigest(of: $0.bytes)) }
    let files = [tree.settings, tree.schema].compactMap(\.self) + tree.content + (tree.templates ?? [])
    let lines = files.map { file in
      let state = file.isMarkdown ? "" : file.stored?.line ?? SHA256.hexDigest(of: file.bytes)
      // The length of the path tells where it ends.
      return "\(file.path.utf8.count) \(file.path) \(state)"
    }
    let head = [
      program.line, "\(options.includesDrafts) \(options.clock?.description ?? "")",
      tree.templates == nil ? "own templates" : "",
    ]
    frame = SHA256.hexDigest(of: Array((head + lines).joined(separator: "\n").utf8))
  }
}

extension StoredFile {
  /// Other numbers mean other bytes.
  var line: String { ([size] + stamp).map(String.init).joined(separator: " ") }
}

extension SHA256 {
  /// Enough to tell the states of one file from one another.
  static func shortDigest(of bytes: [UInt8]) -> String { String(hexDigest(of: bytes).prefix(16)) }
}
