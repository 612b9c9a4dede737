import Diagnostics

/// A knowledge base as a commit has it: read by git from its object store, by the rules of `SourceTree.load`.
struct GitTree {
  /// A name in a commit's tree.
  struct Entry {
    enum Sort { case file, symbolicLink, submodule }

    /// Relative to the knowledge base's folder.
    var path: String
    /// Whether the name is UTF-8; if not, `path` has replacement characters.
    var isText: Bool
    var sort: Sort
    var object: String
    /// In bytes.
    var size: Int
  }

  private(set) var diagnostics: [Diagnostic] = []
  /// To be read.
  private(set) var wanted: [Entry] = []
  /// Published as they are, and only compared.
  private var stored: [SourceText] = []
  private(set) var hasContent = false
  private(set) var hasTemplates = false

  /// Sorts out what of a tree belongs to a knowledge base, and can be read.
  init(_ entries: [Entry], layout: SourceTree.Layout) {
    for entry in entries { add(entry, layout) }
  }

  private mutating func add(_ entry: Entry, _ layout: SourceTree.Layout) {
    let parts = entry.path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let isSingle = [layout.settings, layout.schema].contains(entry.path)
    let isFolder = [layout.content, layout.templates].contains(parts[0])
    guard isSingle || isFolder, isSingle || !parts.dropFirst().contains(where: isLeftOut) else { return }
    if let part = parts.firstIndex(where: hasControlCharacter) {
      // All that a folder of that name holds is told once, as of a folder on disk.
      let diagnostic = Diagnostic.nameHasControlCharacter(parts[...part].joined(separator: "/"))
      if diagnostics.last != diagnostic { diagnostics.append(diagnostic) }
      return
    }
    if isFolder, parts.count == 1 {
      // A folder that is none is an error, as settings that can't be read are.
      diagnostics.append(
        entry.sort == .symbolicLink
          ? .symbolicLink(entry.path, .error) : .unreadable(entry.path, "it is not a folder"))
      return
    }
    if parts[0] == layout.content { hasContent = true }
    if parts[0] == layout.templates { hasTemplates = true }
    switch entry.sort {
    case _ where !entry.isText: diagnostics.append(.nameIsNoText(entry.path))
    case .symbolicLink: diagnostics.append(.symbolicLink(entry.path, isSingle ? .error : .warning))
    case .submodule: diagnostics.append(.unreadable(entry.path, "it is another repository"))
    case .file where entry.size > SourceTree.maximumFileSize: diagnostics.append(.tooLarge(entry.path))
    case .file where layout.isStored(entry.path):
      stored.append(SourceText(path: entry.path, stored: StoredFile(.object(entry.object), size: entry.size)))
    case .file: wanted.append(entry)
    }
  }

  /// - Parameter contents: of `wanted`, in that order.
  func sourceTree(_ contents: [[UInt8]], layout: SourceTree.Layout) -> SourceTree {
    let read = zip(wanted, contents).map { SourceText(path: $0.path, bytes: $1) }
    var tree = SourceTree(read + stored, layout: layout)
    // Nothing of what lies there may be readable.
    tree.hasContent = hasContent
    if hasTemplates, tree.templates == nil { tree.templates = [] }
    tree.diagnostics = diagnostics.sorted()
    return tree
  }
}

extension GitTree.Entry {
  /// One line of `git ls-tree -l -z`: `<mode> <type> <object> <size>\t<path>`.
  init?(_ line: ArraySlice<UInt8>) {
    guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
    let words = line[..<tab].split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    guard words.count == 4 else { return nil }
    let name = line[(tab + 1)...]
    path = String(decoding: name, as: UTF8.self)
    isText = String(validating: name, as: UTF8.self) != nil
    sort =
      switch words[0] {
      case "120000": .symbolicLink
      case "160000": .submodule
      default: .file
      }
    object = words[2]
    size = Int(words[3]) ?? 0
  }
}
