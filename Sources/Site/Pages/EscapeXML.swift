/// A text as it may stand in XML, within an element or a quoted attribute; control characters, which XML can't hold in
/// any form, are left out.
package func escapeXML(_ text: String) -> String {
  var escaped = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "'": escaped += "&apos;"
    case "\"": escaped += "&quot;"
    case "\t", "\n", "\r": escaped.unicodeScalars.append(scalar)
    case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}
