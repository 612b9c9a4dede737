package import Diagnostics

/// The files of a website in memory, and all that is wrong in what they are made of.
package struct PublishedFiles: Sendable {
  /// By path; none where there is an error.
  package let bytes: [String: [UInt8]]
  package let diagnostics: [Diagnostic]
  package let printedDiagnostics: String
  /// What of them fits on a screen.
  package let told: String

  init(_ bytes: [String: [UInt8]], _ diagnostics: [Diagnostic], printed: String, told: String) {
    self.bytes = bytes
    self.diagnostics = diagnostics
    printedDiagnostics = printed
    self.told = told
  }

  /// Files that the program wrote.
  package init(written bytes: [String: [UInt8]]) {
    self.init(bytes, [], printed: "", told: "")
  }

  package var paths: [String] { bytes.keys.sorted() }

  /// A file's text; `nil` where there is none at that path.
  package func text(_ path: String) -> String? { bytes[path].map { String(decoding: $0, as: UTF8.self) } }

  /// The texts of all pages, by path.
  package var pages: [String: String] {
    bytes.filter { $0.key.hasSuffix(".html") }.mapValues { String(decoding: $0, as: UTF8.self) }
  }
}
