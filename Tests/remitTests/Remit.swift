import Foundation
import Site
import TestSite
import TestSupport
import Testing

/// The real binary, run as a user runs it.
struct Remit {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The program that `REMIT_PROGRAM` names: `make test` names the one that is released, which is many times as quick as
  /// the one for debugging. Without it, the one beside the test bundle, where SwiftPM puts products.
  static let binary: URL = {
    if let given { return URL(filePath: given) }
    let executable = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let candidates = [executable.deletingLastPathComponent(), Remit.project.appending(path: ".build/debug")]
    return candidates.map { $0.appending(path: "remit") }.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    } ?? candidates[1].appending(path: "remit")
  }()

  /// Whether it is the released one, which is many times as quick as the one for debugging.
  static var isReleased: Bool { given != nil }

  private static let given = ProcessInfo.processInfo.environment["REMIT_PROGRAM"]

  static let project = Project.folder

  @discardableResult static func run(
    _ arguments: String..., input: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(all: arguments, input: input, environment: environment)
  }

  static func run(
    all arguments: [String], input: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: "remit-io-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // Files instead of pipes: long output can't fill one up while the other is read.
    let streams = ["in", "out", "err"].map { folder.appending(path: $0) }
    try Data((input ?? "").utf8).write(to: streams[0])
    for stream in streams.dropFirst() { try Data().write(to: stream) }
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: streams[0])
    process.standardOutput = try FileHandle(forWritingTo: streams[1])
    process.standardError = try FileHandle(forWritingTo: streams[2])
    try process.run()
    process.waitUntilExit()
    let outcome = Outcome(
      status: process.terminationStatus, output: try String(contentsOf: streams[1], encoding: .utf8),
      errors: try String(contentsOf: streams[2], encoding: .utf8))
    try FileManager.default.removeItem(at: folder)
    return outcome
  }
}

/// A folder that a test makes and removes.
struct TemporaryFolder: ~Copyable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "remit-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// With a copy of this project's own knowledge base in it.
  static func withKnowledgeBase() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["content", "templates", "schema.yaml", "remit.yaml"] {
      try FileManager.default.copyItem(
        at: Remit.project.appending(path: name).resolvingSymlinksInPath(),
        to: folder.url.appending(path: name))
    }
    return folder
  }

  /// With the knowledge base in it that `remit init` makes.
  static func withStarter() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Starter.texts)
    return folder
  }

  var path: String { url.path }

  /// Writes texts by their paths, those that differ from old ones, and removes what only these have.
  func write(_ files: [String: String], over old: [String: String] = [:]) throws {
    for path in Set(old.keys).subtracting(files.keys) {
      try FileManager.default.removeItem(at: url.appending(path: path))
    }
    for (path, text) in files where old[path] != text {
      let file = url.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      // Sometimes in place, sometimes renamed over: both is how editors save.
      try text.write(to: file, atomically: text.utf8.count % 2 == 0, encoding: .utf8)
    }
  }

  func edit(_ path: String, _ old: String, _ new: String) throws {
    let file = url.appending(path: path)
    let text = try String(contentsOf: file, encoding: .utf8)
    try #require(text.contains(old), "\(path) has no '\(old)'")
    let range = try #require(text.range(of: old))
    try text.replacingCharacters(in: range, with: new).write(to: file, atomically: true, encoding: .utf8)
  }

  /// Every file below a folder with its bytes.
  func snapshot(_ path: String) throws -> [String: Data] {
    let folder = url.appending(path: path)
    guard let files = FileManager.default.enumerator(atPath: folder.path) else { return [:] }
    var snapshot: [String: Data] = [:]
    for case let name as String in files {
      let file = folder.appending(path: name)
      var isFolder: ObjCBool = false
      guard unsafe FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      snapshot[name] = try Data(contentsOf: file)
    }
    return snapshot
  }

  deinit {
    do { try FileManager.default.removeItem(at: url) } catch { print("left behind: \(url.path)") }
  }
}
