import Knowledge
import TestSupport
import Testing

/// What is read equals what is written, or it is refused.
@Suite struct WrittenNumberTests {
  /// Written, the number that it means, and how it is shown.
  @Test(arguments: [
    ("1.10", "1.1", "1.10"), ("2.50 %", "2.5", "2.50 %"), ("5.0 million", "5000000", "5.0 million"),
    ("007", "7", "007"), ("1000", "1000", "1,000"), ("1557.50", "1557.5", "1,557.50"), ("+5 %", "5", "+5 %"),
    ("−5", "-5", "−5"), (".5 %", "0.5", ".5 %"), ("0.125", "0.125", "0.125"),
    ("1234.567", "1234.567", "1,234.567"),
    // Decimal commas, and thousands in other ways.
    ("7,5 %", "7.5", "7,5 %"), ("1,00", "1", "1,00"), ("0,125", "0.125", "0,125"),
    ("1.234.567", "1234567", "1.234.567"),
    ("1.234,5", "1234.5", "1.234,5"), ("1,234.5", "1234.5", "1,234.5"), ("1'000", "1000", "1'000"),
    ("1’000’000.50", "1000000.5", "1’000’000.50"), ("10 000", "10000", "10 000"),
    ("10 000,5", "10000.5", "10 000,5"),
    ("EUR 35 000 000", "35000000", "EUR 35 000 000"),
    ("35\u{202F}000\u{A0}000 EUR", "35000000", "35\u{202F}000\u{A0}000 EUR"),
    ("１０ GW", "10", "１０ GW"), ("１，０００家", "1000", "１，０００家"), ("９５％", "95", "９５％"),
    // Powers.
    ("1.5e6 t", "1500000", "1.5e6 t"), ("1.234E-3", "0.001234", "1.234E-3"), ("10^6 t", "1000000", "10^6 t"),
    ("10^25 FLOP", "10000000000000000000000000", "10^25 FLOP"), ("10⁶ t", "1000000", "10⁶ t"),
    ("1.5 × 10^6 t", "1500000", "1.5 × 10^6 t"), ("1,5·10⁻³", "0.0015", "1,5·10⁻³"),
    ("-10^{3}", "-1000", "-10^{3}"),
    ("10 x 10^6", "10000000", "10 x 10^6"),
    // Scales.
    ("35 Mio. EUR", "35000000", "35 Mio. EUR"), ("12 Mrd. Euro", "12000000000", "12 Mrd. Euro"),
    ("35 Mrd €", "35000000000", "35 Mrd €"), ("2 Bio. EUR", "2000000000000", "2 Bio. EUR"),
    ("3,5 Milliarden Euro", "3500000000", "3,5 Milliarden Euro"), ("5 Tsd. t", "5000", "5 Tsd. t"),
    ("35 millions d'euros", "35000000", "35 millions d'euros"), ("2 milliards", "2000000000", "2 milliards"),
    ("1.5万亿", "1500000000000", "1.5万亿"), ("1.234 billion", "1234000000", "1.234 billion"),
    ("5个百分点", "5", "5个百分点"), ("5百分点", "5", "5百分点"), ("5 mN", "5", "5 mN"),
    // Units with digits in them.
    ("5 t CO2", "5", "5 t CO2"), ("10 µg/m³", "10", "10 µg/m³"), ("5 m2", "5", "5 m2"),
    ("3 t CO₂e", "3", "3 t CO₂e"),
    ("9 µg PM2.5", "9", "9 µg PM2.5"), ("5 per 100,000 people", "5", "5 per 100,000 people"),
    ("6 l/100 km", "6", "6 l/100 km"), ("EUR 60/t", "60", "EUR 60/t"), ("10 ‰", "10", "10 ‰"),
    ("5 °C", "5", "5 °C"),
    ("10 percentage points", "10", "10 percentage points"), ("10+ firms", "10", "at least 10 firms"),
    // Operators.
    ("not exceeding 3 %", "3", "at most 3 %"), ("no more than 3", "3", "at most 3"),
    ("max. 5", "5", "at most 5"),
    ("minimum 5", "5", "at least 5"), ("in excess of 5", "5", "more than 5"),
    ("exceeding 5", "5", "more than 5"),
    ("不得超过5%", "5", "at most 5 %"), ("10家以下", "10", "at most 10家"), ("5年以内", "5", "at most 5年"),
    ("不足5%", "5", "less than 5 %"), ("60左右", "60", "about 60"), ("5 % or lower", "5", "at most 5 %"),
    ("5 floor more", "5", "5 floor more"),
    ("1000余家", "1000", "more than 1,000家"), ("逾1000家", "1000", "more than 1,000家"),
    ("5%及以上", "5", "at least 5 %"), ("5 이상", "5", "at least 5"), ("5 % max.", "5", "at most 5 %"),
    ("1000 plus", "1000", "at least 1,000"), ("nearly 60", "60", "about 60"), ("60 or so", "60", "about 60"),
  ])
  func understood(text: String, magnitude: String, shown: String) throws {
    let quantity = try Quantity.parse(text).get()
    #expect(quantity.magnitude?.description == magnitude)
    #expect(quantity.display(in: .english) == shown)
    let again = try Quantity.parse(quantity.description).get()
    #expect(again.meaning == quantity.meaning)
    #expect(again.description == quantity.description)
  }

