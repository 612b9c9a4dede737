package import Diagnostics
package import Knowledge

/// What a build is told beside the files.
package struct BuildOptions: Hashable, Sendable {
  /// Whether what is held back is part of the site.
  package var includesDrafts = false
  /// Whether a warning is as bad as an error.
  package var isStrict = false
  /// The date from which outcomes and "latest" count, in place of the configuration's `as_of`.
  package var clock: EDTFDate?
  /// The folder of the knowledge base, as the user named it: for commands that diagnostics advise.
  package var root = "."

  package init() {}

  /// Whether a site may be written although these were found.
  package func accepts(_ diagnostics: [Diagnostic]) -> Bool {
    !diagnostics.contains { $0.severity == .error || isStrict && $0.severity == .warning }
  }
}
