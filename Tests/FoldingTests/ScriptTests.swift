import Folding
import Testing

@Suite struct ScriptTests {
  @Test(arguments: ["工", "。", "ｍ", "𠀀"] as [Unicode.Scalar]) func isChinese(_ scalar: Unicode.Scalar) {
    #expect(scalar.isHan)
  }

  @Test(arguments: ["a", "7", "-", " ", "한", "а"] as [Unicode.Scalar]) func isNotChinese(
    _ scalar: Unicode.Scalar
  ) {
    #expect(!scalar.isHan)
  }
}
