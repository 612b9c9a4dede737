extension String {
  /// Whether a shell that reads a word sees nothing in it but the word.
  package var isPlainInShell: Bool {
    !isEmpty
      && unicodeScalars.allSatisfy {
        "-_./0123456789".unicodeScalars.contains($0) || $0.properties.isAlphabetic
      }
  }

  /// As a shell takes it for one word, whatever is in it.
  package var quotedForShell: String {
    let parts = split(separator: "'", omittingEmptySubsequences: false)
    return isPlainInShell ? self : "'" + parts.joined(separator: "'\\''") + "'"
  }
}
