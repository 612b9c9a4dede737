import Diagnostics
import Files
import Folding
import Glibc

/// Where a website may go: anywhere but into what it is made from, into a repository's own files, or among those of
/// the system.
package struct OutputLocation: Sendable {
  package let path: String

  /// - Parameters:
  ///   - output: relative to the knowledge base.
  ///   - root: the folder of the knowledge base.
  /// - Throws: `PipelineError`.
  package init(_ output: String, of root: String) throws {
    guard !output.isEmpty else { throw PipelineError("the folder's name is empty") }
    path = output.hasPrefix("/") || root == "." ? output : root + "/" + output
    let place = resolvedPath(path)
    for source in ["content", "templates"] {
      let folder = resolvedPath(root + "/" + source)
      // Upper and lower case may be the same to the file system.
      let (a, b) = ((place + "/").foldedPath, (folder + "/").foldedPath)
      if a.hasPrefix(b) || b.hasPrefix(a) {
        throw PipelineError(
          "one of '\(output)' and \(source)/ is inside the other; the website needs a folder of its own")
      }
    }
    let reason =
      SystemFolders.objection(to: place) ?? RepositoryFiles.objection(to: place)
      ?? KnowledgeBases.objection(to: place)
    if let reason {
      throw PipelineError(
        "'\(output)' \(reason)\n  help: name a folder for the website alone, such as one inside it")
    }
  }
}

/// A file that a command may write: none that a knowledge base is made from, and none of a repository's own.
///
/// - Throws: `PipelineError`.
package func checkOutputFile(_ output: String) throws {
  let place = resolvedPath(output)
  let folder = place.divided(atLast: "/").map { String($0.before) } ?? ""
  let name = place.divided(atLast: "/").map { String($0.after) } ?? place
  let isSetting = ["remit.yaml", "schema.yaml"].contains { $0 == name.foldedPath }
  let reason =
    isSetting ? "is a knowledge base's own file" : KnowledgeBases.objection(to: folder, asFile: true)
  guard let reason = reason ?? RepositoryFiles.objection(to: folder, asFile: true) else { return }
  throw PipelineError("'\(output)' \(reason)\n  help: name another file")
}

/// Folders that are the system's or hold everybody's files.
private enum SystemFolders {
  static func objection(to place: String) -> String? {
    if shared.contains(place) || place == home
      || place.hasPrefix("/home/") && place.split(separator: "/").count == 2
    {
      return "contains more than a website"
    }
    return own.contains { place == $0 || place.hasPrefix($0 + "/") } ? "belongs to the system" : nil
  }

  private static let own = [
    "/bin", "/boot", "/dev", "/etc", "/lib", "/lib32", "/lib64", "/libx32", "/proc", "/sbin", "/sys",
    "/usr/bin",
    "/usr/include", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/libexec", "/usr/libx32", "/usr/sbin",
    "/var/lib/dpkg",
  ]

  private static let shared: Set<String> = [
    "/", "/home", "/media", "/mnt", "/opt", "/root", "/run", "/srv", "/tmp", "/usr", "/usr/local",
    "/usr/local/bin",
    "/usr/local/etc", "/usr/local/lib", "/usr/local/sbin", "/usr/local/share", "/usr/share", "/var",
    "/var/cache",
    "/var/lib", "/var/log", "/var/spool", "/var/tmp",
  ]

  private static var home: String? {
    guard let value = unsafe getenv("HOME") else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : resolvedPath(text)
  }
}

/// Folders that websites are made from.
private enum KnowledgeBases {
  /// - Parameter asFile: whether a single file is to be written there, which may lie at the top.
  static func objection(to place: String, asFile: Bool = false) -> String? {
    if !asFile, isOne(place) { return "contains a knowledge base" }
    let parts = place.split(separator: "/").map(String.init)
    for (index, part) in parts.enumerated()
    where ["content", "templates", ".remit"].contains(part.foldedPath) {
      if isOne("/" + parts[..<index].joined(separator: "/")) {
        return "is among a knowledge base's own files"
      }
    }
    return nil
  }

  private static func isOne(_ folder: String) -> Bool {
    isFolder(folder + "/content")
      && (fileExists(folder + "/remit.yaml") || fileExists(folder + "/schema.yaml"))
  }
}

/// What git keeps beside the files of a checkout.
private enum RepositoryFiles {
  private static let names: Set<String> = [".git", ".hg", ".svn", ".jj", ".bzr"]

  /// - Parameter asFile: whether a single file is to be written there, which may lie at the top.
  static func objection(to place: String, asFile: Bool = false) -> String? {
    if !asFile, names.contains(where: { fileExists(place + "/" + $0) }) {
      return "is the top of a repository"
    }
    let parts = place.split(separator: "/")
    // Upper and lower case may be the same to the file system.
    if parts.contains(where: { names.contains($0.foldedPath) }) { return "is among a repository's own files" }
    for count in 0...parts.count where isRepository("/" + parts.prefix(count).joined(separator: "/")) {
      return "is among a repository's own files"
    }
    return nil
  }

  /// Whether it is what git takes for a repository without a checkout.
  private static func isRepository(_ folder: String) -> Bool {
    fileExists(folder + "/HEAD") && isFolder(folder + "/objects") && isFolder(folder + "/refs")
  }
}
