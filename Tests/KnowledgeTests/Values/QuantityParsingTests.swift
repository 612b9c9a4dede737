import Knowledge
import TestSupport
import Testing

@Suite struct QuantityParsingTests {
  /// Written, with signs, in English and in Chinese words.
  @Test(arguments: [
    ("1000", "1,000", "1,000", "1,000"),
    ("10,000 enterprises", "10,000 enterprises", "10,000 enterprises", "10,000 enterprises"),
    ("≥ 85 %", "≥ 85 %", "at least 85 %", "至少85%"),
    (">= 85%", "≥ 85 %", "at least 85 %", "至少85%"),
    ("> 5", "> 5", "more than 5", "超过5"),
    ("more than 5", "> 5", "more than 5", "超过5"),
    ("at least 800", "≥ 800", "at least 800", "至少800"),
    ("At most 3", "≤ 3", "at most 3", "不超过3"),
    ("< 2 years", "< 2 years", "less than 2 years", "低于2 years"),
    ("~ 60 %", "≈ 60 %", "about 60 %", "约60%"),
    ("about 60 percent", "≈ 60 percent", "about 60 percent", "约60%"),
    ("CNY 43.5 billion", "CNY 43.5 billion", "CNY 43.5 billion", "CNY 43.5 billion"),
    ("RMB 20bn", "RMB 20 bn", "RMB 20 bn", "RMB 20 bn"),
    ("over US$5 million", "> US$5 million", "more than US$5 million", "超过 US$5 million"),
    ("20 million yuan", "20 million yuan", "20 million yuan", "20 million yuan"),
    ("435亿元", "435亿元", "435亿元", "435亿元"),
    ("人民币435亿元", "人民币435亿", "人民币435亿", "人民币435亿"),
    ("约1,000家", "≈ 1,000家", "about 1,000家", "约1,000家"),
    ("1000家以上", "≥ 1,000家", "at least 1,000家", "至少1,000家"),
    ("70 % or more", "≥ 70 %", "at least 70 %", "至少70%"),
    ("1,557 companies", "1,557 companies", "1,557 companies", "1,557 companies"),
    ("-3.5%", "-3.5 %", "-3.5 %", "-3.5%"),
    ("approx. 5", "≈ 5", "about 5", "约5"),
    ("several", "several", "several", "若干"),
    ("several 100 million", "several 100 million", "several 100 million", "若干100 million"),
    ("several thousand parks", "several thousand parks", "several thousand parks", "若干 thousand parks"),
    ("3 hundred thousand t", "3 hundred thousand t", "3 hundred thousand t", "3 hundred thousand t"),
    ("5 metres", "5 metres", "5 metres", "5 metres"),
    ("\"thousands\"", "“thousands”", "“thousands”", "“thousands”"),
    ("“a large number”", "“a large number”", "“a large number”", "“a large number”"),
  ])
  func shortForm(text: String, signs: String, english: String, chinese: String) throws {
    let quantity = try Quantity.parse(text).get()
    #expect(quantity.description == signs)
    #expect(quantity.display(in: .english) == english)
    #expect(quantity.display(in: ReaderWords(language: "zh-CN")) == chinese)
    #expect(try Quantity.parse(signs).get() == quantity)
    #expect(try Quantity.parse(english).get() == quantity)
  }

  @Test func partsAreKeptAsWritten() throws {
    let quantity = try Quantity.parse("up to RMB 43.50 bn per year").get()
    #expect(quantity.op == .atMost)
    #expect(quantity.currency == "RMB")
    #expect(quantity.number?.description == "43.5")
    #expect(quantity.writtenNumber?.shown == "43.50")
    #expect(quantity.scale?.written == "bn")
    #expect(quantity.unit == "per year")
    #expect(quantity.magnitude?.grouped == "43,500,000,000")
  }

  @Test(arguments: [
    ("", "the quantity is empty"),
    ("thousands", "'thousands' has no number"),
    ("atleast 800", "'atleast 800' does not begin with its number"),
    ("CNY", "'CNY' has no number"),
    ("≥", "'≥' has no number"),
    ("1_000", "'1_000' is not a number"),
    ("10-20", "'10-20' is a range"),
    ("5 % to 10 %", "'5 % to 10 %' is a range"),
    ("5%–10%", "'5%–10%' is a range"),
    ("5 to 10", "'5 to 10' is a range"),
    ("10 至 20", "'10 至 20' is a range"),
    ("CNY 5 to CNY 6", "'CNY 5 to CNY 6' is a range"),
    ("> 5 or more", "'> 5 or more' has two operators"),
    ("CNY 5 USD", "'CNY 5 USD' has two currencies, 'CNY' and 'USD'"),
    ("5 (2021)", "'(2021)' is not a unit"),
  ])
  func mistakes(text: String, reason: String) {
    let mistake = failure(of: text)
    #expect(mistake?.message == reason)
  }

  @Test func aWordingIsAnsweredWithTheLongForm() {
    let help = failure(of: "thousands")?.help
    #expect(help == "write {words: \"thousands\"} for a wording without a number")
  }

  @Test func proseIsNoQuantity() {
    #expect(failure(of: "5 " + String(repeating: "very ", count: 1000) + "long words") != nil)
  }

  @Test func anyPartsReadBack() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<2000 {
      let text = Self.anyQuantity(&generator)
      let quantity = try Quantity.parse(text).get()
      #expect(try Quantity.parse(quantity.description).get() == quantity, "\(text)")
      #expect(try Quantity.parse(quantity.display(in: .english)).get() == quantity, "\(text)")
    }
  }

  static func anyQuantity(_ generator: inout SeededGenerator) -> String {
    let op = ["", "", ">", "≥", "less than", "at most", "~", "several"].randomElement(using: &generator)
    let currency = ["", "", "CNY", "RMB", "¥", "USD", "€"].randomElement(using: &generator)
    let number = String(Int.random(in: -20...20, using: &generator) * 5)
    let fraction = Bool.random(using: &generator) ? ".5" : ""
    let scale = ["", "", "hundred", "thousand", "bn", "billion", "亿"].randomElement(using: &generator)
    let unit = ["", "%", "percent", "parks", "家"].randomElement(using: &generator)
    return [op, currency, number + fraction, scale, unit].compactMap(\.self).joined(separator: " ")
  }

  private func failure(of text: String) -> InvalidValue? {
    if case .failure(let mistake) = Quantity.parse(text) { mistake } else { nil }
  }
}
