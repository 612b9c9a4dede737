import Diagnostics
import Files
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
    if let entry = site.plan.entry(at: String(name)) {
      if let file = site.copiedFile(entry) {
        return copy(of: file, as: entry.path) ?? .notFound(path, in: site)
      }
      let page = site.render(entry)
      if page.diagnostics.hasErrors { return .mistakes(page.diagnostics, snapshot) }
      return ServedPage(contentType: MediaType.of(entry.path), body: page.bytes)
    }
    if let elsewhere = elsewhere(String(name), site) { return .redirect(to: elsewhere) }
    return .notFound(path, in: site)
  }

  /// `nil` where the file has gone or changed: that is told, and shown, in a moment.
  private func copy(of file: SourceText, as path: String) -> ServedPage? {
    do {
      return ServedPage(contentType: MediaType.of(path), body: try file.allBytes())
    } catch {
      return nil
    }
  }

  /// A folder whose slash was left out, or an address as it is on the published site.
  private func elsewhere(_ name: String, _ site: SiteModel) -> String? {
    if site.plan.entry(at: name + "/" + Routes.home) != nil { return name + "/" }
    let base = site.configuration.basePath.dropFirst()
    guard !base.isEmpty, name.hasPrefix(base) else { return nil }
    let rest = String(name.dropFirst(base.count))
    return rest.isEmpty || site.plan.entry(at: rest) != nil ? rest : nil
  }
}
