import Glibc

/// Does anything to the files of a knowledge base, the same for the same seed.
struct RandomChanges {
  private let root: String
  private var state: UInt64
  private var count = 0

  /// Letters in two forms are two names to the disk and one to Swift; the last is no text,
  /// and shown as another is.
  private static let names = [
    "a", "b", "a-b", "a.md", "c.md", "é.md", "e\u{301}.md", "x\u{FFFD}.md", ".hidden", "a.md~", "#a#",
    notText,
  ]
  private static let notText = "NOT-TEXT"

  init(root: String, seed: Int) {
    self.root = root
    state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
  }

  mutating func number(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  /// Some changes; the paths to look at.
  mutating func next() -> [String] {
    (0..<number(below: 6) + 1).flatMap { _ in
      change().map { path in
        guard let range = path.range(ofName: Self.notText) else { return path }
        return String(path[..<range])
      }
    }
  }

  private mutating func path() -> String {
    let top = number(below: 12)
    if top == 0 { return ["remit.yaml", "schema.yaml", "other.yaml"][number(below: 3)] }
    let depth = number(below: 8) == 0 ? 0 : number(below: 3) + 1
    let names = (0..<depth).map { _ in Self.names[number(below: Self.names.count)] }
    return ([top < 9 ? "content" : "templates"] + names).joined(separator: "/")
  }

  private mutating func change() -> [String] {
    let path = path()
    switch number(below: 16) {
    case 0...4: return makeFolders(above: path) + [write(path, O_TRUNC)]
    case 5: return makeFolders(above: path) + [write(path, O_APPEND)]
    case 6...7: return makeFolders(above: path) + replace(path)
    case 8: return remove(path)
    case 9: return makeFolders(above: path + "/a.md")
    case 10...11:
      let other = self.path()
      let made = makeFolders(above: other)
      unsafe rename(bytes(path), bytes(other))
      return made + [path, other]
    case 12:
      let made = makeFolders(above: path)
      // To where nothing is read, or the same file would have two paths.
      unsafe symlink(number(below: 2) == 0 ? "nowhere" : "\(root)/site", bytes(path))
      return made + [path]
    case 13:
      let other = self.path()
      // With one name left, or a change of the one would be a change of the other.
      guard unsafe link(bytes(path), bytes(other)) == 0 else { return [] }
      unsafe unlink(bytes(path))
      return [path, other]
    case 14:
      // Out of sight, and perhaps back again later.
      if number(below: 2) == 0 {
        unsafe rename(bytes(path), bytes("site"))
      } else {
        unsafe rename(bytes("site"), bytes(path))
      }
      return [path]
    default:
      if number(below: 4) == 0 {
        unsafe truncate(bytes(path), 64 << 20 + 1)
      } else {
        unsafe mkfifo(bytes(path), 0o644)
      }
      return [path]
    }
  }

  private mutating func write(_ path: String, _ flag: CInt) -> String {
    let file = unsafe open(bytes(path), O_WRONLY | O_CREAT | O_NONBLOCK | O_NOFOLLOW | flag, 0o644)
    guard file >= 0 else { return path }
    count += 1
    let text = Array("\(number(below: 3) == 0 ? count : 0)".utf8)
    unsafe Glibc.write(file, text, text.count)
    close(file)
    return path
  }

  private mutating func replace(_ path: String) -> [String] {
    let temporary = write(path + ".new", O_TRUNC)
    unsafe rename(bytes(temporary), bytes(path))
    return [temporary, path]
  }

  /// The paths of those that were not there.
  private func makeFolders(above path: String) -> [String] {
    let parts = path.split(separator: "/")
    return (1..<max(parts.count, 1)).compactMap { count in
      let folder = parts.prefix(count).joined(separator: "/")
      return unsafe mkdir(bytes(folder), 0o755) == 0 ? folder : nil
    }
  }

  private func remove(_ path: String) -> [String] {
    removeAll(bytes(path))
    return [path]
  }

  private func bytes(_ path: String) -> [CChar] {
    var bytes: [UInt8] = []
    for part in "\(root)/\(path)".split(separator: "/") {
      bytes +=
        [UInt8(ascii: "/")]
        + (part.hasPrefix(Self.notText) ? [0x78, 0xFF, 0x2E, 0x6D, 0x64] : Array(part.utf8))
    }
    return bytes.map { CChar(bitPattern: $0) } + [0]
  }
}

extension String {
  /// Where the part of a path that begins with this name begins.
  fileprivate func range(ofName name: String) -> String.Index? {
    var start = startIndex
    for part in split(separator: "/") {
      if part.hasPrefix(name) { return start == startIndex ? start : index(before: start) }
      start = index(part.endIndex, offsetBy: 1, limitedBy: endIndex) ?? endIndex
    }
    return nil
  }
}

/// Removes what is at a path, whatever its names are.
func removeAll(_ path: [CChar]) {
  guard unsafe unlink(path) != 0, let folder = unsafe opendir(path) else { return }
  while let entry = unsafe readdir(folder) {
    let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
      unsafe $0.prefix { $0 != 0 }.map { CChar(bitPattern: $0) }
    }
    if name == [46] || name == [46, 46] { continue }
    removeAll(path.dropLast() + [47] + name + [0])
  }
  unsafe closedir(folder)
  unsafe rmdir(path)
}
