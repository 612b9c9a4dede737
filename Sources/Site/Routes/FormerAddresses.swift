import Diagnostics
import Folding
import Knowledge

/// The addresses that plain pages had elsewhere. Where one is taken, or can't be an address of this site, it is a
/// warning, for somebody else's pages must build.
struct FormerAddresses {
  private(set) var diagnostics: [Diagnostic] = []
  /// By path in small letters; `nil` for what no page had before.
  private var owners: [String: EntityID?]

  /// - Parameter taken: the paths of the website that are in use.
  init(taken: [String]) {
    owners = Dictionary(taken.map { ($0.foldedPath, nil) }) { first, _ in first }
  }

  /// The path of the redirect from an address, which begins with a slash: one without `.html` is a folder's. `nil`
  /// where there is to be none.
  ///
  /// - Parameter own: the page's own path, which is no former one.
  mutating func path(_ address: String, of page: EntityID, own: String, at place: Place) -> String? {
    let path: String
    if address == "/", own == "index.html" { return nil }
    switch FormerAddresses.path(of: address) {
    case .success(let found): path = found
    case .failure(let mistake):
      report(.invalidSlug, "'\(address.shortened)' cannot be a page's address: \(mistake.reason)", at: place)
      return nil
    }
    if path.foldedPath == own.foldedPath { return nil }
    if let owner = owners.updateValue(page, forKey: path.foldedPath) {
      if owner != page {
        report(.formerIDInUse, "the address '\(address.shortened)' belongs to another page", at: place)
      }
      owners[path.foldedPath] = owner
      return nil
    }
    return path
  }

  /// As `path(_:of:own:at:)`, for an address that no file says: where it is taken, nobody needs to hear of it.
  mutating func path(byRule address: String, of page: EntityID, own: String) -> String? {
    guard case .success(let path) = FormerAddresses.path(of: address), path.foldedPath != own.foldedPath,
      owners[path.foldedPath] == nil
    else { return nil }
    owners[path.foldedPath] = page
    return path
  }

  private struct Mistake: Error {
    var reason: String
  }

  private static func path(of address: String) -> Result<String, Mistake> {
    if address.hasPrefix("//") { return .failure(Mistake(reason: "it leads to another site")) }
    if address.contains(where: { "?#".contains($0) }) {
      return .failure(Mistake(reason: "what follows '?' or '#' is not part of a path"))
    }
    guard let decoded = try? address.decodedPath() else {
      return .failure(Mistake(reason: "a '%' must begin an encoded UTF-8 character other than a slash"))
    }
    let parts = decoded.split(separator: "/")
    guard !parts.isEmpty else { return .failure(Mistake(reason: "it is that of the home page")) }
    guard parts.allSatisfy({ !$0.hasPrefix(".") }) else {
      return .failure(Mistake(reason: "a part of it begins with a dot"))
    }
    let joined = parts.joined(separator: "/")
    let path = joined.hasSuffix(".html") ? joined : joined + "/index.html"
    return OutputPath.objection(to: path).map { .failure(Mistake(reason: $0)) } ?? .success(path)
  }

  private mutating func report(_ id: DiagnosticID, _ message: String, at place: Place) {
    diagnostics.append(
      Diagnostic(id, .warning, message, at: place, help: "remove it from the front matter"))
  }
}
