import Diagnostics
import Files
import Foundation
import Glibc
import Testing

struct SourceTreeTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func summary(_ tree: SourceTree) -> [String] {
    tree.diagnostics.map { "\($0.severity.rawValue) \($0.id.rawValue) \($0.place?.path ?? "")" }
  }

  @Test func readsSettingsSchemaContentAndTemplatesInTheOrderOfBytes() throws {
    try folder.write("remit.yaml", "title: T\n")
    try folder.write("schema.yaml", "kinds: {}\n")
    for name in ["b.md", "a/z.md", "a.md", "a-b.md", "Z.md", "é.md", "a/b/c.md"] {
      try folder.write("content/\(name)", name)
    }
    try folder.write("templates/layout.html", "<html>")
    try folder.write("templates/assets/x.png", "\u{0}\u{1}")
    try folder.write("other/x.md", "")
    let tree = try SourceTree.load(root: folder.path)
    #expect(tree.settings?.bytes == Array("title: T\n".utf8))
    #expect(tree.schema?.path == "schema.yaml")
    #expect(
      tree.content.map(\.path)
        == ["Z.md", "a-b.md", "a.md", "a/b/c.md", "a/z.md", "b.md", "é.md"].map { "content/" + $0 })
    #expect(tree.content.allSatisfy { "content/" + String(decoding: $0.bytes, as: UTF8.self) == $0.path })
    #expect(tree.templates?.map(\.path) == ["templates/assets/x.png", "templates/layout.html"])
    #expect(tree.diagnostics.isEmpty)
  }

  @Test func whatIsMissingIsMissing() throws {
    let tree = try SourceTree.load(root: folder.path)
    #expect(tree.settings == nil && tree.schema == nil && tree.content.isEmpty && tree.templates == nil)
    #expect(tree.diagnostics.isEmpty)
    #expect(throws: FileError.self) { try SourceTree.load(root: folder("none")) }
  }

  @Test func otherNamesForTheFolders() throws {
    try folder.write("texts/a.md", "")
    var layout = SourceTree.Layout()
    layout.content = "texts"
    #expect(try SourceTree.load(root: folder.path, layout: layout).content.map(\.path) == ["texts/a.md"])
  }

  @Test func hiddenFilesAndEditorsLeftoversAreLeftOut() throws {
    for name in [".a.md", "a.md~", "#a.md#", "a.md.swp", ".git/x.md", "a.md"] {
      try folder.write("content/\(name)", "")
    }
    try folder.link("content/.#a.md", to: "nobody@nowhere")
    let tree = try SourceTree.load(root: folder.path)
    #expect(tree.content.map(\.path) == ["content/a.md"])
    #expect(tree.diagnostics.isEmpty)
  }

  @Test func symbolicLinksAreNotFollowed() throws {
    try folder.write("elsewhere/secret.md", "secret")
    try folder.write("content/a.md", "")
    try folder.link("content/link.md", to: folder("elsewhere/secret.md"))
    try folder.link("content/linked", to: folder("elsewhere"))
    try folder.link("content/loop", to: ".")
    try folder.link("templates", to: folder("elsewhere"))
    try folder.link("schema.yaml", to: folder("elsewhere/secret.md"))
    let tree = try SourceTree.load(root: folder.path)
    #expect(tree.content.map(\.path) == ["content/a.md"])
    #expect(tree.templates == nil && tree.schema == nil)
    #expect(
      summary(tree)
        == ["content/link.md", "content/linked", "content/loop"].map { "warning symbolic-link \($0)" }
        + ["schema.yaml", "templates"].map { "error symbolic-link \($0)" })
  }

  @Test func pipesAndSocketsAreToldAndNotWaitedFor() throws {
    try folder.write("content/a.md", "")
    try folder.write("templates/x/y.html", "")
    try #require(unsafe mkfifo(folder("content/pipe.md"), 0o644) == 0)
    try #require(unsafe mkfifo(folder("templates/x/pipe.html"), 0o644) == 0)
    try #require(unsafe mkfifo(folder("content/.hidden"), 0o644) == 0)
    try #require(unsafe mknod(folder("content/socket.png"), S_IFSOCK | 0o644, 0) == 0)
    try #require(unsafe mkfifo(folder("remit.yaml"), 0o644) == 0)
    let tree = try SourceTree.load(root: folder.path)
    #expect(tree.content.map(\.path) == ["content/a.md"])
    #expect(tree.settings == nil)
    #expect(
      summary(tree)
        == ["content/pipe.md", "content/socket.png"].map { "warning unreadable-file \($0)" }
        + ["error unreadable-file remit.yaml", "warning unreadable-file templates/x/pipe.html"])
  }

  @Test func aNameThatIsNoTextIsAnError() throws {
    try folder.write("content/a.md", "")
    let name: [CChar] =
      folder("content/caf").utf8.map { CChar(bitPattern: $0) } + [CChar(bitPattern: 0xE9), 0]
    let file = unsafe open(name, O_CREAT | O_WRONLY, 0o644)
    try #require(file >= 0)
    close(file)
    let tree = try SourceTree.load(root: folder.path)
    #expect(tree.content.map(\.path) == ["content/a.md"])
    #expect(summary(tree) == ["error unreadable-file content/caf\u{FFFD}"])
    try #require(unsafe unlink(name) == 0)
  }

  @Test func aFileThatIsTooLargeIsAnErrorAndNotRead() throws {
    try folder.write("content/big.md", "")
    try #require(unsafe truncate(folder("content/big.md"), SourceTree.maximumFileSize + 1) == 0)
    let tree = try SourceTree.load(root: folder.path)
    #expect(tree.content.isEmpty)
    #expect(summary(tree) == ["error file-too-large content/big.md"])
  }

  // The superuser may read everything.
  @Test(.enabled(if: geteuid() != 0)) func whatMayNotBeReadIsAnError() throws {
    try folder.write("content/a.md", "")
    try #require(unsafe chmod(folder("content/a.md"), 0) == 0)
    #expect(summary(try SourceTree.load(root: folder.path)) == ["error unreadable-file content/a.md"])
  }

  @Test func contentThatIsAFileIsAnError() throws {
    try folder.write("content", "")
    #expect(summary(try SourceTree.load(root: folder.path)) == ["error unreadable-file content"])
  }
}

struct SingleFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func readsAFileOfAnySize() throws {
    for size in [0, 1, 4096, 300_000] {
      try folder.write("a", String(repeating: "x", count: size))
      #expect(try readFile(folder("a")).count == size)
    }
    // Its size is said to be nothing.
    #expect(try !readFile("/proc/self/status").isEmpty)
  }

  @Test func namesWhatCannotBeRead() throws {
    let error = #expect(throws: FileError.self) { try readFile(folder("none")) }
    #expect(error?.description == "cannot read '\(folder("none"))': there is no such file or folder")
    #expect(throws: FileError(folder.path, "read", "it is a folder")) { try readFile(folder.path) }
  }
}
