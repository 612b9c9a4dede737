import Diagnostics

/// What can be wrong with a file before anybody has read a line of it.
extension Diagnostic {
  static func unreadable(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(.unreadableFile, .error, "cannot read '\(path)': \(reason)", at: Place(path))
  }

  static func nameIsNoText(_ path: String) -> Diagnostic {
    Diagnostic(
      .unreadableFile, .error, "the name of '\(path)' is not UTF-8 text", at: Place(path),
      help: "rename the file")
  }

  static func nameHasControlCharacter(_ path: String) -> Diagnostic {
    Diagnostic(
      .unreadableFile, .error, "the name of '\(path)' contains a control character, such as a line break",
      at: Place(path), help: "rename the file")
  }

  /// A file less is a warning; without its settings or all of its content a knowledge base would be another.
  static func symbolicLink(_ path: String, _ severity: Severity) -> Diagnostic {
    Diagnostic(
      .symbolicLink, severity, "'\(path)' is a symbolic link and is not followed", at: Place(path),
      help: "replace it with the file itself")
  }

  /// A pipe, a socket or a device: reading it might never end, so it isn't opened.
  static func noFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .unreadableFile, .warning, "'\(path)' is a pipe, a socket or a device, and is not read",
      at: Place(path), help: "replace it with a file, or remove it")
  }

  static func tooLarge(_ path: String) -> Diagnostic {
    Diagnostic(
      .fileTooLarge, .error, "'\(path)' is larger than \(SourceTree.maximumFileSize >> 20) MB",
      at: Place(path), help: "keep large files outside the knowledge base and link to them")
  }
}
