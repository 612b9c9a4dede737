import Foundation
import TestSite
import TestSupport
import Testing

/// A small repository as users of another tool have it, and what Remit makes of it.
///
/// `Foreign/TOOL/repository` is as its author has it, `Foreign/TOOL/remit.yaml` all that is written for Remit.
/// `Foreign/TOOL.txt` says what comes out: what the commands print, the paths of all files, what old addresses lead
/// to, and of each page named there what readers see of it. To have another page compared, write its heading there.
struct ForeignSite: Sendable, CustomTestStringConvertible {
  let name: String
  /// The folders of the repository that its author copies into `content/`; all of it where there are none.
  let folders: [String]

  static let all = [
    ForeignSite(name: "Hugo", folders: ["content", "static"]), ForeignSite(name: "Jekyll", folders: []),
    ForeignSite(name: "MkDocs", folders: ["docs"]), ForeignSite(name: "Obsidian", folders: []),
  ]

  var testDescription: String { name }

  var folder: URL { Remit.project.appending(path: "Tests/remitTests/Foreign/\(name)") }

  var fixture: FixtureFile {
    get throws { try FixtureFile(folder.deletingLastPathComponent().appending(path: "\(name).txt")) }
  }

  /// What came out.
  struct Result: Sendable {
    var check: Remit.Outcome
    var build: Remit.Outcome
    var files: PublishedFiles
  }

  /// Made once for the tests that look at it.
  var result: Result { get async throws { try await #require(Self.results[name]).value } }

  private static let results = Dictionary(
    uniqueKeysWithValues: all.map { site in (site.name, Task { try site.made() }) })

  private func made() throws -> Result {
    let copy = try TemporaryFolder()
    let manager = FileManager.default
    let content = copy.url.appending(path: "content")
    let repository = folder.appending(path: "repository")
    try manager.createDirectory(at: content, withIntermediateDirectories: true)
    try manager.copyItem(
      at: folder.appending(path: "remit.yaml"), to: copy.url.appending(path: "remit.yaml"))
    for source in folders.isEmpty ? [repository] : folders.map({ repository.appending(path: $0) }) {
      for name in try manager.contentsOfDirectory(atPath: source.path) {
        try manager.copyItem(at: source.appending(path: name), to: content.appending(path: name))
      }
    }
    let check = try Remit.run("check", "--root", copy.path)
    let build = try Remit.run("build", "--root", copy.path)
    let files = try copy.snapshot("site").mapValues { Array($0) }
    return Result(check: check, build: build, files: PublishedFiles(written: files))
  }

  /// The words of what is not to be published: each text of that sort has one of its own.
  var unpublished: Set<String> {
    get throws {
      var words: Set<String> = []
      let files = FileManager.default.enumerator(atPath: folder.path)
      while let path = files?.nextObject() as? String {
        let file = folder.appending(path: path)
        guard !file.hasDirectoryPath, let bytes = FileManager.default.contents(atPath: file.path) else {
          continue
        }
        let text = String(decoding: bytes, as: UTF8.self)
        words.formUnion(text.matches(of: /unseen-[a-z]+-[0-9]+/).map { String($0.output) })
      }
      return words
    }
  }
}
