/// The name of a machine, as it stands between `//` and the port of a URL.
enum HostName {
  /// Letters, digits, `-` and `_` in parts with dots between; a pattern for many names is none.
  static func isValid(_ text: String) -> Bool {
    text.utf8.count <= 253
      && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
        !part.isEmpty && part.utf8.count <= 63
          && part.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII
              && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || scalar == "-" || scalar == "_")
          }
      }
  }
}
