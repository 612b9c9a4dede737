import Knowledge
import Testing

@Suite struct QuantityFieldsTests {
  @Test func everyField() throws {
    let fields = Quantity.Fields(
      op: "at least", value: "43.5", scale: "hundred  million", unit: "per year", currency: "thaler",
      scope: "the east")
    let quantity = try Quantity.make(from: fields).get()
    #expect(quantity.description == "≥ 43.5 hundred million thaler per year")
    #expect(quantity.scope == "the east")
    #expect(quantity.magnitude?.grouped == "4,350,000,000")
  }

  @Test(arguments: [
    (Quantity.Fields(value: "1,000"), "1,000"),
    (Quantity.Fields(op: "≥", value: "85", unit: "%"), "≥ 85 %"),
    (Quantity.Fields(op: ">=", value: "85", unit: " "), "≥ 85"),
    (Quantity.Fields(op: "several", value: "100", scale: "million"), "several 100 million"),
    (Quantity.Fields(op: "several", unit: "parks"), "several parks"),
    (Quantity.Fields(words: "thousands"), "“thousands”"),
    (Quantity.Fields(op: "words", unit: "firms", words: "thousands"), "“thousands” firms"),
  ])
  func longForm(fields: Quantity.Fields, text: String) throws {
    #expect(try Quantity.make(from: fields).get().description == text)
  }

  @Test(arguments: [
    (Quantity.Fields(), nil, "the quantity has neither 'value' nor 'words'"),
    (Quantity.Fields(op: ">"), nil, "the quantity has neither 'value' nor 'words'"),
    (Quantity.Fields(op: "words", value: "5"), "op", "the operator 'words' needs the field 'words'"),
    (Quantity.Fields(op: "at lest", value: "5"), "op", "no operator 'at lest'; did you mean 'at least'?"),
    (Quantity.Fields(value: "85 %"), "value", "'85 %' is not a number"),
    (Quantity.Fields(value: "5", scale: "milion"), "scale", "no scale 'milion'; did you mean 'million'?"),
    (Quantity.Fields(value: "5", words: "five"), "words", "a quantity has either 'value' or 'words'"),
    (Quantity.Fields(op: ">", words: "five"), "op", "'op' goes with 'value', not with 'words'"),
    (Quantity.Fields(scale: "bn", words: "five"), "scale", "'scale' goes with 'value', not with 'words'"),
  ])
  func mistakes(fields: Quantity.Fields, field: String?, reason: String) {
    guard case .failure(let mistake) = Quantity.make(from: fields) else {
      Issue.record("read as a quantity")
      return
    }
    #expect(mistake.message == reason)
    #expect(mistake.field == field)
  }
}
