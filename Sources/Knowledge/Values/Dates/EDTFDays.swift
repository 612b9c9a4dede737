extension EDTFDate {
  /// The days from one date to another, `2024-08-24..2024-09-20`, or those of any date or period.
  package static func parse(days text: String) -> Result<EDTFDate, InvalidValue> {
    guard !text.contains("/"), let dots = text.firstRange(of: "..") else { return parse(text) }
    let ends = [text[..<dots.lowerBound], text[dots.upperBound...]].map { $0.isEmpty ? ".." : String($0) }
    return parse(ends.joined(separator: "/"))
  }
}
