package import Diagnostics
import Files
import Knowledge
package import Progress
import Search
package import Site

extension SiteModel {
  /// What is in a file of the website.
  package enum FileContent {
    case bytes([UInt8])
    /// As a file of the content is.
    case copy(of: SourceText)
  }

  /// Makes every file of the website, on all processors. Where one page of a sort has an error none is made, for it may
  /// be in all of them.
  ///
  /// - Parameters:
  ///   - progress: is told of each file.
  ///   - kept: what is had of a page without making it.
  ///   - keep: takes each file as soon as it is made.
  package func render<Kept: Sendable, Failure: Error>(
    progress: ProgressMeter? = nil, kept: (SitePage) -> Kept? = { _ in nil },
    _ keep: @escaping @Sendable (_ path: String, FileContent) throws(Failure) -> Kept
  ) async throws(Failure) -> (files: [Kept], diagnostics: [Diagnostic]) {
    let all = allPages
    let known = all.map(kept)
    let pages = all.indices.filter { known[$0] == nil }.map { all[$0] }
    progress?.begin(.render, of: pages.count, name: { pages[$0].path }, sort: { pages[$0].maker })
    let samples = renderSamples()
    if samples.hasErrors { return ([], samples.unique) }
    let made = await pages.concurrentMap(progress: progress) {
      page -> Result<(Kept, [Diagnostic]), Failure> in
      do throws(Failure) {
        if let file = page.copiedFile { return .success((try keep(page.path, .copy(of: file)), [])) }
        let made = page.render()
        return .success((try keep(page.path, .bytes(made.bytes)), made.diagnostics))
      } catch {
        return .failure(error)
      }
    }
    let files = try made.map { result throws(Failure) in try result.get() }
    var search: [Kept] = []
    if hasSearch { progress?.begin(.index) }
    for site in [self] + editions { search += try await site.renderSearch(progress, keep) }
    return (known.compactMap(\.self) + files.map(\.0) + search, files.flatMap(\.1).unique)
  }

  private func renderSearch<Kept: Sendable, Failure: Error>(
    _ progress: ProgressMeter?,
    _ keep: @escaping @Sendable (_ path: String, FileContent) throws(Failure) -> Kept
  ) async throws(Failure) -> [Kept] {
    guard hasSearch else { return [] }
    let files = await searchFiles
    let made = await ([SearchFiles.rootName] + files.names).concurrentMap { name -> Result<Kept, Failure> in
      do throws(Failure) {
        return .success(try keep(self.folder + SearchFiles.folder + name, .bytes(files.file(name) ?? [])))
      } catch {
        return .failure(error)
      }
    }
    progress?.advance(by: made.count)
    return try made.map { result throws(Failure) in try result.get() }
  }

  /// Renders the website and writes the files that changed: all of them, or none.
  ///
  /// - Parameter kept: those that are in place as they would be made.
  func write(
    to writer: SiteWriter, keeping kept: KeptPages? = nil, progress: ProgressMeter? = nil
  ) async throws -> (report: WriteReport?, diagnostics: [Diagnostic]) {
    func inPlace(_ page: SitePage) -> StagedFile? {
      kept?.contains(page) == true ? writer.keep(page.path) : nil
    }
    do {
      let made = try await render(progress: progress, kept: inPlace) { path, content in
        switch content {
        case .bytes(let bytes): try writer.stage(path, bytes)
        case .copy(let file): try writer.stage(path, file)
        }
      }
      let diagnostics = made.diagnostics + made.files.compactMap(\.diagnostic)
      guard diagnostics.hasErrors else {
        return (try writer.commit(made.files, progress: progress), diagnostics)
      }
      try writer.abandon()
      return (nil, diagnostics)
    } catch {
      try writer.abandon()
      throw error
    }
  }
}
