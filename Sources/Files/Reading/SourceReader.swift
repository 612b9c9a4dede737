import Diagnostics
import Glibc
import Progress

/// Reads files below one folder and notes those that it cannot read.
struct SourceReader: ~Copyable {
  private let root: Descriptor
  private let rootPath: String
  private let layout: SourceTree.Layout
  private let progress: ProgressMeter?
  private(set) var diagnostics: [Diagnostic] = []

  init(
    root: consuming Descriptor, at path: String, _ layout: SourceTree.Layout, progress: ProgressMeter? = nil
  ) {
    self.root = root
    rootPath = path
    self.layout = layout
    self.progress = progress
  }

  /// The file of that name in the root; `nil` where there is none.
  mutating func file(_ name: String) -> SourceText? {
    guard let status = status(of: name, in: root.number) else {
      if errno != ENOENT { unreadable(name) }
      return nil
    }
    if status.isSymbolicLink {
      reportLink(name, .error)
      return nil
    }
    guard status.isFile else {
      unreadable(name, reason: "it is not a file")
      return nil
    }
    return read(name, name: name, in: root.number)
  }

  /// All files under a folder of the root, sorted by the bytes of their paths; `nil` where there is no
  /// folder.
  mutating func files(under top: String) -> [SourceText]? {
    guard let status = status(of: top, in: root.number) else {
      if errno != ENOENT { unreadable(top) }
      return nil
    }
    if status.isSymbolicLink {
      reportLink(top, .error)
      return nil
    }
    guard status.isFolder else {
      unreadable(top, reason: "it is not a folder")
      return nil
    }
    return readFolders(from: top)
  }

  /// The file of that path, or all files in the folder of that path, sorted by the bytes of their paths. The
  /// path is below a folder of the root.
  mutating func files(at path: String) -> [SourceText] {
    let parts = path.split(separator: "/")
    if parts.contains(where: hasControlCharacter) {
      if exists(path) { diagnostics.append(.nameHasControlCharacter(path)) }
      return []
    }
    guard let name = parts.last.map(String.init),
      let folder = root.folder(at: parts.dropLast().joined(separator: "/")),
      let status = status(of: name, in: folder.number)
    else { return [] }
    if status.isSymbolicLink {
      reportLink(path)
    } else if !status.isFile, !status.isFolder {
      diagnostics.append(.noFile(path))
    }
    if status.isFile, let file = read(path, name: name, in: folder.number) { return [file] }
    return status.isFolder ? readFolders(from: path) : []
  }

  /// All files of the root itself, each by a path that begins with `./`.
  mutating func allFiles() -> [SourceText] { readFolders(from: ".") }

  private func exists(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard let name = parts.last.map(String.init),
      let folder = root.folder(at: parts.dropLast().joined(separator: "/"))
    else { return false }
    return status(of: name, in: folder.number) != nil
  }

  /// How many parts of a path can be looked at: all but those below something that is no folder or cannot be
  /// read. At least one.
  func countOfReachable(_ parts: [String]) -> Int {
    var folder = root.folder(at: "")
    var length = 0
    for (index, part) in parts.dropLast().enumerated() {
      guard let outer = folder.take() else { return max(index, 1) }
      length += part.utf8.count + 1
      // Files are read by their whole path.
      guard length < PATH_MAX else { return index + 1 }
      folder = Descriptor(part, in: outer.number, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    }
    guard let name = parts.last, let folder,
      status(of: name, in: folder.number) != nil || errno == ENOENT
    else { return max(parts.count - 1, 1) }
    return parts.count
  }

  private mutating func readFolders(from top: String) -> [SourceText] {
    var files: [SourceText] = []
    var folders = [top]
    while let path = folders.popLast() { readFolder(path, &files, &folders) }
    files.sort { isOrderedBefore($0.path, $1.path) }
    return files
  }

  private mutating func readFolder(_ path: String, _ files: inout [SourceText], _ folders: inout [String]) {
    guard let folder = Descriptor(path, in: root.number, O_RDONLY | O_DIRECTORY | O_NOFOLLOW),
      let listing = FolderListing(of: folder)
    else { return unreadable(path) }
    for name in listing.unreadableNames where !isLeftOut(name) {
      diagnostics.append(.nameIsNoText("\(path)/\(name)"))
    }
    for entry in listing.entries where !isLeftOut(entry.name) {
      let entryPath = "\(path)/\(entry.name)"
      if layout.isPassedOver(entryPath) { continue }
      if hasControlCharacter(entry.name) {
        diagnostics.append(.nameHasControlCharacter(entryPath))
        continue
      }
      switch entry.sort {
      case .file:
        if let file = read(entryPath, name: entry.name, in: folder.number) { files.append(file) }
      case .folder: folders.append(entryPath)
      case .symbolicLink: reportLink(entryPath)
      case .other: diagnostics.append(.noFile(entryPath))
      }
    }
  }

  private mutating func read(_ path: String, name: String, in folder: CInt) -> SourceText? {
    progress?.tell(path)
    defer { progress?.advance() }
    guard let file = Descriptor(name, in: folder, O_RDONLY | O_NOFOLLOW), let status = file.status() else {
      unreadable(path)
      return nil
    }
    // It may have become something else since the folder was listed.
    guard status.isFile else {
      diagnostics.append(.noFile(path))
      return nil
    }
    if Int(status.st_size) <= SourceTree.maximumFileSize {
      if layout.isStored(path) { return SourceText(path: path, stored: StoredFile(in: rootPath, status)) }
      if let bytes = file.readAll(
        expecting: Int(status.st_size), isFile: true, limit: SourceTree.maximumFileSize)
      {
        return SourceText(path: path, bytes: bytes)
      }
      if errno != EFBIG {
        unreadable(path)
        return nil
      }
    }
    diagnostics.append(.tooLarge(path))
    return nil
  }

  private mutating func unreadable(_ path: String, reason: String = textOfError(errno)) {
    diagnostics.append(.unreadable(path, reason))
  }

  private mutating func reportLink(_ path: String, _ severity: Diagnostic.Severity = .warning) {
    diagnostics.append(.symbolicLink(path, severity))
  }
}

/// Whether a name is hidden or left behind by an editor.
func isLeftOut(_ name: String) -> Bool {
  name.hasPrefix(".") || name.hasSuffix("~") || name.hasSuffix(".swp")
    || (name.hasPrefix("#") && name.hasSuffix("#"))
}

/// Whether a name holds what no address can, and what would break or forge lines wherever it is printed.
func hasControlCharacter(_ name: some StringProtocol) -> Bool {
  name.unicodeScalars.contains { scalar in
    scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar == "\u{2028}"
      || scalar == "\u{2029}"
  }
}

/// The order of the paths' bytes, the same on every machine.
func isOrderedBefore(_ a: String, _ b: String) -> Bool {
  let (a, b) = (a.utf8Span.span, b.utf8Span.span)
  for index in 0..<min(a.count, b.count) where a[index] != b[index] { return a[index] < b[index] }
  return a.count < b.count
}
