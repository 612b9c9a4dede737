import Diagnostics
import Files
import Foundation
import Glibc
import Testing

struct SourceRefreshTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func load() throws -> SourceTree { try SourceTree.load(root: folder.path) }

  @Test func aFileThatChangedIsReadAgainAndAllElseIsKept() throws {
    for name in ["a.md", "b.md", "c/d.md"] { try folder.write("content/\(name)", name) }
    try folder.write("remit.yaml", "title: T\n")
    var tree = try load()
    try folder.write("content/b.md", "new")
    try folder.write("content/c/d.md", "not told")
    let changes = try tree.refresh(ChangedPaths(["content/b.md"]), root: folder.path)
    #expect(changes.content.modified == ["content/b.md"])
    #expect(changes.content.added.isEmpty && changes.content.removed.isEmpty && !changes.settings)
    #expect(!changes.isEmpty && changes.templates.isEmpty && !changes.folders && !changes.diagnostics)
    #expect(tree.content.map { String(decoding: $0.bytes, as: UTF8.self) } == ["a.md", "new", "c/d.md"])
  }

  @Test func whatIsTheSameCostsNothing() throws {
    for name in ["content/a.md", "content/b/c.md", "templates/x.html", "schema.yaml"] {
      try folder.write(name, name)
    }
    var tree = try load()
    try folder.write("content/a.md", "content/a.md")
    for paths in [["content/a.md"], ["content"], ["content/none/x.md", "schema.yaml", "site/x.md"], [""]] {
      #expect(try tree.refresh(ChangedPaths(paths), root: folder.path).isEmpty)
    }
    #expect(TreeContents(tree) == TreeContents(try load()))
  }

  @Test func aFileOfTheSameBytesKeepsThem() throws {
    for name in ["a.md", "b.md"] { try folder.write("content/\(name)", name) }
    var tree = try load()
    func addresses() -> [Int] {
      tree.content.map { file in
        unsafe file.bytes.withUnsafeBufferPointer { Int(bitPattern: $0.baseAddress) }
      }
    }
    let old = addresses()
    try folder.write("content/b.md", "new")
    #expect(try tree.refresh(.everything, root: folder.path).content.modified == ["content/b.md"])
    #expect(addresses()[0] == old[0] && addresses()[1] != old[1])
  }

  @Test func filesThatComeAndGoAreNamedInOrder() throws {
    for name in ["a.md", "a/x.md", "a/y.md", "b.md"] { try folder.write("content/\(name)", name) }
    var tree = try load()
    try FileManager.default.removeItem(atPath: folder("content/a"))
    for name in ["a-b.md", "a/z.md", "c.md", "a0.md"] { try folder.write("content/\(name)", name) }
    let changes = try tree.refresh(
      ChangedPaths(["content/c.md", "content/a0.md", "content/a", "content/a-b.md"]), root: folder.path)
    #expect(changes.content.added == ["a-b.md", "a/z.md", "a0.md", "c.md"].map { "content/" + $0 })
    #expect(changes.content.removed == ["content/a/x.md", "content/a/y.md"])
    #expect(changes.content.modified.isEmpty)
    #expect(TreeContents(tree) == TreeContents(try load()))
  }

  @Test func foldersAndSettingsThatComeAndGoAreTold() throws {
    var tree = try load()
    try folder.write("content/a.md", "")
    try folder.write("remit.yaml", "")
    var changes = try tree.refresh(ChangedPaths(["content", "remit.yaml"]), root: folder.path)
    #expect(changes.folders && changes.settings && !changes.schema && tree.hasContent)
    try FileManager.default.removeItem(atPath: folder("remit.yaml"))
    try FileManager.default.removeItem(atPath: folder("content"))
    changes = try tree.refresh(ChangedPaths(["content/a.md", "remit.yaml"]), root: folder.path)
    #expect(changes.folders && changes.settings && changes.content.removed == ["content/a.md"])
    #expect(!tree.hasContent && tree.settings == nil)
  }

  @Test func diagnosticsComeAndGoWithTheirFiles() throws {
    try folder.write("content/a.md", "")
    try folder.link("content/b.md", to: "a.md")
    try folder.link("content/c.md", to: "a.md")
    var tree = try load()
    try FileManager.default.removeItem(atPath: folder("content/b.md"))
    try folder.write("content/b.md", "")
    let changes = try tree.refresh(ChangedPaths(["content/b.md"]), root: folder.path)
    #expect(changes.diagnostics && changes.content.added == ["content/b.md"])
    #expect(tree.diagnostics.map { $0.place?.path } == ["content/c.md"])
  }

  /// What was a folder is a link to one outside: what lies behind it is not read.
  @Test func aFolderThatBecameALinkIsNotFollowed() throws {
    try folder.write("content/a/x.md", "")
    try folder.write("elsewhere/x.md", "secret")
    var tree = try load()
    try FileManager.default.removeItem(atPath: folder("content/a"))
    try folder.link("content/a", to: folder("elsewhere"))
    #expect(try !tree.refresh(ChangedPaths(["content/a/x.md"]), root: folder.path).isEmpty)
    #expect(tree.content.isEmpty && tree.diagnostics.map(\.id) == [.symbolicLink])
  }

  @Test func aFolderThatIsGoneIsAnErrorAndTheTreeStays() throws {
    try folder.write("content/a.md", "")
    var tree = try load()
    #expect(throws: FileError.self) { try tree.refresh(.everything, root: folder("none")) }
    #expect(tree.content.count == 1)
  }

  @Test(arguments: 0..<200) func anyChangesGiveWhatALoadGives(seed: Int) throws {
    let root = folder("root")
    defer { removeAll(Array(root.utf8CString)) }
    try #require(unsafe mkdir(root, 0o755) == 0)
    var random = RandomChanges(root: root, seed: seed)
    // Every other time, some files are looked at only.
    let layout = SourceTree.Layout { path in seed % 2 == 0 || path.utf8.count % 2 == 0 }
    var tree = try SourceTree.load(root: root, layout: layout)
    for _ in 0..<12 {
      var paths = random.next()
      // What was not read needs no look; a folder stands for what is in it.
      if random.number(below: 4) == 0 { paths += ["site/a", "content/.git/x", "content/none/at/all", "//"] }
      if random.number(below: 20) == 0 { paths += ["content"] }
      let old = TreeContents(tree)
      let changes = try tree.refresh(ChangedPaths(paths), root: root, layout: layout)
      let new = TreeContents(tree)
      try #require(new == TreeContents(try SourceTree.load(root: root, layout: layout)), "after \(paths)")
      #expect(changes.isEmpty == (old == new))
      #expect(old.files.merging(changes, from: new.files) == new.files)
    }
  }
}
