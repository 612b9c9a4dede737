import Diagnostics
import Knowledge

/// The addresses that plain pages had elsewhere. Where one is taken it is a warning, for somebody else's pages must
/// build.
struct FormerAddresses {
  private(set) var diagnostics: [Diagnostic] = []
  /// By path in small letters; `nil` for what no page had before.
  private var owners: [String: EntityID?]

  /// - Parameter taken: the paths of the website that are in use.
  init(taken: [String]) {
    owners = Dictionary(taken.map { ($0.lowercased(), nil) }) { first, _ in first }
  }

  /// The path of the redirect from an address, which begins with a slash: one without `.html` is a folder's. `nil`
  /// where there is to be none.
  mutating func path(_ address: String, of page: EntityID, at place: Place) -> String? {
    let parts = address.split(separator: "/")
    guard !parts.isEmpty, parts.allSatisfy({ !$0.hasPrefix(".") }) else {
      report(.invalidSlug, "'\(address)' is no address of a page", at: place)
      return nil
    }
    let joined = parts.joined(separator: "/")
    let path = joined.hasSuffix(".html") ? joined : joined + "/index.html"
    if let owner = owners.updateValue(page, forKey: path.lowercased()) {
      if owner != page { report(.formerIDInUse, "the address '\(address)' is another page's", at: place) }
      owners[path.lowercased()] = owner
      return nil
    }
    return path
  }

  private mutating func report(_ id: DiagnosticID, _ message: String, at place: Place) {
    diagnostics.append(
      Diagnostic(id, .warning, message, at: place, help: "take it out of the front matter"))
  }
}
