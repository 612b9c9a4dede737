package import Diagnostics
import Folding

/// Who writes which file of the site: two writers of one path are a mistake that names both, and so is a file
/// where another one needs a folder.
package struct OutputClaims {
  package private(set) var diagnostics: [Diagnostic] = []
  // Many file systems take upper and lower case for the same, so the site must not need the difference.
  private var owners: [String: Owner] = [:]
  /// By the path of each folder above a claimed file: the first such file's owner.
  private var folders: [String: Owner] = [:]

  private struct Owner {
    var path: String
    var writer: String
    var place: Place?
  }

  package init() {}

  /// - Parameters:
  ///   - writer: what makes the file, for the message: "agency/sasac" or "the list of agencies".
  ///   - place: the content file that it comes from.
  ///   - named: what gave the file its name, where that is another place.
  package mutating func claim(
    _ path: String, for writer: String, at place: Place? = nil, named: Place? = nil
  ) {
    let claimant = Owner(path: path, writer: writer, place: place)
    let folded = path.foldedPath
    if OutputPath.isOwn(path) {
      diagnostics.append(
        Diagnostic(
          .outputConflict,
          "\(writer) would be written to '\(path)', but names that begin with '.remit-' are reserved for Remit",
          at: place, help: "rename it"))
    } else if let objection = OutputPath.objection(to: path) {
      diagnostics.append(
        Diagnostic(
          .unwritablePath, "\(writer) cannot be written to '\(path.shortened)': \(objection)",
          at: named ?? place, help: "give it another name"))
    }
    if let owner = owners.updateValue(claimant, forKey: folded) {
      var message = "both \(owner.writer) and \(writer) would be written to '\(path)'"
      if owner.path != path { message += " ('\(owner.path)' and '\(path)' differ only in case)" }
      report(message, claimant, owner)
      return
    }
    if let inside = folders[folded] { report(file: claimant, folderOf: inside, late: claimant) }
    claimFolders(above: folded, for: claimant)
  }

  private mutating func claimFolders(above path: String, for claimant: Owner) {
    var rest = path[...]
    while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
      rest = rest[..<slash]
      let folder = String(rest)
      // Whoever needed this folder first needed those above it too; so each is looked at once.
      guard folders[folder] == nil else { return }
      folders[folder] = claimant
      if let file = owners[folder] { report(file: file, folderOf: claimant, late: claimant) }
    }
  }

  /// - Parameter late: the one of the two that was claimed last.
  private mutating func report(file: Owner, folderOf inside: Owner, late: Owner) {
    report(
      "\(file.writer) would be written to '\(file.path)', but \(inside.writer) needs a folder of that name "
        + "for '\(inside.path)'", late, late.path == file.path ? inside : file)
  }

  private mutating func report(_ message: String, _ late: Owner, _ early: Owner) {
    let notes =
      early.place.flatMap { other in
        late.place == nil ? nil : [Diagnostic.Note("\(early.writer) comes from here", at: other)]
      } ?? []
    diagnostics.append(
      Diagnostic(
        .outputConflict, message, at: late.place ?? early.place, notes: notes, help: "rename one of the two"))
  }
}
