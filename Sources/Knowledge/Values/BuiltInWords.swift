import Folding

/// The texts of `ReaderWords` in the languages that Remit brings, by the keys under which the strings of a theme may give
/// them.
package enum BuiltInWords {
  /// For every key what English says, and what Chinese says. Without a text for it a per cent stays as it is written.
  private static let table: [(key: String, english: String, chinese: String)] = [
    ("year", "{}", "{}年"),
    ("date_month", "{month} {year}", "{year}年{month}"),
    ("date_day", "{day} {month} {year}", "{year}年{month}{day}日"),
    ("date_span", "{first} to {last}", "{first}至{last}"),
    ("date_from", "from {}", "{}起"),
    ("date_until", "until {}", "截至{}"),
    ("date_unknown", "an unknown date", "未知日期"),
    ("date_approximate", "{} (approximate)", "{}（约）"),
    ("date_uncertain", "{} (uncertain)", "{}（存疑）"),
    ("date_approximate_uncertain", "{} (approximate and uncertain)", "{}（约，存疑）"),
    ("month_1", "January", "1月"), ("month_2", "February", "2月"), ("month_3", "March", "3月"),
    ("month_4", "April", "4月"), ("month_5", "May", "5月"), ("month_6", "June", "6月"),
    ("month_7", "July", "7月"), ("month_8", "August", "8月"), ("month_9", "September", "9月"),
    ("month_10", "October", "10月"), ("month_11", "November", "11月"), ("month_12", "December", "12月"),
    ("length_days", "{} days", "{}天"), ("length_weeks", "{} weeks", "{}周"),
    ("length_months", "{} months", "{}个月"), ("length_years", "{} years", "{}年"),
    ("amount_greater", "more than {}", "超过{}"), ("amount_at_least", "at least {}", "至少{}"),
    ("amount_less", "less than {}", "低于{}"), ("amount_at_most", "at most {}", "不超过{}"),
    ("amount_about", "about {}", "约{}"), ("amount_several", "several {}", "若干{}"),
    ("per_cent", "", "{}%"), ("decimal_mark", ".", "."), ("group_mark", ",", ","),
  ]

  static let lengths = ["length_days", "length_weeks", "length_months", "length_years"]

  /// The key of a month that stands without a day; `nil` in English and Chinese, which have one form.
  static func monthAlone(_ number: Int) -> String { "month_\(number)_alone" }

  package static let keys = table.map(\.key)

  /// With the forms for one.
  package static let english: [String: String] = {
    var texts = Dictionary(uniqueKeysWithValues: table.map { ($0.key, $0.english) })
    for key in lengths { texts[key + "_one"] = texts[key].map { String($0.dropLast()) } }
    return texts
  }()

  private static let chinese = Dictionary(uniqueKeysWithValues: table.map { ($0.key, $0.chinese) })

  /// Those of a language, where Remit brings them. Chinese has no forms for numbers.
  package static func texts(of language: String) -> [String: String] {
    isChinese(language) ? chinese : LanguageTag(language)?.language == "en" ? english : [:]
  }

  static func isChinese(_ tag: String) -> Bool { ["zh", "cmn"].contains(LanguageTag(tag)?.language) }
}
