/// SARIF 2.1.0, as code scanning services read it.
extension MachinePrinter {
  package func sarif(_ diagnostics: [Diagnostic]) -> JSON {
    let sorted = diagnostics.sortedAndShortened()
    let rules = Set(sorted.map(\.id.rawValue)).sorted()
    return [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": "remit", "version": .string(version),
              "rules": .array(rules.map { ["id": .string($0)] }),
            ]
          ],
          "columnKind": "unicodeCodePoints",
          "results": .array(sorted.map(result)),
        ]
      ],
    ]
  }

  private func result(_ diagnostic: Diagnostic) -> JSON {
    let message = [diagnostic.message, diagnostic.help].compactMap(\.self).joined(separator: "; ")
    // GitHub refuses a result without a place; what has none has to do with the set-up.
    let place = diagnostic.place ?? Place("remit.yaml")
    let related = diagnostic.notes.compactMap { note in note.place.map { location($0, note.message) } }
    return .compact([
      "ruleId": .string(diagnostic.id.rawValue),
      "level": .string(diagnostic.severity.rawValue),
      "message": ["text": .string(message)],
      "locations": [location(place)],
      "relatedLocations": related.isEmpty ? .null : .array(related),
    ])
  }

  private func location(_ place: Place, _ message: String? = nil) -> JSON {
    .compact([
      "physicalLocation": [
        "artifactLocation": ["uri": .string(uri(folder + place.path))],
        "region": [
          "startLine": .integer(Int(place.position.line)), "startColumn": .integer(column(place)),
        ],
      ],
      "message": message.map { ["text": .string($0)] } ?? .null,
    ])
  }

  /// A path as a URI: all but letters, digits and what may stand in one (RFC 3986) by percent signs.
  private func uri(_ path: String) -> String {
    path.utf8.reduce(into: "") { uri, byte in
      let scalar = Unicode.Scalar(byte)
      if scalar.isASCII, scalar.properties.isAlphabetic || "0123456789-._~/".unicodeScalars.contains(scalar) {
        uri.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        uri += byte < 0x10 ? "%0" + digits : "%" + digits
      }
    }
  }
}
