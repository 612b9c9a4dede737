import Folding

extension EDTFDate: CustomStringConvertible {
  /// The EDTF text, exactly as it was parsed.
  package var description: String {
    switch extent {
    case .point(let point): point.description
    case .interval(let from, let to): "\(from?.description ?? "..")/\(to?.description ?? "..")"
    }
  }

  /// For readers: "1 June 2021", "October 2019 (approximate)", "2024 to 2026"; in Chinese "2021年6月1日".
  package func display(in words: ReaderWords) -> String {
    switch extent {
    case .point(let point): return point.display(in: words)
    case .interval(let from, let until):
      let (from, until) = (from?.display(in: words), until?.display(in: words))
      guard let from else { return words("date_until", until ?? words("date_unknown")) }
      guard let until else { return words("date_from", from) }
      return words("date_span", ["first": from, "last": until])
    }
  }
}

extension EDTFDate.Point: CustomStringConvertible {
  package var description: String {
    var text = padded(year, to: 4)
    if let month { text += "-" + padded(month, to: 2) }
    if let day { text += "-" + padded(day, to: 2) }
    switch (isApproximate, isUncertain) {
    case (true, true): text += "%"
    case (true, false): text += "~"
    case (false, true): text += "?"
    case (false, false): break
    }
    return text
  }

  fileprivate func display(in words: ReaderWords) -> String {
    var values = ["": String(year), "year": String(year)]
    values["month"] = month.map { words.month($0, isAlone: day == nil) }
    values["day"] = day.map(String.init)
    let text = words(day != nil ? "date_day" : month != nil ? "date_month" : "year", values)
    switch (isApproximate, isUncertain) {
    case (false, false): return text
    case (true, false): return words("date_approximate", text)
    case (false, true): return words("date_uncertain", text)
    case (true, true): return words("date_approximate_uncertain", text)
    }
  }

  private func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

enum MonthName {
  static let all = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  /// The number of the month that a word names: in full, by three letters, or as "Sept".
  static func number(of word: String) -> Int? {
    let word = word.foldedCase
    guard word.utf8.count >= 3 else { return nil }
    return all.firstIndex { name in
      let name = name.foldedCase
      return name == word || name.prefix(3) == word || name == "september" && word == "sept"
    }.map { $0 + 1 }
  }
}
