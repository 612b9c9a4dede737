import Folding
import Testing

@Suite struct NearestTests {
  @Test(arguments: [
    ("sasaac", "sasac"), ("mitt", "miit"), ("MOFCOM", "mofcom"), ("isued_by", "issued_by"),
    ("ttile", "title"),
  ])
  func nearIsSuggested(_ written: String, _ meant: String) {
    #expect(nearest(to: written, among: ["sasac", "miit", "mofcom", "issued_by", "title"]) == meant)
  }

  @Test func farIsNotSuggested() {
    #expect(nearest(to: "xyz", among: ["sasac", "miit"]) == nil)
    #expect(nearest(to: "", among: ["sasac"]) == nil)
  }

  @Test func tiesDoNotDependOnOrder() {
    #expect(nearest(to: "ac", among: ["ab", "aa"]) == "aa")
    #expect(nearest(to: "ac", among: ["aa", "ab"]) == "aa")
  }
}
