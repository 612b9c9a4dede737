import Diagnostics

/// Checks that the bytes are text that YAML may hold, and blanks out what is not, byte for byte, so that the
/// rest can still be read. Reports the first of each sort: one wrong encoding makes a thousand wrong bytes.
///
/// What YAML 1.1 takes for line breaks and nobody sees (U+0085, U+2028, U+2029, a carriage return alone) is
/// refused too, so that a line is a line for every reader of the file.
func checkText(_ bytes: inout [UInt8], offset: Int, source: SourceText) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  var seen: Set<DiagnosticID> = []
  func report(_ id: DiagnosticID, _ message: String, at index: Int, help: String) {
    guard seen.insert(id).inserted else { return }
    let place = Place(source.path, source.position(at: offset + index))
    diagnostics.append(Diagnostic(id, .error, message, at: place, help: help))
  }
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    if byte >= 0x20, byte < 0x7F {
      index += 1
      continue
    }
    guard let scalar = scalar(in: bytes, at: index) else {
      report(
        .invalidUTF8, "the bytes here are not UTF-8 text", at: index,
        help: "save the file as UTF-8")
      bytes[index] = UInt8(ascii: "?")
      index += 1
      continue
    }
    if !isAllowed(scalar, next: index + 1 < bytes.count ? bytes[index + 1] : 0) {
      report(
        .invalidYAML, "the invisible character \(scalar.code) is not allowed in YAML", at: index,
        help: "delete the character")
      for wrong in index..<(index + UTF8.width(scalar)) { bytes[wrong] = UInt8(ascii: " ") }
    }
    index += UTF8.width(scalar)
  }
  return diagnostics
}

func isAllowed(_ scalar: Unicode.Scalar, next: UInt8) -> Bool {
  switch scalar.value {
  case 0x09, 0x0A: true
  case 0x0D: next == UInt8(ascii: "\n")
  case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: false
  default: true
  }
}

/// The scalar whose UTF-8 begins at `index`, or `nil` where the bytes are not well formed.
private func scalar(in bytes: [UInt8], at index: Int) -> Unicode.Scalar? {
  var decoder = UTF8()
  var iterator = bytes[index..<min(index + 4, bytes.count)].makeIterator()
  guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
  return scalar
}

extension Unicode.Scalar {
  /// `U+00A0`
  var code: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension UTF8 {
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
    scalar.value < 0x80 ? 1 : scalar.value < 0x800 ? 2 : scalar.value < 0x10000 ? 3 : 4
  }
}
