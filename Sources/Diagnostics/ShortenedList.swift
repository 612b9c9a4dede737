extension Diagnostic {
  /// So many of one sort in one file are told one by one. Whoever has more looks at the first ones, and mends them all
  /// with one search.
  package static let mostAlike = 200
}

extension Sequence<Diagnostic> {
  /// What is printed, in any format: sorted, and of more than `mostAlike` that are of one sort, in one file and as
  /// severe, the first ones and one that tells how many more there are.
  package func sortedAndShortened() -> [Diagnostic] {
    let sorted = sorted().map(\.withoutPasswords)
    guard sorted.count > Diagnostic.mostAlike else { return sorted }
    var counts: [Sort: Int] = [:]
    for diagnostic in sorted { counts[Sort(diagnostic), default: 0] += 1 }
    guard counts.contains(where: { $0.value > Diagnostic.mostAlike }) else { return sorted }
    var seen: [Sort: Int] = [:]
    return sorted.compactMap { diagnostic in
      let sort = Sort(diagnostic)
      let number = seen[sort, default: 0]
      seen[sort] = number + 1
      if number < Diagnostic.mostAlike { return diagnostic }
      guard number == Diagnostic.mostAlike, let count = counts[sort] else { return nil }
      let file = diagnostic.place == nil ? "" : " in this file, from here on"
      return Diagnostic(
        diagnostic.id, diagnostic.severity, "\(count - number) more of these\(file)", at: diagnostic.place)
    }
  }
}

/// What a reader takes for the same mistake, made again.
private struct Sort: Hashable {
  let id: DiagnosticID
  let severity: Diagnostic.Severity
  let path: String?

  init(_ diagnostic: Diagnostic) {
    id = diagnostic.id
    severity = diagnostic.severity
    path = diagnostic.place?.path
  }
}
