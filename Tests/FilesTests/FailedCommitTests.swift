import Diagnostics
import Files
import Glibc
import Testing

/// A commit that fails in the middle: the site in place is what it was.
struct FailedCommitTests {
  private let folder: TemporaryFolder
  private var site: String { folder("site") }

  init() throws { folder = try TemporaryFolder() }

  private func contents() throws -> [String: String?] {
    let names = try folder.list("site").filter { !$0.hasPrefix(".remit-staging") }
    return Dictionary(uniqueKeysWithValues: names.map { ($0, folder.read("site/\($0)")) })
  }

  /// Every sort of step comes before the failure: new and changed files, new folders, a file where a folder is to go,
  /// a folder where a file is to go.
  private static let old = [
    "a.html": "old", "b.html": "old", "page": "old", "list/x.html": "old", "list/deep/y.html": "old",
    "same.html": "same", "stale/z.html": "old",
  ]
  private static let new = [
    "a.html": "new", "added.html": "new", "fresh/deep/c.html": "new", "list": "new", "page/d.html": "new",
    "same.html": "same", "zz/e.html": "new",
  ]

  @Test(arguments: ["zz/e.html", "zz", "fresh/deep", "added.html"])
  func everythingIsTakenBack(inTheWay path: String) throws {
    try build(site, Self.old)
    let before = try contents()
    let writer = try SiteWriter(output: site)
    let files = try Self.new.map { try writer.stage($0.key, Array($0.value.utf8)) }
    // Somebody puts a folder, or a file, of his own there, after it was looked at.
    let isFolder = path.hasSuffix(".html")
    try folder.write("site/\(path)" + (isFolder ? "/mine" : ""), "mine")
    #expect(throws: FileError.self) { try writer.commit(files) }
    try writer.abandon()
    var after = try contents()
    for name in after.keys where name.hasPrefix(path) { after[name] = nil }
    if path.hasPrefix("zz/") { after["zz/"] = nil }
    if path.hasPrefix("fresh") { after["fresh/"] = nil }
    #expect(after == before)
  }

  @Test func aNewOutputFolderGoesAgain() throws {
    let writer = try SiteWriter(output: site)
    let files = try ["a.html", "b/c.html"].map { try writer.stage($0, [1]) }
    try folder.write("site/b", "mine")
    #expect(throws: FileError.self) { try writer.commit(files) }
    try writer.abandon()
    #expect(try folder.list("site") == ["b"])
  }

  /// The name of a staged file doesn't grow with the file's own.
  @Test func namesAsLongAsTheDiskAllowsAreWritten() throws {
    let name = String(repeating: "n", count: OutputPath.longestPart)
    let chinese = String(repeating: "长", count: OutputPath.longestPart / 3)
    #expect(try build(site, [name: "1", "\(name)/x".replacing(name, with: chinese): "2"]).written.count == 2)
    #expect(folder.read("site/\(name)") == "1" && folder.read("site/\(chinese)/x") == "2")
  }

  @Test(arguments: [
    String(repeating: "n", count: 256), "a/" + String(repeating: "长", count: 86) + "/index.html",
    String(repeating: "abcdefgh/", count: 200) + "x", "a\u{85}b", "a\u{2028}b", "a\u{7F}", ".REMIT-x",
  ])
  func namesThatNoDiskHoldsAreRefusedBeforeAnythingIsStaged(path: String) throws {
    let writer = try SiteWriter(output: site)
    #expect(throws: FileError.self) { try writer.stage(path, []) }
    try writer.abandon()
    #expect(try folder.list() == [])
  }

  /// To the disk, two spellings of one letter are two names: the old one goes.
  @Test func anotherNormalFormIsAnotherFile() throws {
    try build(site, ["caf\u{E9}.html": "old"])
    let report = try build(site, ["cafe\u{301}.html": "new"])
    #expect(report.written.map { Array($0.utf8) } == [Array("cafe\u{301}.html".utf8)])
    #expect(report.removed.map { Array($0.utf8) } == [Array("caf\u{E9}.html".utf8)])
    #expect(try folder.list("site").count == 2)
  }
}
