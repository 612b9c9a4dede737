import Diagnostics
import Files
import Knowledge
import Pipeline
import Preview
import Site
import Synchronization

/// Makes the pages of the newest good site when they are asked for. Which snapshot that is, is all that requests share.
final class PreviewPages: PageSource {
  private let shown: Mutex<Snapshot>

  init(_ snapshot: Snapshot) { shown = Mutex(snapshot) }

  func show(_ snapshot: Snapshot) { shown.withLock { $0 = snapshot } }

  func page(at path: String) async -> ServedPage {
    let snapshot = shown.withLock { $0 }
    guard let site = snapshot.site else { return .mistakes(snapshot) }
    let name = path.hasSuffix("/") ? path.dropFirst() + Routes.home : path.dropFirst()
    if let found = site.page(at: String(name)) {
      return page(found, in: snapshot) ?? .notFound(path, in: site)
    }
    if let bytes = await site.searchFile(at: String(name)) {
      return ServedPage(contentType: MediaType.of(String(name)), body: bytes)
    }
    if let page = newPage(String(name), in: snapshot) { return page }
    if let elsewhere = elsewhere(String(name), site) { return .redirect(to: elsewhere) }
    return .notFound(path, in: site)
  }

  /// `nil` where a file has gone or changed: that is told, and shown, in a moment.
  private func page(_ page: SitePage, in snapshot: Snapshot) -> ServedPage? {
    let type = MediaType.of(page.path)
    if let file = page.copiedFile {
      do {
        return ServedPage(contentType: type, body: try file.allBytes(), isForeign: true)
      } catch {
        return nil
      }
    }
    let page = page.render()
    return page.diagnostics.hasErrors
      ? .mistakes(page.diagnostics, snapshot) : ServedPage(contentType: type, body: page.bytes)
  }

  /// A page that the last good site has not, as it is in the newest, which has errors: shown where none of them is in
  /// its own file or in what all pages are made with; else what holds it back is said. `nil` where there is none.
  private func newPage(_ name: String, in snapshot: Snapshot) -> ServedPage? {
    let newest = snapshot.base.site
    guard snapshot.isStale, let found = newest.page(at: name) else { return nil }
    let errors = snapshot.held.filter { newest.concerns($0, found.entry) }
    return errors.isEmpty ? page(found, in: snapshot) : .mistakes(errors, snapshot)
  }

  /// A folder whose slash was left out, or an address as it is on the published site.
  private func elsewhere(_ name: String, _ site: SiteModel) -> String? {
    if site.page(at: name + "/" + Routes.home) != nil { return name + "/" }
    let base = site.configuration.basePath.dropFirst()
    guard !base.isEmpty, name.hasPrefix(base) else { return nil }
    let rest = String(name.dropFirst(base.count))
    return rest.isEmpty || site.page(at: rest) != nil ? rest : nil
  }
}

extension SiteModel {
  /// Whether a page can't be believed because of a mistake: one without a place, one in the settings or templates, and
  /// one in the file that the page is made of.
  fileprivate func concerns(_ diagnostic: Diagnostic, _ entry: SitePlan.Entry) -> Bool {
    guard let path = diagnostic.place?.path, path.hasPrefix(ContentFolder.prefix) else { return true }
    switch entry.output {
    case .entity(let id), .redirect(let id), .home(let id?):
      let shown = [id] + routes.sections(of: id)
      return shown.contains { graph[$0].path == path }
    case .contentAsset(let number): return assets[number].path == path
    // What is made of many files is as wrong as any of them.
    default: return true
    }
  }
}
