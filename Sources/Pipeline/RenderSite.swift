import Diagnostics
import Files
import Knowledge
import Site

extension SiteModel {
  /// Renders every page and writes those that changed: all of them, or none.
  func write(to writer: SiteWriter) async throws -> (report: WriteReport?, diagnostics: [Diagnostic]) {
    let samples = renderSamples()
    if samples.hasErrors {
      try writer.abandon()
      return (nil, samples.unique)
    }
    let staged = await plan.entries.concurrentMap { entry -> Result<(StagedFile, [Diagnostic]), any Error> in
      if let file = self.copiedFile(entry) { return Result { (try writer.stage(entry.path, file), []) } }
      let page = self.render(entry)
      return Result { (try writer.stage(entry.path, page.bytes), page.diagnostics) }
    }
    do {
      let files = try staged.map { try $0.get() }
      let diagnostics = files.flatMap(\.1).unique + files.compactMap(\.0.diagnostic)
      if diagnostics.hasErrors {
        try writer.abandon()
        return (nil, diagnostics)
      }
      return (try writer.commit(files.map(\.0)), diagnostics)
    } catch {
      try writer.abandon()
      throw error
    }
  }
}
