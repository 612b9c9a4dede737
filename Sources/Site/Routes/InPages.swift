extension Array {
  /// In order, none of them longer than `count`, and all about as long.
  func inPages(of most: Int) -> [[Element]] {
    guard count > most else { return isEmpty ? [] : [self] }
    let pages = (count + most - 1) / most
    let length = (count + pages - 1) / pages
    return stride(from: 0, to: count, by: length).map { Array(self[$0..<Swift.min($0 + length, count)]) }
  }
}
