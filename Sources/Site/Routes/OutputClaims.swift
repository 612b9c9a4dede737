package import Diagnostics

/// Who writes which file of the site: two writers of one path are a mistake that names both.
package struct OutputClaims {
  package private(set) var diagnostics: [Diagnostic] = []
  // Many file systems take upper and lower case for the same, so the site must not need the difference.
  private var owners: [String: Owner] = [:]

  private struct Owner {
    var path: String
    var writer: String
    var place: Place?
  }

  package init() {}

  /// - Parameters:
  ///   - writer: what makes the file, for the message: "agency/sasac" or "the list of agencies".
  ///   - place: the content file that it comes from.
  package mutating func claim(_ path: String, for writer: String, at place: Place? = nil) {
    guard
      let owner = owners.updateValue(
        Owner(path: path, writer: writer, place: place), forKey: path.lowercased())
    else { return }
    var message = "both \(owner.writer) and \(writer) would be written to '\(path)'"
    if owner.path != path { message += " (case doesn't tell '\(owner.path)' from '\(path)')" }
    let notes =
      owner.place.flatMap { other in
        place == nil ? nil : [Diagnostic.Note("\(owner.writer) comes from here", at: other)]
      } ?? []
    diagnostics.append(
      Diagnostic(
        .outputConflict, message, at: place ?? owner.place, notes: notes, help: "rename one of the two"))
  }
}
