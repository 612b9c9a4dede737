import Diagnostics
import Knowledge

extension ExternalLink {
  /// What a verdict means for the author; nothing where the page is there.
  func diagnostic(_ verdict: LinkVerdict) -> Diagnostic? {
    switch verdict {
    case .alive: nil
    case .moved(let new):
      diagnostic(
        .movedLink, .note, "'\(address)' has moved for good to '\(new)'", help: "write the new address")
    case .dead(let reason), .unreached(let reason):
      diagnostic(
        .deadLink, .warning, "'\(address)' is dead: \(reason)",
        help: archived.map { "there is a copy: \($0)" }
          ?? "an archive may have a copy: https://web.archive.org/web/\(WebAddress.encoded(address))")
    case .unchecked(let reason):
      diagnostic(
        .uncheckedLink, .note, "'\(address)' could not be checked: \(reason)",
        help: "look at it in a browser")
    }
  }

  private func diagnostic(
    _ id: DiagnosticID, _ severity: Diagnostic.Severity, _ message: String, help: String
  ) -> Diagnostic {
    Diagnostic(
      id, severity, message, at: places.first,
      notes: places.dropFirst().map { Diagnostic.Note("it is written here too", at: $0) }, help: help)
  }
}
