/// What became of a source tree when changed paths were looked at again.
package struct SourceChanges: Sendable, Equatable {
  /// Paths of files, each list sorted by bytes.
  package struct Files: Sendable, Equatable {
    package var added: [String] = []
    package var modified: [String] = []
    package var removed: [String] = []

    package var isEmpty: Bool { added.isEmpty && modified.isEmpty && removed.isEmpty }
  }

  /// Whether the file came, went or has other bytes.
  package var settings = false
  package var schema = false
  package var content = Files()
  package var templates = Files()
  /// Whether the folder for the content, or that for the templates, came or went.
  package var folders = false
  /// Whether the diagnostics of the tree are others.
  package var diagnostics = false

  /// Whether the tree is the same as before.
  package var isEmpty: Bool {
    !settings && !schema && content.isEmpty && templates.isEmpty && !folders && !diagnostics
  }
}
