import Diagnostics
import Glibc
import Knowledge
import Pipeline

/// What a check of the links to elsewhere found.
struct LinkReport {
  var links = 0
  /// How many of them were asked for, and not known from an earlier check.
  var asked = 0
  var diagnostics: [Diagnostic] = []
}

extension KnowledgeBase {
  /// Asks for every page elsewhere that is linked, unless the cache knows, and keeps what it finds.
  ///
  /// - Parameter root: the folder of the knowledge base.
  func checkLinks(_ options: ExternalOptions, root: String) async throws -> LinkReport {
    let file = LinkCache.File(options.cache, of: root)
    var cache = try LinkCache(file, now: time(nil), maximumAge: options.maxAge)
    let all = graph.externalLinks(in: sources)
    // Of those with a password, the knowledge base has told already.
    let links = all.filter { !$0.hasLogin }
    let unknown = links.map(\.address).filter { cache[$0] == nil }
    var done = 0
    var saved: ContinuousClock.Instant?
    Terminal.progress("\(unknown.count) links to ask for")
    do {
      defer { Terminal.progress(nil) }
      try await options.check.run(unknown) { address, verdict in
        cache.record(verdict, of: address, at: time(nil))
        done += 1
        Terminal.progress("\(done) of \(unknown.count) links: \(address)")
        // Whoever ends the program early keeps what was found so far.
        if saved.map({ .now - $0 > .seconds(1) }) ?? true {
          try cache.write(to: file)
          saved = .now
        }
      }
    }
    if done > 0 { try cache.write(to: file) }
    let known = links.compactMap { link in cache[link.address].flatMap(link.diagnostic) }
    let rest = done < unknown.count ? [Diagnostic.outOfTime(unknown.count - done, options.timeLimit)] : []
    return LinkReport(links: all.count, asked: done, diagnostics: known + rest)
  }
}

extension Terminal {
  /// Shows how far long work is, on a terminal only; `nil` takes it away.
  static func progress(_ text: String?) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    // On one line, and nothing in it that speaks to the terminal.
    let shown = (text ?? "").unicodeScalars.prefix(78).filter { (0x20..<0x7F).contains($0.value) }
    write(sequences: "\r\u{1B}[K" + String(String.UnicodeScalarView(shown)))
  }
}
