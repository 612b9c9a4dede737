import Files
import Glibc
import Testing

@Suite struct WrittenFilesTests {
  @Test func aFileBelowAFolderIsMadeOnce() throws {
    let folder = try TemporaryFolder()
    let root = folder.path
    try createNewFile("a/b/c.md", in: root, Array("one".utf8))
    #expect(try readFile("a/b/c.md", in: root) == Array("one".utf8))
    #expect(throws: FileError.self) { try createNewFile("a/b/c.md", in: root, []) }
    #expect(throws: FileError.self) { try createNewFile("a/b/c.md/d", in: root, []) }
    #expect(try readFile("a/none", in: root) == nil)
    #expect(try readFile("none/none", in: root) == nil)
  }

  @Test func noLinkOnTheWayIsFollowed() throws {
    let folder = try TemporaryFolder()
    let root = folder.path
    try createNewFile("real/file", in: root, Array("one".utf8))
    for (name, target) in [("link", "real"), ("dangling", "nowhere"), ("file", "real/file")] {
      try folder.link(name, to: target)
    }
    for path in ["link/new", "dangling/new", "dangling", "file"] {
      #expect(throws: FileError.self) { try createNewFile(path, in: root, []) }
      #expect(throws: FileError.self) { try replaceFile(path, in: root, []) }
      #expect(throws: FileError.self) { try readFile(path, in: root) }
    }
    for path in ["../out", "real/../../out", ""] {
      #expect(throws: FileError.self) { try createNewFile(path, in: root, []) }
      #expect(throws: FileError.self) { try replaceFile(path, in: root, []) }
    }
    #expect(try readFile("real/file", in: root) == Array("one".utf8))
    #expect(!fileExists(root + "/real/new") && !fileExists(root + "/nowhere"))
    // The user's own way to it is another matter.
    try replaceFile(root + "/link/new", Array("two".utf8))
    #expect(fileExists(root + "/real/new"))
  }

  @Test func aReplacedFileLeavesNothingBehind() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/x/y.json"
    try replaceFile(path, Array("one".utf8))
    try replaceFile(path, Array("two".utf8))
    #expect(try readFile(path) == Array("two".utf8))
    #expect(throws: FileError.self) { try replaceFile(folder.path + "/x", []) }
    #expect(try readFile("y.json", in: folder.path + "/x") == Array("two".utf8))
  }

  @Test(arguments: [0o600, 0o664, 0o755] as [mode_t])
  func aReplacedFileMayBeReadByWhomItMightBefore(_ mode: mode_t) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/x.md"
    try replaceFile(path, Array("one".utf8))
    #expect(unsafe chmod(path, mode) == 0)
    try replaceFile(path, Array("two".utf8))
    var found = stat()
    #expect(unsafe stat(path, &found) == 0)
    #expect(found.st_mode & 0o7777 == mode)
  }
}
