import CommonMark
package import Diagnostics
import Folding
import FrontMatter
package import Knowledge

/// A file of `content/` that is not published, and why.
package struct HeldBackFile: Hashable, Sendable {
  /// In the knowledge base.
  package var path: String
  package var why: HoldingBack

  package var note: Diagnostic {
    Diagnostic(
      .heldBack, .note, "this file is not published: \(why.reason)",
      at: Place(path, why.position, length: why.length))
  }
}

/// Which files of `content/` are not published: pages that are held back, and what belongs to them alone.
///
/// A file that is no Markdown is published, unless
/// - its name says that it is not (`HeldBackNames`);
/// - it begins with front matter that keeps it back, as other generators read it in any text;
/// - it is of a type that websites don't have, and no published page links to it;
/// - a held-back page names it, and no published page links to it;
/// - it is a template: it begins with front matter and has code for another tool, and no published page links to it;
/// - nothing names it, and it lies with a held-back page: it is called after it, or lies in a folder in which all pages
///   are held back.
struct HeldBackFiles {
  /// Sorted by their paths.
  private(set) var all: [HeldBackFile] = []
  /// The paths of those that are no Markdown.
  private var assets: Set<String> = []

  init(_ parsed: ParsedSite, _ graph: KnowledgeGraph) {
    let drafts = parsed.files.filter { !$0.entity.isPublished }
    all = parsed.ignored
    for file in drafts {
      guard case .heldBack(let why) = file.entity.publication else { continue }
      all.append(HeldBackFile(path: file.source.path, why: why))
    }
    for asset in parsed.assets {
      guard case .heldBack(let why)? = Publication.ofText(asset, asOf: parsed.configuration.asOf) else {
        continue
      }
      assets.insert(asset.path)
      all.append(HeldBackFile(path: asset.path, why: why))
    }
    let linked = graph.publishedFiles
    let rest = parsed.assets.filter { !linked.contains($0.contentPath) && !assets.contains($0.path) }
    let namers = drafts.isEmpty ? [:] : FileNames(rest).namers(in: drafts.map(\.source))
    let neighbours = drafts.isEmpty ? nil : HeldBackNeighbours(parsed.files)
    for asset in rest {
      let reason =
        asset.isTemplate && !parsed.included.contains(asset.path)
        ? "it is a template of another tool, and no published page links to it"
        : PublishedTypes.contains(asset.path) || parsed.included.contains(asset.path)
          ? namers[asset.path].map { "only '\($0)' names it, and that is held back" }
            ?? neighbours?.page(besides: asset.path).map { "it is beside '\($0)', which is held back" }
          : "no published page links to it, and it is not a type of file that websites use"
      guard let reason else { continue }
      assets.insert(asset.path)
      all.append(HeldBackFile(path: asset.path, why: HoldingBack(reason: reason)))
    }
    all.sort { $0.path < $1.path }
  }

  func holdBack(_ asset: SourceText) -> Bool { assets.contains(asset.path) }
}

extension SourceText {
  /// Whether Jekyll and its like would fill it in: it begins with front matter, if with an empty one, and has Liquid
  /// or its like.
  fileprivate var isTemplate: Bool {
    guard bytes.starts(with: "---\n".utf8) || bytes.starts(with: "---\r\n".utf8) else { return false }
    let matter = readFrontMatter(self)
    guard matter.bodyRange.lowerBound > 0, case .mapping? = matter.root?.content else { return false }
    let body = bytes[matter.bodyRange]
    return zip(body, body.dropFirst()).contains {
      $0 == UInt8(ascii: "{") && ($1 == $0 || $1 == UInt8(ascii: "%"))
    }
  }
}

extension KnowledgeGraph {
  /// The paths below `content/` of the files to which published pages link.
  fileprivate var publishedFiles: Set<String> {
    var paths: Set<String> = []
    for id in entitiesWithAssetLinks where self[id].isPublished {
      for case .asset(let path, _) in self[id].links.joined() { paths.insert(path) }
    }
    return paths
  }
}

/// Files beside the pages that websites have, by their suffixes.
private enum PublishedTypes {
  static func contains(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    // GitHub Pages wants it in the site.
    guard let dot = name.lastIndex(of: ".") else { return name == "CNAME" }
    return suffixes.contains(name[name.index(after: dot)...].foldedCase)
  }

  private static let suffixes = Set(
    """
    html htm xhtml css js mjs wasm map webmanifest
    png jpg jpeg gif svg webp avif ico bmp tif tiff heic
    mp3 m4a ogg oga opus wav flac mp4 m4v webm ogv mov vtt srt
    pdf epub txt rtf doc docx xls xlsx ppt pptx odt ods odp pages numbers
    csv tsv json jsonld geojson kml kmz gpx xml xsd xsl rdf ttl rss atom ics vcf bib ris
    zip gz tgz bz2 xz 7z
    woff woff2 ttf otf eot
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

/// The pages beside which a file lies that nothing names.
private struct HeldBackNeighbours {
  /// By folder: the paths of its pages without their suffixes, each with whether it is published.
  private var pages: [String: [(stem: String, path: String, isPublished: Bool)]] = [:]

  init(_ files: [ParsedFile]) {
    for file in files {
      let path = file.source.path
      pages[MarkdownPath.folder(of: path), default: []].append(
        (MarkdownPath.stem(path) ?? path, path, file.entity.isPublished))
    }
  }

  /// The held-back page that a file belongs to.
  func page(besides asset: String) -> String? {
    if let named = pageNamedAlike(asset) { return named.isPublished ? nil : named.path }
    var folder = MarkdownPath.folder(of: asset)
    while pages[folder] == nil, folder.utf8.count > ContentFolder.prefix.utf8.count {
      folder = MarkdownPath.folder(of: String(folder.dropLast()))
      // What lies deeper than a page is not the page's because it lies at the top.
      if folder == ContentFolder.prefix { return nil }
    }
    guard let around = pages[folder], around.allSatisfy({ !$0.isPublished }) else { return nil }
    return around.first?.path
  }

  /// `secret.md` for `secret.pdf`, `secret-1.pdf` and `secret/plan.pdf`; of several, the one with the longest name.
  private func pageNamedAlike(_ asset: String) -> (path: String, isPublished: Bool)? {
    var folder = MarkdownPath.folder(of: asset)
    while true {
      let found = (pages[folder] ?? []).filter { page in
        guard let rest = asset.foldedPath.without(start: page.stem.foldedPath), let next = rest.first else {
          return false
        }
        return !next.isLetter && !next.isNumber
      }
      if let longest = found.max(by: { $0.stem.utf8.count < $1.stem.utf8.count }) {
        return (longest.path, longest.isPublished)
      }
      guard folder.utf8.count > ContentFolder.prefix.utf8.count else { return nil }
      folder = MarkdownPath.folder(of: String(folder.dropLast()))
    }
  }
}
