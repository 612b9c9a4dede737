import Foundation
import Testing

/// A git repository of a test's own, with the days and names in its commits fixed, so that their ids are too.
struct GitFolder: ~Copyable {
  let folder: TemporaryFolder

  static func new() throws -> GitFolder {
    let folder = GitFolder(folder: try TemporaryFolder())
    try folder.git("init", "--quiet", "--initial-branch=main")
    return folder
  }

  var path: String { folder.path }

  /// Puts these files in place of all that there are, and commits them.
  func commit(_ files: [String: String], tag: String? = nil) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: path) where name != ".git" {
      try FileManager.default.removeItem(atPath: "\(path)/\(name)")
    }
    for (name, text) in files { try write(name, text) }
    try git("add", "--all")
    try git("commit", "--quiet", "--allow-empty", "--message", "A state")
    if let tag { try git("tag", tag) }
  }

  func write(_ name: String, _ text: String) throws {
    let file = folder.url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  @discardableResult func git(_ arguments: String...) throws -> String {
    try folder.git(arguments)
  }

  func diff(_ arguments: String..., below root: String = "") throws -> Remit.Outcome {
    try Remit.run(all: ["diff"] + arguments + ["--root", root.isEmpty ? path : "\(path)/\(root)"])
  }
}

extension TemporaryFolder {
  /// Runs git in the folder, with nothing of this machine's settings.
  ///
  /// - Returns: what it printed, without the line feed at the end.
  @discardableResult func git(_ arguments: [String], below root: String = "") throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "-C", root.isEmpty ? path : "\(path)/\(root)"] + arguments
    let person = ["NAME": "Test", "EMAIL": "test@example.org", "DATE": "2024-01-01T00:00:00Z"]
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": path, "GIT_CONFIG_NOSYSTEM": "1"]
    for (name, value) in person {
      process.environment?["GIT_AUTHOR_" + name] = value
      process.environment?["GIT_COMMITTER_" + name] = value
    }
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "git \(arguments.joined(separator: " "))")
    return text.trimmingCharacters(in: .newlines)
  }
}
