import Folding
import FrontMatter

/// Where another tool put plain pages by a rule of its own, as `former_addresses` in `remit.yaml` says it:
/// `/:year/:month/:slug/`.
package struct AddressPattern: Hashable, Sendable {
  /// The folder below `content/` whose pages had such addresses; empty for all.
  package let folder: String
  package let text: String

  /// - Parameter folder: slashes at its ends don't count.
  package init(_ text: String, folder: String = "") {
    self.text = text
    self.folder = folder.parts(at: "/", omittingEmpty: true).joined(separator: "/")
  }

  private enum Part: Equatable {
    case text(String)
    case place(String)
  }

  /// What may stand in a pattern.
  package static let places = [
    ":path", ":lower_path", ":below", ":folder", ":name", ":slug", ":lower_slug", ":given_slug", ":year",
    ":month", ":day", ":categories",
  ]

  /// Why a text is no pattern; `nil` where it is one.
  package static func fault(in text: String) -> String? {
    guard text.hasPrefix("/"), !text.hasPrefix("//") else { return "it does not begin with one slash" }
    if text.unicodeScalars.contains(where: { "?#*{}\\ \t".unicodeScalars.contains($0) }) {
      return "it has a sign that no address has"
    }
    let named = parts(of: text).compactMap { if case .place(let name) = $0 { name } else { nil } }
    if let unknown = named.first(where: { !places.contains($0) }) { return "'\(unknown)' stands for nothing" }
    return named.isEmpty ? "all pages would have one address" : nil
  }

  private static func parts(of text: String) -> [Part] {
    let pieces = text.parts(at: ":")
    return [.text(String(pieces[0]))]
      + pieces.dropFirst().flatMap { piece -> [Part] in
        let name = piece.prefix { $0.isASCII && $0.isLowercase || $0 == "_" }
        return [.place(":" + name), .text(String(piece.dropFirst(name.count)))]
      }
  }

  /// The address of a page; `nil` where the page lacks something that the pattern names.
  func address(of page: PatternedPage) -> String? {
    var address = ""
    for part in AddressPattern.parts(of: text) {
      switch part {
      case .text(let text): address += text
      case .place(let name):
        guard let value = name == ":below" ? page.path(below: folder) : page.value(of: name) else {
          return nil
        }
        address += value
      }
    }
    let parts = address.parts(at: "/", omittingEmpty: true)
    let isPlain = !address.unicodeScalars.contains { "%?#\\:".unicodeScalars.contains($0) }
    guard !parts.isEmpty, isPlain else { return nil }
    return "/" + parts.joined(separator: "/") + (address.hasSuffix("/") ? "/" : "")
  }
}

extension [AddressPattern] {
  /// Where a page was: the innermost folder that has patterns decides.
  func addresses(path: String, _ entries: [YAMLNode.Entry], written: [YAMLNode.Entry]) -> [String] {
    guard !isEmpty else { return [] }
    let page = PatternedPage(path: path, entries, written: written)
    let around = filter { $0.folder.isEmpty || path.begins(with: $0.folder + "/") }
    let innermost = around.map(\.folder.utf8.count).max()
    return around.filter { $0.folder.utf8.count == innermost }.compactMap { $0.address(of: page) }
  }
}

/// What patterns ask of a page.
struct PatternedPage {
  private let folder: String
  /// The file's name without suffix and day; `nil` of a folder's page.
  private let name: String?
  /// Whether it is the page of its folder: another tool may have a rule of its own for the page of a list.
  private let isList: Bool
  private let post: DatedPost?
  private let slug: String?
  private let date: [String]
  private let written: [YAMLNode.Entry]

  /// - Parameters:
  ///   - path: below `content/`.
  ///   - entries: in the words of Remit.
  ///   - written: as they stand in the file.
  init(path: String, _ entries: [YAMLNode.Entry], written: [YAMLNode.Entry]) {
    let stem = DatedPost.readable(MarkdownPath.stem(path) ?? path)
    let name = MarkdownPath.name(of: stem)
    let isIndex = ["index", "_index"].contains(name) || MarkdownPath.isReadme(name)
    post = DatedPost(path)
    folder = MarkdownPath.folder(of: stem)
    self.name = isIndex ? nil : post?.name ?? name
    isList = name == "_index"
    let said = written.first { $0.key == "slug" }?.value.text
    slug = said.flatMap { $0.isEmpty || $0.contains("/") ? nil : $0 }
    let day = entries.first { $0.key == "date" }?.value.text.flatMap(DayOfTimestamp.day)
    date = day?.parts(at: "-").map { String($0) } ?? []
    self.written = written
  }

  func value(of place: String) -> String? {
    switch place {
    case ":path": return path
    case ":lower_path": return AddressText.lower(path)
    case ":folder": return folder
    case ":name": return fileName
    case ":slug": return fileName.map { slug ?? $0 }
    case ":lower_slug": return fileName.map { AddressText.lower(slug ?? $0) }
    case ":given_slug": return slug.map { AddressText.lower($0) }
    case ":year", ":month", ":day":
      let index = [":year", ":month", ":day"].firstIndex(of: place) ?? 0
      return date.count == 3 ? date[index] : nil
    case ":categories": return (post?.categories(written) ?? []).joined(separator: "/")
    default: return nil
    }
  }

  private var path: String { folder + (name ?? "") }

  /// - Parameter folder: one that it is in.
  func path(below folder: String) -> String? {
    let path = path.without(start: folder.isEmpty ? "" : folder + "/").map { String($0) } ?? path
    return path.isEmpty ? nil : path
  }

  /// A folder's own page has the folder's name, if it is a page like others.
  private var fileName: String? {
    if let name { return name }
    guard !isList, !folder.isEmpty else { return nil }
    return MarkdownPath.name(of: String(folder.dropLast()))
  }
}

/// How Hugo and others write a path: in small letters, with hyphens for blanks, and without most signs.
private enum AddressText {
  static func lower(_ path: String) -> String {
    var text = ""
    for scalar in path.foldedCase.unicodeScalars {
      if scalar.properties.isWhitespace {
        text += "-"
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || "/-_.+~".unicodeScalars.contains(scalar) || scalar.properties.generalCategory == .nonspacingMark
      {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
