import Folding

/// "; did you mean 'x'?" or nothing: the end of a message about an unknown name.
package func didYouMean(_ name: String, among candidates: some Sequence<String>) -> String {
  nearest(to: name, among: candidates).map { "; did you mean '\($0)'?" } ?? ""
}
