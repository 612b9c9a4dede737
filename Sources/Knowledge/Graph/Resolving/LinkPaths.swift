import Diagnostics
import Folding

/// The pages and files by the paths with which links name them, all below `content/`.
struct LinkPaths {
  enum Answer: Hashable {
    case page(EntityID)
    /// A file that is no Markdown.
    case asset(String)
    /// A file that this build leaves out, and what would publish it.
    case unpublished(wayOut: String)
    /// A folder without a page of its own.
    case bareFolder
    case unknown

    var isUnpublished: Bool { if case .unpublished = self { true } else { false } }
  }

  /// By the file's path as it is.
  private var files: [String: Answer] = [:]
  /// By the file's path without its suffix.
  private var stems: [String: Answer] = [:]
  /// By the page's path on the website, without `.html`.
  private var addresses: [String: Answer] = [:]
  /// By the addresses that plain pages had elsewhere, as `formerKey` has them.
  private var formerAddresses: [String: Answer] = [:]
  /// Each with a slash at its end; the topmost is empty.
  private var folders: Set<String> = [""]
  /// By the last part of their paths, in the order of the paths.
  private var assetsByName: [String: [String]] = [:]

  /// The pages that the website makes of all entities together.
  private let made: GeneratedPages

  init(
    _ entities: [WrittenEntity], drafts: [WrittenEntity], schema: Schema, assets: Set<String>,
    heldBack: [String: String],
    made: GeneratedPages
  ) {
    self.made = made
    for (path, wayOut) in heldBack { files[path] = .unpublished(wayOut: wayOut) }
    for asset in assets.sorted() {
      files[asset] = .asset(asset)
      assetsByName[MarkdownPath.name(of: asset), default: []].append(asset)
      addFolders(of: asset)
    }
    for (index, entity) in entities.enumerated() {
      add(entity, .page(EntityID(index)), schema)
    }
    for entity in drafts { add(entity, .unpublished(wayOut: entity.publication.wayOut), schema) }
    // What a file says of itself comes before what a rule says of all.
    for (index, entity) in entities.enumerated() {
      for address in entity.formerAddresses { add(formerAddress: address, .page(EntityID(index))) }
    }
  }

  private mutating func add(_ entity: WrittenEntity, _ answer: Answer, _ schema: Schema) {
    let path = entity.path.belowContent
    let stem = MarkdownPath.stem(path) ?? path
    let kind = schema[entity.kind]
    let address = kind.isPlainPage ? entity.slug : kind.folder + "/" + entity.slug
    files[path] = answer
    addFolders(of: path)
    if stems[stem] == nil { stems[stem] = answer }
    if addresses[address] == nil { addresses[address] = answer }
    guard kind.isPlainPage else { return }
    for former in entity.formerIDs where former.text.begins(with: "/") {
      add(formerAddress: (try? former.text.decodedPath()) ?? former.text, answer)
    }
  }

  private mutating func add(formerAddress address: String, _ answer: Answer) {
    let key = LinkPaths.formerKey(address)
    if !key.isEmpty, formerAddresses[key] == nil { formerAddresses[key] = answer }
  }

  /// An address without what may be left out of it.
  private static func formerKey(_ address: String) -> String {
    let path = address.parts(at: "/", omittingEmpty: true).joined(separator: "/")
    let page = path.without(end: "/index.html") ?? path.without(end: ".html")
    return page.map { String($0) } ?? path
  }

  private mutating func addFolders(of path: String) {
    var folder = MarkdownPath.folder(of: path)
    while folders.insert(folder).inserted { folder = MarkdownPath.folder(of: String(folder.dropLast())) }
  }

  /// What is at a path, to the letter.
  func file(at path: String) -> Answer { files[path] ?? .unknown }

  /// Where a path leads: to a file, to a page whose suffix was left out, to the index of a folder, to a page by its
  /// address, to one that no file makes, or to a page that was there on another website. Where a page is held back, the one that is made in its place is there.
  ///
  /// - Parameter isFolder: whether the path is written as a folder's, so that a page of this name comes second.
  func find(_ path: String, isFolder: Bool) -> Answer {
    let written = page(path, isFolder: isFolder)
    if let written, !written.isUnpublished { return written }
    if let page = made.page(at: path) { return .asset(page) }
    return written ?? formerAddresses[LinkPaths.formerKey(path)]
      ?? (folders.contains(path.isEmpty ? "" : path + "/") ? .bareFolder : .unknown)
  }

  private func page(_ path: String, isFolder: Bool) -> Answer? {
    if !isFolder, let answer = files[path] ?? stems[path] { return answer }
    if let answer = index(of: path) ?? stems[path] { return answer }
    guard let address = path.without(end: ".html").map({ String($0) }) else { return nil }
    return addresses[address] ?? readme(at: address)
  }

  /// A file that is no Markdown by its path or its name alone.
  func asset(named name: String) -> String? {
    if case .asset(let path)? = files[name] { return path }
    let named = assetsByName[MarkdownPath.name(of: name)] ?? []
    return named.first { $0.ends(with: "/" + name) }
  }

  /// Every file, for suggestions.
  var filePaths: some Sequence<String> { files.keys }

  private func index(of folder: String) -> Answer? {
    let inside = folder.isEmpty ? "" : folder + "/"
    let found = [
      stems[inside + "index"], stems[inside + "_index"], files[inside + "index.html"],
      readme(at: inside + "index"),
    ].compactMap(\.self)
    return found.first { !$0.isUnpublished } ?? found.first
  }

  /// The README that is the page at a folder's `index`.
  private func readme(at address: String) -> Answer? {
    let folder = MarkdownPath.folder(of: address)
    guard address == folder + "index" else { return nil }
    return ["README", "Readme", "readme"].lazy.compactMap { stems[folder + $0] }.first
  }
}
