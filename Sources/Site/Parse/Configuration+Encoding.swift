package import Diagnostics
import FrontMatter
import Knowledge

extension Configuration {
  /// The encoding that the author names for pages that aren't in UTF-8: it's asked before any of them is read.
  package static func encoding(in settings: SourceText) -> CodePage? {
    guard case .mapping(let entries)? = readYAML(settings).0?.content else { return nil }
    return entries.first { $0.key == "encoding" }?.value.text.flatMap(CodePage.init(named:))
  }

  /// Tells of a name that is none.
  static func readEncoding(_ reader: inout MappingReader) {
    guard let text = reader.text("encoding", wrong: .invalidSetting), CodePage(named: text) == nil,
      let node = reader.node("encoding")
    else { return }
    let known = CodePage.allCases.map(\.rawValue)
    reader.report(
      .invalidSetting, "'encoding' cannot be '\(text)'" + didYouMean(text, among: known), at: node,
      help: "it may be " + known.joined(separator: ", ")
        + "; convert files in others with iconv, and leave out the key for UTF-8")
  }
}
