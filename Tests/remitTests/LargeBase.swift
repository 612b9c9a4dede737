import Foundation
import Testing

/// A knowledge base in a folder that is so large that its builds are remembered.
enum LargeBase {
  static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    var files = ["remit.yaml": "title: Large\nsearch: false\n", "content/data.csv": "a,b\n1,2\n"]
    for number in 0..<600 { files["content/p\(number).md"] = "# Page \(number)\n\nSome words.\n" }
    try folder.write(files)
    return folder
  }

  static func build(_ folder: borrowing TemporaryFolder, _ options: String...) throws -> Remit.Outcome {
    try Remit.run(all: ["build", "--verbose", "--root", folder.path] + options)
  }

  static func hasRead(_ outcome: Remit.Outcome) -> Bool { outcome.errors.contains("parsed ") }

  /// What a build makes without the file that remembers.
  static func buildAnew(
    _ folder: borrowing TemporaryFolder, _ options: String...
  ) throws -> (outcome: Remit.Outcome, site: [String: Data]) {
    let record = folder.url.appending(path: ".remit")
    let aside = folder.url.appending(path: ".aside")
    let isRemembered = FileManager.default.fileExists(atPath: record.path)
    if isRemembered { try FileManager.default.moveItem(at: record, to: aside) }
    let outcome = try Remit.run(all: ["build", "--root", folder.path, "--output", "other"] + options)
    if FileManager.default.fileExists(atPath: record.path) { try FileManager.default.removeItem(at: record) }
    if isRemembered { try FileManager.default.moveItem(at: aside, to: record) }
    return (outcome, try folder.snapshot("other"))
  }

  static func cleanSite(_ folder: borrowing TemporaryFolder) throws -> [String: Data] {
    let clean = try buildAnew(folder)
    #expect(clean.outcome.status == 0, "\(clean.outcome.errors)")
    return clean.site
  }
}
