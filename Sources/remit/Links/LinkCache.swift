import Diagnostics
import Files
import FrontMatter
import Knowledge

/// What earlier checks of links found, in a file of JSON that may be committed or kept by a CI service.
struct LinkCache {
  /// Below the folder of the knowledge base.
  static let usualPath = ".remit/links.json"
  private static let day = 86_400

  private struct Entry {
    var verdict: LinkVerdict
    /// In seconds since 1970.
    var checked: Int
  }

  private var entries: [String: Entry] = [:]

  /// Reads the file, where there is one, without what has become too old.
  ///
  /// - Parameters:
  ///   - now: in seconds since 1970.
  ///   - maximumAge: for how many days a page that was there is not asked for again; what failed, for one.
  /// - Throws: `FileError`, and `CommandError.usage` where the file is something else.
  init(path: String, now: Int, maximumAge: Int) throws {
    guard fileExists(path) else { return }
    let (root, problems) = readYAML(SourceText(path: path, bytes: try readFile(path)))
    // JSON is YAML, and YAML is what can be read here.
    guard !problems.hasErrors, case .mapping(let members)? = root?.content,
      case .sequence(let links)? = members.first(where: { $0.key == "links" })?.value.content
    else {
      throw CommandError.usage(
        "'\(path)' holds no results of a check of links; remove it, or name another file")
    }
    for link in links {
      guard let address = link["address"], let checked = link["checked"].flatMap({ Int($0) }),
        let verdict = LinkVerdict(word: link["result"] ?? "", detail: link["detail"])
      else { continue }
      let days = verdict.isGood ? maximumAge : min(1, maximumAge)
      guard checked <= now, now - checked < days * Self.day else { continue }
      entries[address] = Entry(verdict: verdict, checked: checked)
    }
  }

  subscript(address: String) -> LinkVerdict? { entries[address]?.verdict }

  mutating func record(_ verdict: LinkVerdict, of address: String, at now: Int) {
    entries[address] = Entry(verdict: verdict, checked: now)
  }

  func write(to path: String) throws {
    let links = entries.sorted { $0.key < $1.key }.compactMap { address, entry in
      entry.verdict.written.map { written in
        JSON.compact([
          "address": .string(address), "result": .string(written.word), "detail": .optional(written.detail),
          "checked": .integer(entry.checked),
        ])
      }
    }
    try replaceFile(path, Array((["links": .array(links)] as JSON).text.utf8))
  }
}

extension YAMLNode {
  fileprivate subscript(key: String) -> String? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value.text
  }
}
