import Folding

/// "; did you mean 'x'?" or nothing: the end of a message about an unknown name.
package func didYouMean(_ name: String, among candidates: some Sequence<String>) -> String {
  didYouMean(nearest(to: name, among: candidates))
}

/// The question for a suggestion that is known already; nothing where there is none.
package func didYouMean(_ suggestion: String?) -> String {
  suggestion.map { "; did you mean '\($0)'?" } ?? ""
}
