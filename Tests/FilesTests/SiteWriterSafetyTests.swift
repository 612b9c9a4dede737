import Diagnostics
import Files
import Glibc
import Testing

/// Links, locks, lying manifests, and builds that were killed.
struct SiteWriterSafetyTests {
  private let folder: TemporaryFolder
  private var site: String { folder("site") }

  init() throws { folder = try TemporaryFolder() }

  @Test func aLinkedOutputFolderIsRefused() throws {
    try folder.write("elsewhere/x", "")
    try folder.link("site", to: folder("elsewhere"))
    for output in [site, site + "/"] {
      let error = #expect(throws: FileError.self) { try SiteWriter(output: output) }
      #expect(error?.description.contains("symbolic link") == true)
    }
    try folder.write("file", "")
    #expect(throws: FileError.self) { try SiteWriter(output: folder("file")) }
    #expect(throws: FileError.self) { try SiteWriter(output: folder("file/site")) }
    #expect(throws: FileError.self) { try SiteWriter(output: "") }
  }

  @Test func nothingIsWrittenThroughALinkedFolder() throws {
    try build(site, ["policies/a.html": "old", "index.html": ""])
    try folder.write("elsewhere/a.html", "mine")
    try #require(unsafe unlink(folder("site/policies/a.html")) == 0 && rmdir(folder("site/policies")) == 0)
    try folder.link("site/policies", to: folder("elsewhere"))
    let writer = try SiteWriter(output: site)
    for path in ["policies/a.html", "policies/deep/b.html", "policies"] {
      let diagnostic = try writer.stage(path, Array("new".utf8)).diagnostic
      #expect(diagnostic?.id == .symbolicLink)
      #expect(diagnostic?.message.contains("\(site)/policies'") == true)
    }
    try writer.abandon()
    // The stale file behind the link is not removed either.
    _ = try {
      let writer = try SiteWriter(output: site)
      #expect(try writer.commit([writer.stage("index.html", [])]).removed == [])
    }()
    #expect(folder.read("elsewhere/a.html") == "mine")
    #expect(try folder.list("elsewhere") == ["a.html"])
  }

  @Test func aLinkThatAppearsBeforeTheCommitStopsIt() throws {
    let writer = try SiteWriter(output: site)
    let file = try writer.stage("policies/a.html", [])
    try folder.write("elsewhere/x", "")
    try folder.link("site/policies", to: folder("elsewhere"))
    #expect(throws: FileError.self) { try writer.commit([file]) }
    #expect(try folder.list("elsewhere") == ["x"])
  }

  @Test func aLinkInPlaceOfAFileIsNotFollowed() throws {
    try build(site, ["a.html": "old"])
    try folder.write("target", "mine")
    try #require(unsafe unlink(folder("site/a.html")) == 0)
    try folder.link("site/a.html", to: folder("target"))
    let writer = try SiteWriter(output: site)
    #expect(try writer.stage("a.html", Array("new".utf8)).diagnostic?.id == .symbolicLink)
    try writer.abandon()
    _ = try build(site, [:])
    #expect(folder.read("target") == "mine")
    #expect(try folder.list("site").contains("a.html"))
  }

  @Test func linkedStagingAndManifestAreRefused() throws {
    try folder.write("elsewhere/x", "remit-manifest 1\n")
    try folder.write("site/index.html", "")
    try folder.link("site/.remit-staging", to: folder("elsewhere"))
    #expect(throws: FileError.self) { try SiteWriter(output: site) }
    try #require(unsafe unlink(folder("site/.remit-staging")) == 0)
    try folder.link("site/.remit-manifest", to: folder("elsewhere/x"))
    #expect(throws: FileError.self) { try SiteWriter(output: site) }
    #expect(try folder.list("elsewhere") == ["x"])
  }

  @Test func aPipeInPlaceOfAFileDoesNotBlock() throws {
    try folder.write("site/x", "")
    try #require(unsafe mkfifo(folder("site/a.html"), 0o644) == 0)
    let writer = try SiteWriter(output: site)
    #expect(try writer.stage("a.html", []).diagnostic?.id == .foreignFile)
  }

  @Test func aManifestThatLeadsElsewhereIsNotBelieved() throws {
    try folder.write("outside.txt", "mine")
    try folder.write("site/mine/x.txt", "mine")
    try folder.write("site/old.html", "old")
    try folder.write(
      "site/.remit-manifest",
      "remit-manifest 1\n../outside.txt\n\(folder("outside.txt"))\nmine/../../outside.txt\nmine\nmine/\n"
        + ".\n..\n.remit-manifest\nold.html\nold.html\n\u{1}\n")
    #expect(try build(site, ["a.html": "A"]).removed == ["old.html"])
    #expect(folder.read("outside.txt") == "mine" && folder.read("site/mine/x.txt") == "mine")
    #expect(folder.read("site/.remit-manifest") == "remit-manifest 1\na.html\n")
  }

  @Test(arguments: ["", "something else\n", "remit-manifest 2\na.html\n"])
  func aManifestOfAnotherSortIsAnErrorThatNamesIt(text: String) throws {
    try folder.write("site/.remit-manifest", text)
    let error = #expect(throws: FileError.self) { try SiteWriter(output: site) }
    #expect(error?.path == "\(site)/.remit-manifest")
  }

  @Test func twoBuildsCannotWriteAtOnce() throws {
    do {
      let first = try SiteWriter(output: site)
      let error = #expect(throws: FileError.self) { try SiteWriter(output: site) }
      #expect(error?.description.contains("another build") == true)
      try first.abandon()
    }
    #expect(throws: Never.self) { try SiteWriter(output: site) }
  }

  /// A build that was killed between its renames leaves staged files, a manifest of old and new files, some
  /// files new and some old.
  @Test func theNextBuildMendsWhatAKilledOneLeft() throws {
    try build(site, ["a.html": "a1", "b.html": "b1", "gone/x.html": "x"])
    try folder.write(
      "site/.remit-manifest", "remit-manifest 1\na.html\nb.html\ngone/x.html\nnew/c.html\nnew/d.html\n")
    try folder.write("site/a.html", "a2")
    try folder.write("site/new/c.html", "c2")
    try folder.write("site/.remit-staging/1", "b2")
    try folder.write("site/.remit-staging/2", "half of d")
    let report = try build(site, ["a.html": "a2", "b.html": "b2", "new/c.html": "c3", "new/e.html": "e3"])
    #expect(report.written == ["b.html", "new/c.html", "new/e.html"])
    #expect(report.removed == ["gone/x.html"])
    #expect(
      try folder.list("site") == [".remit-manifest", "a.html", "b.html", "new/", "new/c.html", "new/e.html"])
    #expect(folder.read("site/new/c.html") == "c3")
    #expect(
      folder.read("site/.remit-manifest") == "remit-manifest 1\na.html\nb.html\nnew/c.html\nnew/e.html\n")
  }

  /// Killed before the last manifest was written: nothing changes but the manifest.
  @Test func theNextBuildMendsAManifestOfOldAndNewFiles() throws {
    try build(site, ["a.html": "a"])
    try folder.write("site/.remit-manifest", "remit-manifest 1\na.html\nold.html\n")
    #expect(try build(site, ["a.html": "a"]).removed == [])
    #expect(folder.read("site/.remit-manifest") == "remit-manifest 1\na.html\n")
  }
}
