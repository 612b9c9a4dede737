import ArgumentParser
import CommonMark
import Diagnostics
import Files

struct MarkdownCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "markdown",
    abstract: "Turns Markdown from standard input into an HTML fragment.",
    discussion: "It resolves nothing: wiki links and citations print as text.")

  @Flag(help: "CommonMark 0.30 to the letter: no extensions, raw HTML and every URL as written.")
  var strictCommonmark = false

  @Flag(help: "Pass raw HTML and every URL through, except tags such as <script> and <iframe>.")
  var unsafeHtml = false

  /// In bytes: far more than anybody writes, and a tree of it fits into memory.
  private static let longest = 64 << 20

  func run() throws {
    let options =
      strictCommonmark ? MarkdownOptions.strictCommonMark : MarkdownOptions(unsafeHTML: unsafeHtml)
    let source = SourceText(path: "standard input", bytes: try readStandardInput(limit: Self.longest))
    let document = parseMarkdown(source.bytes[...], path: source.path, options: options)
    var html: [UInt8] = []
    document.appendHTML(to: &html)
    try Terminal.data(html)
    try DiagnosticOutput(format: .text, sources: [source.path: source]).print(document.diagnostics)
    if document.diagnostics.hasErrors { throw CommandError.content }
  }
}
