import Diagnostics
import Files
import Glibc
import Testing

/// Writes a site in one go.
@discardableResult
func build(_ output: String, _ files: [String: String]) throws -> WriteReport {
  let writer = try SiteWriter(output: output)
  return try writer.commit(files.map { try writer.stage($0.key, Array($0.value.utf8)) })
}

struct SiteWriterTests {
  private let folder: TemporaryFolder
  private var site: String { folder("site") }

  init() throws { folder = try TemporaryFolder() }

  @Test func writesFilesFoldersAndManifest() throws {
    let report = try build(
      site + "/", ["index.html": "home", "policies/a.html": "A", "policies/b/c.html": "C"])
    #expect(report.written == ["index.html", "policies/a.html", "policies/b/c.html"])
    #expect(report.removed.isEmpty && report.unchanged == 0)
    #expect(
      try folder.list("site")
        == [
          ".remit-manifest", "index.html", "policies/", "policies/a.html", "policies/b/", "policies/b/c.html",
        ])
    #expect(folder.read("site/policies/b/c.html") == "C")
    #expect(
      folder.read("site/.remit-manifest")
        == "remit-manifest 1\nindex.html\npolicies/a.html\npolicies/b/c.html\n")
    let mask = umask(0)
    umask(mask)
    #expect(try folder.status("site/index.html").st_mode & 0o777 == 0o644 & ~mask)
    #expect(try folder.status("site/policies").st_mode & 0o777 == 0o755 & ~mask)
  }

  @Test func nothingChangesBeforeTheCommit() throws {
    try build(site, ["a.html": "old", "b.html": "same"])
    let writer = try SiteWriter(output: site)
    let files = try [writer.stage("a.html", Array("new".utf8)), writer.stage("c/d.html", Array("new".utf8))]
    #expect(files.map(\.state) == [.staged, .staged])
    #expect(folder.read("site/a.html") == "old" && folder.read("site/c/d.html") == nil)
    try writer.abandon()
    #expect(try folder.list("site") == [".remit-manifest", "a.html", "b.html"])
    #expect(folder.read("site/a.html") == "old")
  }

  @Test func abandoningRemovesAFolderThatItCreated() throws {
    let writer = try SiteWriter(output: site)
    _ = try writer.stage("a.html", [])
    try writer.abandon()
    #expect(try folder.list() == [])
  }

  @Test func unchangedFilesAndFoldersAreNotTouched() throws {
    let large = String(repeating: "0123456789", count: 20_000)
    let files = ["index.html": "home", "a/large.html": large, "empty.html": ""]
    try build(site, files)
    let names = ["", "/index.html", "/a", "/a/large.html", "/empty.html", "/.remit-manifest"]
    func times() throws -> [[Int]] {
      try names.map {
        let status = try folder.status("site" + $0)
        return [Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
      }
    }
    let before = try times()
    let report = try build(site, files)
    #expect(report.unchanged == 3 && report.written.isEmpty && report.removed.isEmpty)
    #expect(try times() == before)
    try build(site, files.merging(["a/large.html": large.dropLast() + "!"]) { $1 })
    #expect(try folder.status("site/index.html").st_ino == ino_t(before[1][0]))
    #expect(folder.read("site/a/large.html")?.last == "!")
  }

  @Test func filesOfAnEarlierBuildAndTheirFoldersGo() throws {
    try build(site, ["a.html": "", "p/q/r.html": "", "p/q/s.html": "", "k/x.html": "", "k/y.html": ""])
    try folder.write("site/k/mine.txt", "mine")
    let report = try build(site, ["a.html": "", "k/y.html": ""])
    #expect(report.removed == ["k/x.html", "p/q/r.html", "p/q/s.html"])
    #expect(try folder.list("site") == [".remit-manifest", "a.html", "k/", "k/mine.txt", "k/y.html"])
    #expect(folder.read("site/.remit-manifest") == "remit-manifest 1\na.html\nk/y.html\n")
    #expect(try build(site, [:]).removed == ["a.html", "k/y.html"])
    #expect(try folder.list("site") == [".remit-manifest", "k/", "k/mine.txt"])
  }

  @Test func foreignFilesAreNeitherOverwrittenNorRemoved() throws {
    try folder.write("site/CNAME", "example.org")
    try folder.write("site/index.html", "mine")
    let writer = try SiteWriter(output: site)
    let foreign = try writer.stage("index.html", Array("home".utf8))
    #expect(foreign.diagnostic?.id == .foreignFile)
    #expect(foreign.diagnostic?.message.contains("\(site)/index.html") == true)
    let under = try writer.stage("CNAME/x.html", [])
    #expect(under.diagnostic?.message.contains("\(site)/CNAME") == true)
    #expect(throws: FileError.self) { try writer.commit([foreign, writer.stage("new.html", [])]) }
    try writer.abandon()
    #expect(folder.read("site/index.html") == "mine")
    #expect(try folder.list("site") == ["CNAME", "index.html"])
  }

  @Test func anEqualFileThatNoManifestNamesIsTakenOver() throws {
    try folder.write("site/index.html", "home")
    #expect(try build(site, ["index.html": "home"]).unchanged == 1)
    #expect(folder.read("site/.remit-manifest")?.contains("index.html") == true)
  }

  @Test func aFolderOfOursMakesWayForAFileAndBack() throws {
    try build(site, ["a/b/c.html": "1", "a/d.html": "2", "keep.html": ""])
    let report = try build(site, ["a": "file", "keep.html": ""])
    #expect(report.removed == ["a/b/c.html", "a/d.html"])
    #expect(try folder.list("site") == [".remit-manifest", "a", "keep.html"])
    let back = try build(site, ["a/b/c.html": "1", "keep.html": ""])
    #expect(back.removed == ["a"] && back.written == ["a/b/c.html"])
    #expect(try folder.list("site") == [".remit-manifest", "a/", "a/b/", "a/b/c.html", "keep.html"])
  }

  @Test func aFolderThatHoldsMoreThanOursStays() throws {
    try build(site, ["a/d.html": "2"])
    try folder.write("site/a/e/mine.txt", "mine")
    try folder.write("site/empty/x", "")
    try #require(unsafe unlink(folder("site/empty/x")) == 0)
    let writer = try SiteWriter(output: site)
    #expect(try writer.stage("a", []).diagnostic?.message.contains("site/a/e'") == true)
    #expect(try writer.stage("empty", []).diagnostic?.id == .foreignFile)
    try writer.abandon()
    #expect(folder.read("site/a/e/mine.txt") == "mine")
  }

  @Test func twoFilesThatExcludeEachOtherChangeNothing() throws {
    try build(site, ["x": "1"])
    for names in [["a", "a/b"], ["a/b/c", "a"], ["a", "a-b", "a/b"], ["a", "a"]] {
      let writer = try SiteWriter(output: site)
      let files = try names.map { try writer.stage($0, []) }
      #expect(throws: FileError.self) { try writer.commit(files) }
      try writer.abandon()
      #expect(try folder.list("site") == [".remit-manifest", "x"])
    }
  }

  @Test func severalThreadsStageAtOnce() async throws {
    let writer = try SiteWriter(output: site)
    let files = try await withThrowingTaskGroup(of: [StagedFile].self) { group in
      for task in 0..<8 {
        group.addTask {
          try (0..<100).map { try writer.stage("\($0 % 10)/\(task)-\($0).html", Array("\(task) \($0)".utf8)) }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(try writer.commit(files).written.count == 800)
    #expect(folder.read("site/7/3-57.html") == "3 57")
  }

  @Test(arguments: [
    "", "/a", "../a", "a/../b", "./a", "a//b", "a/", ".remit-manifest", ".remit-staging/1", "a\0b", "a\nb",
    "..", "a/.",
  ])
  func pathsThatLeadElsewhereAreRefused(path: String) throws {
    let writer = try SiteWriter(output: site)
    #expect(throws: FileError.self) { try writer.stage(path, []) }
  }
}
