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
  ///
  /// - Parameter language: a language tag; any Chinese one gives Chinese, every other English.
  package func display(language: String) -> String {
    let language = DisplayLanguage(tag: language)
    func text(_ point: Point?) -> String? { point?.display(language) }
    switch extent {
    case .point(let point): return point.display(language)
    case .interval(let from, let to):
      switch (language, text(from), text(to)) {
      case (.english, let from?, let to?): return "\(from) to \(to)"
      case (.english, let from?, nil): return "from \(from)"
      case (.english, nil, let to): return "until \(to ?? "an unknown date")"
      case (.chinese, let from?, let to?): return "\(from)至\(to)"
      case (.chinese, let from?, nil): return "\(from)起"
      case (.chinese, nil, let to): return "截至\(to ?? "未知日期")"
      }
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

  fileprivate func display(_ language: DisplayLanguage) -> String {
    switch language {
    case .english:
      let words = [day.map(String.init), month.map { MonthName.all[$0 - 1] }, String(year)]
      return words.compactMap(\.self).joined(separator: " ") + (qualification(language) ?? "")
    case .chinese:
      let text = "\(year)年" + (month.map { "\($0)月" } ?? "") + (day.map { "\($0)日" } ?? "")
      return text + (qualification(language) ?? "")
    }
  }

  private func qualification(_ language: DisplayLanguage) -> String? {
    switch (language, isApproximate, isUncertain) {
    case (_, false, false): nil
    case (.english, true, false): " (approximate)"
    case (.english, false, true): " (uncertain)"
    case (.english, true, true): " (approximate and uncertain)"
    case (.chinese, true, false): "（约）"
    case (.chinese, false, true): "（存疑）"
    case (.chinese, true, true): "（约，存疑）"
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
