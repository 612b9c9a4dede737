package import Diagnostics
import Knowledge

extension ExternalLink {
  /// What a verdict means for the author; nothing where the page is there.
  func diagnostic(_ verdict: LinkVerdict) -> Diagnostic? {
    switch verdict {
    case .alive: nil
    case .moved(let new):
      diagnostic(
        .movedLink, .note, "'\(address)' has moved permanently to '\(new)'", help: "write the new address")
    case .dead(let reason), .unreached(let reason):
      diagnostic(
        .deadLink, .warning, "'\(address)' is dead: \(reason)",
        help: copy.map { "there is a copy: \($0)" }
          ?? "an archive may have a copy: https://web.archive.org/web/\(WebAddress.encoded(address))")
    case .unchecked(let reason), .unanswered(let reason):
      diagnostic(
        .uncheckedLink, .note, "'\(address)' could not be checked: \(reason)",
        help: "open it in a browser")
    }
  }

  private var copy: String? { archived.flatMap { WebAddress.hasUser($0) ? nil : $0 } }

  private func diagnostic(
    _ id: DiagnosticID, _ severity: Diagnostic.Severity, _ message: String, help: String
  ) -> Diagnostic {
    Diagnostic(
      id, severity, message, at: places.first,
      notes: places.dropFirst().map { Diagnostic.Note("it is also written here", at: $0) }, help: help)
  }
}

extension Diagnostic {
  package static func outOfTime(_ links: Int, _ minutes: Int) -> Diagnostic {
    Diagnostic(
      .uncheckedLink, .note,
      "the check ran out of time: \(counted(links, "link was", "links were")) not checked", at: nil,
      help:
        "run it again, since results so far are kept; or allow more than \(minutes) minutes with --time-limit"
    )
  }
}
