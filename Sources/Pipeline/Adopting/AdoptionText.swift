import Diagnostics
import Folding
import Knowledge
import Site

extension Adoption {
  /// Lines for people, at most a screen of them.
  package var text: String {
    var lines = [heading] + programs
    lines += [counts] + heldBackLines
    lines += ["comes over:"] + comesOver.map { "  " + $0 }
    let rest = staysBehind + problemLines
    if base.diagnostics.hasErrors {
      lines.append("no site can be built before the errors below are corrected; remit check says how")
    }
    lines += (rest.isEmpty ? [] : ["does not, or not as it was:"]) + rest.map { "  " + $0 }
    return lines.joined(separator: "\n") + "\n"
  }

  private var heading: String {
    guard let found = tools.first else { return "Markdown of no tool that Remit knows" }
    let others = tools.dropFirst().map { "; also \($0.tool.name), by \($0.sign)" }.joined()
    return "\(found.tool.name), by \(found.sign)" + others
  }

  private var programs: [String] {
    if let program = tool?.program {
      return ["\(program) is a program, and is not read: write title and base_url into remit.yaml yourself"]
    }
    guard let file = settings.settings.file, settings.settings.isPartlyRead else { return [] }
    return ["\(file) can be read in part only: keys with tags of a program (!!…) are passed over"]
  }

  private var counts: String {
    counted(pages, "page", "pages") + ", " + counted(otherFiles, "other file", "other files")
      + (base.heldBack.isEmpty ? "" : "; held back: " + counted(base.heldBack.count, "file", "files"))
  }

  private var heldBackLines: [String] {
    let all = heldBack
    let rest = all.dropFirst(4)
    return all.prefix(4).map { "  \($0.reason): \(counted($0.files, "file", "files")), first \($0.first)" }
      + (rest.isEmpty
        ? [] : ["  \(counted(rest.count, "further reason", "further reasons")): remit check --drafts"])
  }

  private var comesOver: [String] {
    let said = [
      settings.settings.title.map { _ in "title" }, settings.settings.description.map { _ in "description" },
      settings.settings.baseURL.map { _ in "address" }, settings.settings.language.map { _ in "language" },
    ].compactMap(\.self)
    let ofSettings = settings.settings.file.flatMap { file in
      said.isEmpty ? nil : "of \(file): " + said.joined(separator: ", ")
    }
    let keys = [("date", "dates"), ("author", "authors"), ("tags", "tags"), ("order", "order")].compactMap {
      let count = pages(with: $0.0)
      return count == 0 ? nil : "\($0.1) of \(counted(count, "page", "pages"))"
    }
    let lists = [
      folders == 0 ? nil : counted(folders, "list of a folder", "lists of folders"),
      tags == 0 ? nil : counted(tags, "page of a tag", "pages of tags"),
      asides == 0 ? nil : counted(asides, "aside", "asides"),
    ].compactMap(\.self)
    return [
      ofSettings, keys.isEmpty ? nil : keys.joined(separator: ", "),
      lists.isEmpty ? nil : lists.joined(separator: ", "), formerAddresses, declaredFields,
    ].compactMap(\.self)
  }

  private var formerAddresses: String? {
    guard redirects > 0 else { return nil }
    let rules = settings.addresses.map { ($0.folder.isEmpty ? "" : "\($0.folder)/ ") + $0.text }
    return counted(redirects, "former address", "former addresses")
      + (rules.isEmpty ? "" : ", by " + rules.joined(separator: ", ") + " and by what files say")
  }

  private var declaredFields: String? {
    let names = settings.fields.compactMap { field in
      field.sort.map { "\(field.name) (\($0.rawValue), \(counted(field.files, "file", "files")))" }
    }
    guard !names.isEmpty else { return nil }
    return "fields: " + names.prefix(6).joined(separator: ", ")
      + (names.count > 6 ? " and \(names.count - 6) more" : "")
  }

  private var staysBehind: [String] {
    let keys = settings.settings.others
    let ofSettings = settings.settings.file.flatMap { file in
      keys.isEmpty
        ? nil
        : "of \(file): " + keys.prefix(10).map(\.printable).joined(separator: ", ")
          + (keys.count > 10 ? " and \(keys.count - 10) more" : "")
    }
    let rules = untold.map { "addresses by '\($0)': name them in each page, under aliases" }
    let excluded =
      settings.exclude.isEmpty
      ? nil : "left out: \(counted(settings.exclude.count, "path", "paths")), first \(settings.exclude[0])"
    let behind = content.leftBehind.map {
      "\($0.folder)/: \(counted($0.files, "file", "files")); --into NEW brings them along"
    }
    let untold = keys.contains("ignoreFiles") ? ["what 'ignoreFiles' leaves out: name it under exclude"] : []
    return [ofSettings, excluded].compactMap(\.self) + untold + rules + behind
  }

  private var problemLines: [String] {
    let all = problems.filter { $0.first.id != .unknownField }
    let lines =
      keyLines
      + all.prefix(11).map { problem -> String in
        let place = problem.first.place.map { ", first \($0.path):\($0.position.line)" } ?? ""
        let number = problem.count == problem.files ? "" : "\(problem.count) times in "
        let message = problem.first.message.shortenedForLine
        let id = problem.first.id.rawValue
        let sort = problem.first.severity == .error ? "error[\(id)]" : id
        return "\(sort): \(message) (\(number)\(counted(problem.files, "file", "files"))\(place))"
      }
    return lines + (all.count > 11 ? ["\(all.count - 11) more sorts: remit check"] : [])
  }

  private var keyLines: [String] {
    let keys = otherKeys
    guard !keys.isEmpty else { return [] }
    return [
      "keys: "
        + keys.prefix(6).map { "\($0.name.printable) (\(counted($0.files, "file", "files")))" }.joined(
          separator: ", ")
        + (keys.count > 6 ? " and \(keys.count - 6) more" : "")
    ]
  }
}

extension String {
  fileprivate var shortenedForLine: String {
    count > 90 ? String(prefix(89)) + "…" : self
  }
}
