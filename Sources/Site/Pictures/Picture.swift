/// A drawing of what a table says, with the sentence that tells what is to be seen in it: made from the table's own rows, so
/// that both say the same.
struct Picture: Sendable {
  /// What it shows, such as the title of the view.
  var title: String
  /// What is to be seen, with numbers from the data.
  let sentence: String
  /// What else has to be said of it: what is left out, what is counted.
  var remarks: [String] = []
  /// Whether nothing of the table is left out.
  var tellsAll = true
  /// For screens of computers and for paper, as wide as `Drawing.wide`.
  let wide: Drawing
  /// For phones: laid out anew, not made smaller.
  let narrow: Drawing

  /// More rows than these nobody tells apart: they are summed, or left to the table.
  static let mostRows = 60
}
