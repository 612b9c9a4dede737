package import Diagnostics
import Glibc
package import Knowledge
package import Progress

/// What a check of the links to elsewhere found.
package struct LinkReport {
  package let links: Int
  /// How many of them were asked for, and not known from an earlier check.
  package let asked: Int
  package let diagnostics: [Diagnostic]

  package var dead: Int { diagnostics.count { $0.id == .deadLink } }
}

extension LinkCheck {
  /// Asks for every page elsewhere that is linked, unless the cache knows, and keeps what it finds.
  ///
  /// - Parameters:
  ///   - maximumAge: for how many days a page that was there is not asked for again.
  ///   - progress: is told of each link, and of the hosts that are waited for.
  /// - Throws: `LinkError` without `curl`, or where the cache is another file; `FileError`.
  package func report(
    on all: [ExternalLink], cache file: LinkCache.File, maximumAge: Int, progress: ProgressMeter? = nil
  ) async throws -> LinkReport {
    var cache = try LinkCache(file, now: time(nil), maximumAge: maximumAge)
    // Of those with a password, the knowledge base has told already.
    let links = all.filter { !$0.hasLogin }
    let unknown = links.map(\.address).filter { cache[$0] == nil }
    var done = 0
    var saved: ContinuousClock.Instant?
    progress?.begin(.links, of: unknown.count)
    try await run(unknown, progress: progress) { address, verdict in
      cache.record(verdict, of: address, at: time(nil))
      done += 1
      progress?.advance()
      // Whoever ends the program early keeps what was found so far.
      if saved.map({ .now - $0 > .seconds(1) }) ?? true {
        try cache.write(to: file)
        saved = .now
      }
    }
    progress?.end()
    if done > 0 { try cache.write(to: file) }
    let known = links.compactMap { link in cache[link.address].flatMap(link.diagnostic) }
    let rest =
      done < unknown.count ? [Diagnostic.outOfTime(unknown.count - done, Int(wholeTime / .seconds(60)))] : []
    return LinkReport(links: all.count, asked: done, diagnostics: known + rest)
  }
}
