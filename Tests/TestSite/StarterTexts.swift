package import Site

extension Starter {
  /// The knowledge base that `remit init` makes: texts by their paths.
  package static var texts: [String: String] {
    Dictionary(files.map { ($0.path, $0.text) }) { first, _ in first }
  }
}
