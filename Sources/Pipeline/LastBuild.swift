import Diagnostics
import Files
import Knowledge
import Site

/// What the last build made, and from what. Where neither has changed since, the next one has nothing to do.
///
/// It is kept in a file of the knowledge base that nobody needs. What is not just what this program would write for
/// these very files is not believed, and the website is made; so a copied, cut or foreign one costs time and nothing else.
struct LastBuild: Hashable {
  /// Tells everything that decides what the website is: the program, the options and the files.
  let inputs: String
  /// Tells the state on disk of all files of the website.
  let outputs: String
  let entities: Int
  /// How many files the website has.
  let files: Int

  /// Below the folder of the knowledge base.
  static let path = ".remit/build.txt"
  /// A smaller website is made before anybody has looked.
  static let leastFiles = 500
  private static let header = "remit-build 1"

  /// What a build with these files and options goes by; `nil` where something was wrong with one, or where it cannot be
  /// told which program this is.
  static func inputs(_ tree: SourceTree, _ options: BuildOptions) async -> String? {
    guard tree.diagnostics.isEmpty, let program = stateOfProgram() else { return nil }
    let files = [tree.settings, tree.schema].compactMap(\.self) + tree.content + (tree.templates ?? [])
    let lines = await files.concurrentMap { file in
      // The length of the path tells where it ends.
      "\(file.path.utf8.count) \(file.path) \(file.stored?.line ?? SHA256.hexDigest(of: file.bytes))"
    }
    let head = [
      program.line, "\(options.includesDrafts) \(options.clock?.description ?? "")",
      tree.templates == nil ? "own templates" : "",
    ]
    return SHA256.hexDigest(of: Array((head + lines).joined(separator: "\n").utf8))
  }

  /// What tells the state of a website's files.
  static func outputs(_ state: [(path: String, file: StoredFile)]) -> String {
    SHA256.hexDigest(of: Array(state.map { "\($0.path) \($0.file.line)" }.joined(separator: "\n").utf8))
  }
}

extension StoredFile {
  fileprivate var line: String { ([size] + stamp).map(String.init).joined(separator: " ") }
}

// MARK: - Its file

extension LastBuild {
  /// - Returns: `nil` for anything that this version would not write.
  init?(_ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard lines.count == 5, lines[0] == Self.header, let entities = Int(lines[3]), let files = Int(lines[4])
    else { return nil }
    self.init(inputs: String(lines[1]), outputs: String(lines[2]), entities: entities, files: files)
    guard self.bytes == bytes else { return nil }
  }

  var bytes: [UInt8] { Array("\(Self.header)\n\(inputs)\n\(outputs)\n\(entities)\n\(files)\n".utf8) }

  /// The last build of a knowledge base, if these are still its inputs, and its website is as it left it.
  static func unchanged(_ inputs: String, root: String, output: OutputLocation) throws -> LastBuild? {
    // One that cannot be read is as good as none.
    guard let bytes = (try? readFile(path, in: root)) ?? nil, let last = LastBuild(bytes),
      last.inputs == inputs
    else {
      return nil
    }
    return try state(of: output).map(outputs) == last.outputs ? last : nil
  }

  /// Keeps what was just made, or nothing where the website is small or the folder takes no file: the next build then
  /// makes everything, as it would without.
  static func remember(_ inputs: String, entities: Int, root: String, output: OutputLocation) throws {
    guard let state = try state(of: output), state.count >= leastFiles else { return }
    // The last file is the manifest.
    let last = LastBuild(inputs: inputs, outputs: outputs(state), entities: entities, files: state.count - 1)
    try? replaceFile(path, in: root, last.bytes)
  }

  private static func state(of output: OutputLocation) throws -> [(path: String, file: StoredFile)]? {
    let writer = try SiteWriter(output: output.path)
    let state = writer.state()
    try writer.abandon()
    return state
  }
}
