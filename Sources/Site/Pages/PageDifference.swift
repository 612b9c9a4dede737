package import Changes
import Diagnostics
import Knowledge
package import Progress

extension PageChanges {
  /// Which files of two websites differ: each is rendered from both, compared and dropped.
  package static func between(
    _ before: SiteModel, _ after: SiteModel, progress: ProgressMeter? = nil
  ) async -> PageChanges {
    let old = Dictionary(before.plan.entries.map { ($0.path, $0) }) { first, _ in first }
    let new = Dictionary(after.plan.entries.map { ($0.path, $0) }) { first, _ in first }
    let common = new.keys.filter { old[$0] != nil }.sorted()
    progress?.begin(.compare, of: common.count) { common[$0] }
    let differs = await common.concurrentMap(progress: progress) { path -> Bool in
      guard let was = old[path], let now = new[path] else { return false }
      if let file = before.copiedFile(was), let other = after.copiedFile(now) {
        return !file.isSame(as: other)
      }
      return before.render(was).bytes != after.render(now).bytes
    }
    return PageChanges(
      added: new.keys.filter { old[$0] == nil }.sorted(),
      removed: old.keys.filter { new[$0] == nil }.sorted(),
      changed: zip(common, differs).filter(\.1).map(\.0))
  }
}
