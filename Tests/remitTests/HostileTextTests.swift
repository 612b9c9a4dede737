import Diagnostics
import Foundation
import Testing

/// A knowledge base by somebody who wants to speak to the terminal, or to the CI service that reads the log.
@Suite struct HostileTextTests {
  /// As YAML of a text in double quotes.
  private static let hostile =
    "x\\n::stop-commands::pwn\\n##[error]y ##vso[a.b]\\r::add-mask::z\\e]0;t\\a\\x9b31m\\u202e\\u2028::error::w\\u200b"

  private func base() throws -> GitFolder {
    let folder = try GitFolder.new()
    let text = Self.hostile
    let files = [
      "remit.yaml": "title: \"\(text)\"\nviews: {\"\(text)\": {view: matrix}}\n",
      "schema.yaml": """
      kinds:
        target:
          folder: targets
          columns: [value]
          fields:
            value: {type: quantity}
            name: {type: text}
            of: {type: reference, to: target}
            kind: {type: enum, values: [a]}
      """,
      "content/targets/a.md": """
      ---
      title: "\(text)"
      aliases: ["\(text)"]
      value: "\(text)"
      name: "\(text)"
      of: "\(text)"
      kind: "\(text)"
      "\(text)": "\(text)"
      former_ids: ["\(text)"]
      ---
      [[\u{1B}]0;t\u{7}no]] \u{9B}31m \u{202E} [x](y\u{1B}.md) [^\u{1B}x]
      """,
      "content/targets/b.md": "---\ntitle: \"\(text)\"\nname: \"\(text)\"\n---\n",
      "content/a\n::error file=README.md,line=1::by a file name\u{1B}[31m\n.md":
        "---\ntitle: y\n---\n[[nosuch]]\n",
      "content/b\u{202E}.md": "[[nosuch]]\n",
    ]
    try folder.commit(files)
    return folder
  }

  /// - Parameter isCommand: whether lines may be commands of the program's own.
  private func expectHarmless(_ printed: String, _ what: String, isCommand: Bool = false) {
    // In Markdown, joiners keep mentions and addresses from becoming links.
    let text = what.contains("markdown") ? printed.replacing("\u{2060}", with: "") : printed
    let bad = text.unicodeScalars.first { $0 != "\n" && $0 != "\t" && $0.isHidden }
    #expect(bad == nil, "\(what): \(text.debugDescription)")
    #expect(!text.contains(#/##[A-Za-z]*\[/#), "\(what): \(text)")
    for line in text.split(separator: "\n") {
      let rest = line.drop { $0.isWhitespace }
      let isOwn = isCommand && (rest.hasPrefix("::error file=") || rest.hasPrefix("::warning file="))
      #expect(!rest.hasPrefix("::") || isOwn || isCommand && rest.hasPrefix("::notice "), "\(what): \(line)")
    }
  }

  @Test func noCommandObeysTheContent() throws {
    let folder = try base()
    let summary = folder.path + "/summary.md"
    for arguments in [
      ["check"], ["check", "--format", "json"], ["check", "--format", "sarif"],
      ["check", "--format", "github"],
      ["build", "--summary", summary], ["list", "target", "--columns", "title,name,value"],
      ["show", "target/a"],
      ["show", "target/b"], ["diff", "HEAD"], ["diff", "HEAD", "--format", "markdown"], ["export"],
      ["schema"],
      ["list", "target", "--format", "json"], ["list", "x\n::error::y\u{1B}"],
      ["show", "\u{9B}\n::error::x"],
      ["diff", "x\n::error::y"], ["export", "\n::error::x"], ["new", "\n::error::x", "y"],
      ["check", "--evidence", "\n::error::x"], ["build", "--output", "/etc/\n::error::x"],
      ["\n::error::\u{1B}x"],
      ["check", "--format", "\n::error::\u{1B}x"], ["list", "target", "--where", "\n::x::y=\u{1B}"],
    ] {
      let isNothing = arguments[0].hasPrefix("\n")
      let outcome = try Remit.run(all: arguments + (isNothing ? [] : ["--root", folder.path]))
      let what = arguments.joined(separator: " ").debugDescription
      expectHarmless(outcome.output, what, isCommand: arguments.contains("github"))
      expectHarmless(outcome.errors, what)
      #expect(outcome.status < 3, "\(what): \(outcome.errors)")
    }
    expectHarmless(try String(contentsOfFile: summary, encoding: .utf8), "summary")
    // A root that does not exist, and one whose path is hostile.
    expectHarmless(try Remit.run("check", "--root", "/no\n::error::x\u{1B}").errors, "root")
  }

  @Test func noCommandObeysWhatChanged() throws {
    let folder = try base()
    try folder.write(
      "content/targets/b.md", "---\ntitle: \"\(Self.hostile)\"\nname: \"other \(Self.hostile)\"\n---\n")
    try folder.write(
      "schema.yaml", "kinds: {target: {folder: targets, fields: {name: {type: text}, \"v\": {type: text}}}}\n"
    )
    for format in ["text", "markdown", "json"] {
      let outcome = try folder.diff("HEAD", "--format", format)
      #expect(outcome.output.contains("pwn") || outcome.status != 0, "\(outcome.errors)")
      expectHarmless(outcome.output, format)
      expectHarmless(outcome.errors, format)
    }
  }
}