  @Test(arguments: [
    "10.000", "1.234 firms", "10.000 Mio. EUR", "1,234 Mio. EUR", "10000家以上企业", "5천만", "5 тыс.", "1000,000",
    "1,0000", "1,00,000", "1.2.3", "1 000,000",
    "1 00", "10  5",
    "1_000", "1,234,56", "35 000 00", "5.", "--5", "- 5", "–5", "0x10", "1e400", "10e6",
    "10^9999999999999999999",
    "1e99999999999999999999", "∞", "NaN", "½", "5½", "5²", "٣", "1٣", "十", "三千", "5 三千", "2^10", "10 ± 2",
    "10±2",
    "at least 5 and at most 10", "30×30", "30 x 30", "30x30", "5-10", "5–10", "5 - 10", "10..20", "5 or 10",
    "between 5 and 10", "1/3", "5 /km", "2.5-fold", "10k", "10 k", "10K firms", "5M", "5 M EUR", "€5m", "€5M",
    "$5B",
    "35 M€", "5 TEUR", "EUR 5 k", "2 Bio", "5 mld euro", "5 millones de euros", "5 lakh", "5兆元", "5조", "5G",
    "3D printers",
    "5th", "2x", "5e6e3", "1.5 × 106 t", "5 % in 2025", "3 of 10", "1万2千", "3亿5000万", "5\u{20E3}",
    "5\u{FE0F}\u{20E3}",
    "5\u{301}", "1\u{200B}000", "5 %, 10 %", "+-5", "5 × 10^", "10^", "5 +/- 2",
    "up to EUR 35 million or 7 % of turnover, whichever is higher",
  ])
  func refused(text: String) throws {
    guard case .failure(let mistake) = Quantity.parse(text) else {
      Issue.record("'\(text)' was read as \(try Quantity.parse(text).get().description)")
      return
    }
    #expect(mistake.help != nil)
  }

  @Test(arguments: [
    (
      "10.000", "in '10.000' the full stop could separate thousands or begin a fraction",
      "write 10,000 or 10.00, whichever you mean"
    ),
    (
      "-1.234 t", "in '-1.234' the full stop could separate thousands or begin a fraction",
      "write -1,234 or -1.2340, whichever you mean"
    ),
    (
      "1000,000", "in '1000,000' it is unclear what the comma means",
      "write 1000000 or 1000.000, whichever you mean"
    ),
    ("10e6", "in '10e6' it is unclear what the 10 means", "write 10^6 or 1e7, whichever you mean"),
    (
      "5M", "in '5M' it is unclear whether 'M' multiplies the number",
      "write thousand, million or billion, or the number in full; a unit in full too"
    ),
    ("1e400", "the number '1e400' has more than 60 places", nil),
    ("10 ± 2", "'± 2' is not a unit", "write the number alone, and say in a 'note' how exact it is"),
    (
      "at most 5 or 7 % of turnover, whichever is higher",
      "'at most 5 or 7 % of turnover, whichever is higher' has two numbers",
      "write a claim for each number, with its 'scope', or a record for each"
    ),
    (
      "between 5 and 10", "'between 5 and 10' is a range",
      "write {words: \"between 5 and 10\"}, or make two claims with their scopes"
    ),
  ])
  func theFormToWrite(text: String, message: String, help: String?) {
    guard case .failure(let mistake) = Quantity.parse(text) else {
      Issue.record("'\(text)' was read")
      return
    }
    #expect(mistake.message == message)
    if let help { #expect(mistake.help == help) }
  }

  @Test func theLongFormReadsNumbersAlike() throws {
    func make(_ fields: Quantity.Fields) -> Result<Quantity, InvalidValue> { Quantity.make(from: fields) }
    #expect(try make(Quantity.Fields(value: "7,50", unit: "%")).get().description == "7,50 %")
    #expect(
      try make(Quantity.Fields(value: "1.234", scale: "billion")).get().magnitude?.description == "1234000000"
    )
    #expect(
      try make(Quantity.Fields(value: "55", unit: "% below 1990 levels")).get().unit == "% below 1990 levels")
    for fields in [
      Quantity.Fields(value: "10.000"), Quantity.Fields(value: "1.234", scale: "Mio."),
      Quantity.Fields(value: "5", unit: "± 2"), Quantity.Fields(value: "5", unit: "6 t"),
      Quantity.Fields(value: "5", unit: "^6 t"),
    ] {
      #expect((try? make(fields).get()) == nil)
    }
  }
}
