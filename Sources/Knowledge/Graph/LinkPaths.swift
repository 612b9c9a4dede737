import Diagnostics

/// The pages and files by the paths with which links name them, all below `content/`.
struct LinkPaths {
  enum Answer: Hashable {
    case page(EntityID)
    /// A file that is no Markdown.
    case asset(String)
    /// A page that this build leaves out.
    case unpublished
    /// A folder without a page of its own.
    case bareFolder
    case unknown
  }

  /// By the file's path as it is.
  private var files: [String: Answer] = [:]
  /// By the file's path without its suffix.
  private var stems: [String: Answer] = [:]
  /// By the page's path on the website, without `.html`.
  private var addresses: [String: Answer] = [:]
  /// Each with a slash at its end; the topmost is empty.
  private var folders: Set<String> = [""]
  /// By the last part of their paths, in the order of the paths.
  private var assetsByName: [String: [String]] = [:]

  /// The pages that the website makes of all entities together.
  private let made: MadePages

  init(_ entities: [Entity], drafts: [Entity], schema: Schema, assets: Set<String>, made: MadePages) {
    self.made = made
    for asset in assets.sorted() {
      files[asset] = .asset(asset)
      assetsByName[LinkPaths.name(asset), default: []].append(asset)
      addFolders(of: asset)
    }
    for (index, entity) in entities.enumerated() {
      add(entity, .page(EntityID(index)), schema)
    }
    for entity in drafts { add(entity, .unpublished, schema) }
  }

  private mutating func add(_ entity: Entity, _ answer: Answer, _ schema: Schema) {
    let path = String(entity.path.dropFirst("content/".count))
    let stem = MarkdownPath.stem(path) ?? path
    let kind = schema[entity.kind]
    let address = kind.isLenient ? entity.slug : kind.folder + "/" + entity.slug
    files[path] = answer
    addFolders(of: path)
    if stems[stem] == nil { stems[stem] = answer }
    if addresses[address] == nil { addresses[address] = answer }
  }

  private mutating func addFolders(of path: String) {
    var folder = MarkdownPath.folder(of: path)
    while folders.insert(folder).inserted { folder = MarkdownPath.folder(of: String(folder.dropLast())) }
  }

  /// What is at a path, to the letter.
  func file(at path: String) -> Answer { files[path] ?? .unknown }

  /// Where a path leads: to a file, to a page whose suffix was left out, to the index of a folder, or to a page
  /// by its address.
  ///
  /// - Parameter isFolder: whether the path is written as a folder's, so that a page of this name comes second.
  func find(_ path: String, isFolder: Bool) -> Answer {
    if !isFolder, let answer = files[path] ?? stems[path] { return answer }
    if let answer = index(of: path) ?? stems[path] { return answer }
    if path.hasSuffix(".html") {
      let address = String(path.dropLast(".html".count))
      if let answer = addresses[address] ?? readme(at: address) { return answer }
    }
    if let page = made.page(at: path) { return .asset(page) }
    return folders.contains(path.isEmpty ? "" : path + "/") ? .bareFolder : .unknown
  }

  /// A file that is no Markdown by its path or its name alone.
  func asset(named name: String) -> String? {
    if case .asset(let path)? = files[name] { return path }
    let named = assetsByName[LinkPaths.name(name)] ?? []
    return named.first { $0.hasSuffix("/" + name) }
  }

  private static func name(_ path: String) -> String {
    String(path.unicodeScalars.dropFirst(MarkdownPath.folder(of: path).unicodeScalars.count))
  }

  /// Every file, for suggestions.
  var filePaths: some Sequence<String> { files.keys }

  private func index(of folder: String) -> Answer? {
    let inside = folder.isEmpty ? "" : folder + "/"
    let found = [
      stems[inside + "index"], stems[inside + "_index"], files[inside + "index.html"],
      readme(at: inside + "index"),
    ].compactMap(\.self)
    return found.first { $0 != .unpublished } ?? found.first
  }

  /// The README that is the page at a folder's `index`.
  private func readme(at address: String) -> Answer? {
    let folder = MarkdownPath.folder(of: address)
    guard address == folder + "index" else { return nil }
    return ["README", "Readme", "readme"].lazy.compactMap { stems[folder + $0] }.first
  }
}
