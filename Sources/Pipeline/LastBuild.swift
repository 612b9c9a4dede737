import Diagnostics
import Files
import Knowledge
import Progress
import Site

/// What the last build made, and from what. Where neither has changed since, the next one has nothing to do; where only words of
/// some texts have changed, it makes the pages that show these.
///
/// It is kept in a file of the knowledge base that nobody needs. What is not just what this program would write is not
/// believed, and the website is made; so a copied, cut or foreign one costs time and nothing else.
struct LastBuild: Hashable {
  /// As in `BuildInputs`.
  let frame: String
  /// Tells what `SiteModel.arrangement` does.
  let arrangement: String
  /// Of each Markdown file of the content, in the order of their paths.
  let texts: [Text]
  /// Tells the state on disk of all files of the website.
  let outputs: String
  /// Whether there was something to tell, which a build that does nothing could not say again.
  let hasNews: Bool
  let entities: Int
  /// How many files the website has.
  let files: Int

  struct Text: Hashable {
    let digest: String
    /// Of `ParsedFile.outline`.
    let outline: String
  }

  /// Below the folder of the knowledge base.
  static let path = ".remit/build.txt"
  /// A smaller website is made before anybody has looked.
  static let leastFiles = 500

  /// Whether a build with these inputs would make the same.
  func isLast(of inputs: BuildInputs) -> Bool {
    !hasNews && inputs.frame == frame && inputs.texts.elementsEqual(texts) { $0.digest == $1.digest }
  }

  /// The numbers of the Markdown files in which something else is written now; `nil` where more has changed than words that only
  /// a few pages show.
  func changes(to inputs: BuildInputs, _ new: [Text], _ arrangement: String) -> [Int]? {
    guard inputs.frame == frame, arrangement == self.arrangement, new.count == texts.count else { return nil }
    let changed = texts.indices.filter { texts[$0].digest != new[$0].digest }
    return changed.allSatisfy { texts[$0].outline == new[$0].outline } ? changed : nil
  }

  /// The texts of a knowledge base, of which those that have not changed since an earlier build are known.
  static func texts(_ base: KnowledgeBase, _ inputs: BuildInputs, after last: LastBuild?) async -> [Text] {
    let known = last.flatMap { $0.frame == inputs.frame ? $0.texts : nil }
    let files = Dictionary(base.parsed.files.map { ($0.path, $0) }) { first, _ in first }
    return await inputs.texts.indices.concurrentMap { number in
      let text = inputs.texts[number]
      if let known, known[number].digest == text.digest { return known[number] }
      let outline = files[text.path].map { SHA256.shortDigest(of: $0.outline) }
      // Of what is no part of the website, anything may matter.
      return Text(digest: text.digest, outline: outline ?? text.digest)
    }
  }

  /// What tells the state of a website's files.
  static func outputs(_ state: [(path: String, file: StoredFile)]) -> String {
    SHA256.hexDigest(of: Array(state.map { "\($0.path) \($0.file.line)" }.joined(separator: "\n").utf8))
  }
}

// MARK: - Its file

extension LastBuild {
  private static let header = "remit-build 2"

  /// The last build of a knowledge base, as far as it was remembered.
  static func remembered(in root: String) -> LastBuild? {
    // One that cannot be read is as good as none.
    ((try? readFile(path, in: root)) ?? nil).flatMap(LastBuild.init)
  }

  /// - Returns: `nil` for anything that this version would not write.
  init?(_ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    guard lines.count >= 8, lines[0] == Self.header, let entities = Int(lines[5]), let files = Int(lines[6])
    else { return nil }
    var texts: [Text] = []
    for line in lines[7..<lines.count - 1] {
      let parts = line.split(separator: " ")
      guard parts.count == 2 else { return nil }
      texts.append(Text(digest: String(parts[0]), outline: String(parts[1])))
    }
    self.init(
      frame: lines[1], arrangement: lines[2], texts: texts, outputs: lines[3], hasNews: lines[4] == "news",
      entities: entities, files: files)
    guard self.bytes == bytes else { return nil }
  }

  /// The last line tells whether all others are whole.
  var bytes: [UInt8] {
    var lines = [
      Self.header, frame, arrangement, outputs, hasNews ? "news" : "nothing", String(entities), String(files),
    ]
    lines += texts.map { "\($0.digest) \($0.outline)" }
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    return bytes + Array((SHA256.hexDigest(of: bytes) + "\n").utf8)
  }

  /// Keeps what was just made, or nothing where the website is small or the folder takes no file: the next build then
  /// makes everything, as it would without.
  static func remember(
    _ report: BuildReport, _ inputs: BuildInputs, _ texts: [Text], _ arrangement: String, root: String,
    output: OutputLocation
  ) throws {
    guard let state = try state(of: output), state.count >= leastFiles else { return }
    // The last file is the manifest.
    let last = LastBuild(
      frame: inputs.frame, arrangement: arrangement, texts: texts, outputs: outputs(state),
      hasNews: !report.hasNothingToTell,
      entities: report.entities, files: state.count - 1)
    try? replaceFile(path, in: root, last.bytes)
  }

  private static func state(of output: OutputLocation) throws -> [(path: String, file: StoredFile)]? {
    let writer = try SiteWriter(output: output.path)
    let state = writer.state()
    try writer.abandon()
    return state
  }

  /// Whether the website is as this build left it.
  func isInPlace(_ output: OutputLocation) throws -> Bool {
    try LastBuild.state(of: output).map(LastBuild.outputs) == outputs
  }

  func isInPlace(_ writer: SiteWriter) -> Bool { writer.state().map(LastBuild.outputs) == outputs }
}
