import Diagnostics
import Files
import FrontMatter
import Knowledge

/// What earlier checks of links found, in a file of JSON that may be committed or kept by a CI service.
package struct LinkCache {
  /// Below the folder of the knowledge base.
  static let usualPath = ".remit/links.json"
  private static let day = 86_400

  private struct Entry {
    var verdict: LinkVerdict
    /// In seconds since 1970.
    var checked: Int
  }

  private var entries: [String: Entry] = [:]

  /// Where it is: below the knowledge base, where no symbolic link is followed, for a clone may bring one; or where the
  /// user says.
  package struct File {
    fileprivate let path: String
    fileprivate let root: String?

    /// - Parameter root: the folder of the knowledge base.
    package init(_ path: String?, of root: String) {
      self.path = path ?? LinkCache.usualPath
      self.root = path == nil ? root : nil
    }

    fileprivate func read() throws -> [UInt8]? {
      if let root { return try readFile(path, in: root) }
      return fileExists(path) ? try readFile(path) : nil
    }

    fileprivate func write(_ bytes: [UInt8]) throws {
      if let root { try replaceFile(path, in: root, bytes) } else { try replaceFile(path, bytes) }
    }
  }

  /// Reads the file, where there is one, without what has become too old and what cannot be.
  ///
  /// - Parameters:
  ///   - now: in seconds since 1970.
  ///   - maximumAge: for how many days a page that was there is not asked for again; what failed, for one.
  /// - Throws: `FileError`, and `LinkError` where the file is something else.
  init(_ file: File, now: Int, maximumAge: Int) throws {
    guard let bytes = try file.read() else { return }
    let (root, problems) = readYAML(SourceText(path: file.path, bytes: bytes))
    // JSON is YAML, and YAML is what can be read here.
    guard !problems.hasErrors, case .mapping(let members)? = root?.content,
      case .sequence(let links)? = members.first(where: { $0.key == "links" })?.value.content
    else {
      throw LinkError(
        "'\(file.path)' does not hold the results of a link check; remove it, or name another file")
    }
    for link in links {
      // What has no sense is asked for again. No time is before 1970, and none is yet to come.
      guard let address = link["address"], let checked = link["checked"].flatMap({ Int($0) }),
        (0...max(now, 0)).contains(checked),
        let verdict = LinkVerdict(word: link["result"] ?? "", detail: link["detail"])
      else { continue }
      let days = verdict.isGood ? maximumAge : min(1, maximumAge)
      guard now - checked < days * Self.day else { continue }
      entries[address] = Entry(verdict: verdict, checked: checked)
    }
  }

  subscript(address: String) -> LinkVerdict? { entries[address]?.verdict }

  mutating func record(_ verdict: LinkVerdict, of address: String, at now: Int) {
    entries[address] = Entry(verdict: verdict, checked: now)
  }

  func write(to file: File) throws {
    let links = entries.sorted { $0.key < $1.key }.compactMap { address, entry in
      entry.verdict.written.map { written in
        JSON.compact([
          "address": .string(address), "result": .string(written.word), "detail": .optional(written.detail),
          "checked": .integer(entry.checked),
        ])
      }
    }
    try file.write(Array((["links": .array(links)] as JSON).text.utf8))
  }
}

extension YAMLNode {
  fileprivate subscript(key: String) -> String? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value.text
  }
}
