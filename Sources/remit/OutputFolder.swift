import Files

/// Where a website may go: anywhere but into what it is made from.
struct OutputFolder {
  let path: String

  /// - Parameters:
  ///   - output: as the user wrote it; relative to the knowledge base.
  ///   - root: the folder of the knowledge base.
  init(_ output: String, of root: String) throws {
    guard !output.isEmpty else { throw CommandError.usage("--output: the folder's name is empty") }
    path = output.hasPrefix("/") || root == "." ? output : root + "/" + output
    let place = resolvedPath(path)
    for source in ["content", "templates"] {
      let folder = resolvedPath(root + "/" + source)
      // Upper and lower case may be the same to the file system.
      let (a, b) = ((place + "/").lowercased(), (folder + "/").lowercased())
      if a.hasPrefix(b) || b.hasPrefix(a) {
        throw CommandError.usage(
          "--output: '\(output)' and \(source)/ lie in one another; the website needs a folder of its own")
      }
    }
  }
}
