import Preview
import Testing

@Suite struct ServedPageTests {
  @Test func aPageIsFineUnlessToldOtherwise() {
    #expect(ServedPage(contentType: "text/plain", body: []).status == 200)
  }
}
