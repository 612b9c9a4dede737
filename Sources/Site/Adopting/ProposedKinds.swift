package import Diagnostics
import Folding
import FrontMatter
import Knowledge

/// Kinds for folders whose files share fields: a `schema.yaml` to begin with.
package struct ProposedKinds: Sendable {
  private struct Proposal {
    var name: String
    var folder: String
    var files: Int
    var fields: [(name: String, sort: PageField.Sort, files: Int)]
  }

  private var proposals: [Proposal] = []

  /// - Parameter files: of `content/`.
  package init(_ files: [SourceText]) {
    let pages = files.filter { $0.isMarkdown && $0.contentPath.contains("/") }
    let folders = Dictionary(grouping: pages) { String($0.contentPath.parts(at: "/")[0]) }
    for (folder, files) in folders.sorted(by: { $0.key < $1.key }) {
      if let proposal = ProposedKinds.proposal(folder, files) { proposals.append(proposal) }
    }
  }

  package var isEmpty: Bool { proposals.isEmpty }

  /// A kind makes sense where nearly all files of a folder, three at least, have a key that not every page has.
  private static func proposal(_ folder: String, _ files: [SourceText]) -> Proposal? {
    let name = kindName(folder)
    guard files.count >= 3, isName(name), name != "page", !folder.hasPrefix("_") else { return nil }
    var tallies: [String: ValueTally] = [:]
    for file in files {
      guard case .mapping(let entries)? = readFrontMatter(file.inUTF8()).root?.content else { continue }
      for entry in entries { tallies[entry.key, default: ValueTally()].add(entry.value) }
    }
    let common = Schema.pageFieldNames
    let shared = tallies.contains { key, tally in
      tally.count * 5 >= files.count * 4 && !common.contains(key) && !EntityReader.isForeign(key)
        && PageField.objection(to: key) == nil && tally.sort(of: key) != nil
    }
    guard shared else { return nil }
    let fields = tallies.compactMap { key, tally -> (name: String, sort: PageField.Sort, files: Int)? in
      guard PageField.objection(to: key) == nil, key != "summary", isName(key),
        !Schema.reservedNames.contains(key),
        let sort = tally.kindSort(of: key)
      else { return nil }
      return (key, sort, tally.count)
    }
    return Proposal(
      name: name, folder: folder, files: files.count,
      fields: fields.sorted { ($1.files, $0.name) < ($0.files, $1.name) })
  }

  /// The regular English singular of a folder's name.
  private static func kindName(_ folder: String) -> String {
    let name = folder.foldedCase
    if name.hasSuffix("ies"), name.utf8.count > 4 { return name.dropLast(3) + "y" }
    if ["ses", "xes", "ches", "shes"].contains(where: name.hasSuffix) { return String(name.dropLast(2)) }
    return name.hasSuffix("s") && !name.hasSuffix("ss") ? String(name.dropLast()) : name
  }

  private static func isName(_ text: String) -> Bool {
    text.unicodeScalars.first.map { ("a"..."z").contains($0) } ?? false
      && text.unicodeScalars.allSatisfy {
        ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "_" || $0 == "-"
      }
  }

  package var text: String {
    var lines = [
      "# Proposed by 'remit adopt --kinds': a kind for each folder whose files share fields, with types guessed from",
      "# their values. Fields that only some files have may be slips; 'remit manual schema' says what else there is.",
      "# In these folders every key must be a field here, and mistakes are errors.", "kinds:",
    ]
    for proposal in proposals {
      let label = proposal.name.capitalizedFirst
      lines += ["  \(proposal.name):  # \(counted(proposal.files, "file", "files"))"]
      lines += ["    folder: " + AdoptedSettings.scalar(proposal.folder)]
      lines += ["    label: {one: \(label), many: \(proposal.folder.capitalizedFirst)}"]
      if !proposal.fields.isEmpty { lines.append("    fields:") }
      lines += proposal.fields.map { field in
        "      \(field.name): \(ProposedKinds.type(field.sort))  # \(counted(field.files, "file", "files"))"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func type(_ sort: PageField.Sort) -> String {
    switch sort {
    case .text, .number: "text"
    case .date: "date"
    case .list, .tags: "{type: text, many: true}"
    case .flag: "flag"
    }
  }
}

extension ValueTally {
  /// As `sort(of:)`, but a date only where no time stands behind a day.
  fileprivate func kindSort(of name: String) -> PageField.Sort? {
    let sort = sort(of: name)
    return sort == .date && hasTimes ? .text : sort
  }
}

extension Schema {
  /// What every plain page may have.
  fileprivate static var pageFieldNames: Set<String> { Set(Kind.page.fields.map(\.name)) }

  /// What no field of a kind may be called.
  fileprivate static var reservedNames: Set<String> {
    Set(Kind.commonFields.map(\.name)).union(Kind.keysOfEvery).union(["is", "claims"])
  }
}
