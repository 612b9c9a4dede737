/// What an author (or the engineer who set the knowledge base up) got wrong: collected, sorted and printed,
/// never thrown.
package struct Diagnostic: Hashable, Sendable {
  package enum Severity: String, Hashable, Comparable, Sendable, CaseIterable {
    case error, warning, note

    package static func < (a: Severity, b: Severity) -> Bool {
      allCases.firstIndex(of: a) ?? 0 < allCases.firstIndex(of: b) ?? 0
    }
  }

  /// A second place that explains the first, such as "first declared here".
  package struct Note: Hashable, Sendable {
    package var message: String
    package var place: Place?

    package init(_ message: String, at place: Place? = nil) {
      self.message = message
      self.place = place
    }
  }

  package var id: DiagnosticID
  package var severity: Severity
  /// One sentence without a full stop, in lower case, naming things in single quotes.
  package var message: String
  package var place: Place?
  package var notes: [Note]
  /// The way out: what to write instead.
  package var help: String?

  package init(
    _ id: DiagnosticID, _ severity: Severity, _ message: String, at place: Place?,
    notes: [Note] = [], help: String? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.place = place
    self.notes = notes
    self.help = help
  }

  /// An error.
  package init(
    _ id: DiagnosticID, _ message: String, at place: Place?, notes: [Note] = [], help: String? = nil
  ) {
    self.init(id, .error, message, at: place, notes: notes, help: help)
  }
}

extension Diagnostic: Comparable {
  /// By place, then severity, id and message, so that the order is the same in every run.
  package static func < (a: Diagnostic, b: Diagnostic) -> Bool {
    let (placeA, placeB) = (a.place ?? Place(""), b.place ?? Place(""))
    if placeA != placeB { return placeA < placeB }
    return (a.severity, a.id.rawValue, a.message) < (b.severity, b.id.rawValue, b.message)
  }
}

extension Sequence<Diagnostic> {
  package var hasErrors: Bool { contains { $0.severity == .error } }

  package func count(of severity: Diagnostic.Severity) -> Int {
    reduce(0) { $0 + ($1.severity == severity ? 1 : 0) }
  }
}
