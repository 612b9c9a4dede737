import Diagnostics
import Folding
import Knowledge

/// Where the files of a knowledge base can be edited in a browser: an address with a place for a file's path.
package struct EditAddress: Hashable, Sendable {
  /// What stands before the path, and behind it.
  private let start: String
  private let end: String

  private init(start: Substring, end: Substring = "") {
    (self.start, self.end) = (String(start), String(end))
  }

  /// - Parameter path: below the knowledge base's folder.
  func address(of path: String) -> String { Routes.ascii(start + Routes.encode(path) + end) }
}

extension EditAddress {
  /// By `edit`, which says it all, else by `repository`, whose host tells the rest.
  static func read(_ reader: inout MappingReader) -> EditAddress? {
    let pattern = pattern(&reader)
    guard reader.node("edit") == nil else {
      // With 'edit' the host of the repository needn't be known.
      reader.skip("repository")
      return pattern
    }
    return repository(&reader)
  }

  private static let place = "{path}"
  private static let example = "https://git.example.org/policies/edit/main/{path}"
  private static let exampleOfRepository = "https://github.com/example/policies"
  /// What stands between a repository and a file's path, by the first part of the host's name.
  private static let middles = [
    "github": "/edit/main/", "gitlab": "/-/edit/main/", "codeberg": "/_edit/main/", "forgejo": "/_edit/main/",
    "gitea": "/_edit/main/",
  ]

  private static func pattern(_ reader: inout MappingReader) -> EditAddress? {
    guard let text = reader.text("edit", wrong: .invalidSetting), let node = reader.node("edit") else {
      return nil
    }
    let parts = text.split(separator: place, omittingEmptySubsequences: false)
    let fault =
      parts.count == 2 ? fault(inPattern: parts[0] + "x" + parts[1]) : "must have '\(place)' in it, once"
    if let fault {
      reader.report(
        .invalidSetting, "'edit' must be the address at which a file is edited, not '\(text)'", at: node,
        help: "it \(fault), such as \(example)")
      return nil
    }
    return EditAddress(start: parts[0], end: parts[1])
  }

  /// What stands behind a `?` is the host's own affair.
  private static func fault(inPattern address: String) -> String? {
    guard let (page, query) = address.divided(at: "?") else { return BaseURL.fault(in: address) }
    return BaseURL.fault(in: String(page)) ?? BaseURL.fault(in: "https://x/" + query.replacing("/", with: ""))
  }

  private static func repository(_ reader: inout MappingReader) -> EditAddress? {
    guard let text = reader.text("repository", wrong: .invalidSetting), let node = reader.node("repository")
    else { return nil }
    var rest = text[...]
    while rest.utf8.last == UInt8(ascii: "/") { rest.removeLast() }
    let address = rest.without(end: ".git") ?? rest
    let parts = address.parts(at: "/")
    guard BaseURL.fault(in: text) == nil, parts.count > 4 else {
      let fault = BaseURL.fault(in: text) ?? "must say which repository, behind the host"
      reader.report(
        .invalidSetting, "'repository' must be the address of a repository, not '\(text)'", at: node,
        help: "it \(fault), such as \(exampleOfRepository)")
      return nil
    }
    guard let middle = middles[String(parts[2].prefix { $0 != "." })] else {
      reader.report(
        .invalidSetting, "nobody knows where a file of '\(text)' is edited", at: node,
        help: "write 'edit' instead, with '\(place)' where a file's path stands, such as \(example)")
      return nil
    }
    return EditAddress(start: address + middle)
  }
}
