import Diagnostics
import Testing

@testable import Files

@Suite struct GitTreeTests {
  private func entry(_ line: String) throws -> GitTree.Entry {
    try #require(GitTree.Entry(Array(line.utf8)[...]))
  }

  private let layout = SourceTree.Layout()

  @Test func aLineOfTheTreeIsRead() throws {
    let file = try entry("100644 blob 1f2e      12\tcontent/a\tb.md")
    #expect(file.path == "content/a\tb.md")
    #expect(file.object == "1f2e")
    #expect(file.size == 12)
    #expect(file.sort == .file)
    #expect(GitTree.Entry(Array("100644 blob 1f2e 12 content".utf8)[...]) == nil)
  }

  @Test func whatAFolderLeavesOutIsLeftOut() throws {
    let names = [
      "content/a.md", "content/.hidden/b.md", "content/x/.b.md", "content/b.md~", "content/#c#",
      "content/d.swp",
      "README.md", "other/e.md", "contents/f.md", "templates/home.html", "remit.yaml", "schema.yaml",
      "x/schema.yaml",
    ]
    let tree = GitTree(try names.map { try entry("100644 blob 1 1\t" + $0) }, layout: layout)
    #expect(tree.wanted.map(\.path) == ["content/a.md", "templates/home.html", "remit.yaml", "schema.yaml"])
    #expect(tree.diagnostics == [])
    let read = tree.sourceTree(tree.wanted.map { Array($0.path.utf8) }, layout: layout)
    #expect(read.content.map(\.path) == ["content/a.md"])
    #expect(read.templates?.map(\.path) == ["templates/home.html"])
    #expect(read.settings?.bytes == Array("remit.yaml".utf8))
    #expect(read.hasContent)
  }

  @Test func whatCannotBeReadIsReported() throws {
    var bytes = Array("100644 blob 1 1\tcontent/caf".utf8)
    bytes.append(0xE9)
    let large = SourceTree.maximumFileSize + 1
    let entries = [
      try entry("120000 blob 1 5\tcontent/link.md"), try entry("120000 blob 1 5\tschema.yaml"),
      try entry("160000 commit 1 -\tcontent/module"), try entry("100644 blob 1 \(large)\tcontent/large.md"),
      try entry("100644 blob 1 1\ttemplates"), try #require(GitTree.Entry(bytes[...])),
    ]
    let tree = GitTree(entries, layout: layout)
    #expect(tree.wanted.isEmpty)
    #expect(
      tree.diagnostics.sorted().map { "\($0.severity) \($0.message)" } == [
        "error the name of 'content/caf\u{FFFD}' is not UTF-8 text",
        "error 'content/large.md' is larger than 64 MB",
        "warning 'content/link.md' is a symbolic link and is not followed",
        "error cannot read 'content/module': it is another repository",
        "error 'schema.yaml' is a symbolic link and is not followed",
        "error cannot read 'templates': it is not a folder",
      ])
  }

  @Test func errorsAreSentencesWithAWayOut() {
    #expect(
      GitError.noRevision("-x").description
        == "'-x' is not a revision\n  help: name a commit, a branch or a tag, such as HEAD~1 or main..HEAD")
  }
}
