import Diagnostics
import FrontMatter
import Testing

/// What values become, and where they stand.
struct YAMLValueTests {
  @Test func scalarsStayText() {
    let text = """
      ---
      a: no
      b: 1.10
      c: 2025-13-45
      d: 1:20:30
      e: 0x1F
      f: "yes"
      g: 9:99999999999999999999
      h: =
      ---
      """
    #expect(
      shape(read(text).root)
        == "{a: no, b: 1.10, c: 2025-13-45, d: 1:20:30, e: 0x1F, f: \"yes\", g: 9:99999999999999999999, h: =}"
    )
    #expect(read(text).diagnostics.isEmpty)
  }

  @Test func nullIsWhatIsPlainAndSaysNothing() {
    let root = read("---\na:\nb: ~\nc: null\nd: \"~\"\ne: ''\nf: |\ng: nil\n---\n").root
    #expect(["a", "b", "c"].allSatisfy { root?[$0]?.isNull == true })
    #expect(["d", "e", "f", "g"].allSatisfy { root?[$0]?.isNull == false })
  }

  @Test func orderIsKept() {
    #expect(shape(read("---\nz: 1\na: 2\nm: {y: 1, b: 2}\n---\n").root) == "{z: 1, a: 2, m: {y: 1, b: 2}}")
  }

  @Test func placesCountBytesAndTheFilesLines() throws {
    let (text, places) = markers(
      """
      ---
      # Überschrift
      1️⃣标题: 2️⃣工业政策
      list: 3️⃣[é, 4️⃣ü, {ö: 5️⃣"x"}]
      items:
        6️⃣- 7️⃣a: 8️⃣'b'
      block: 9️⃣|
        text
      ---
      """)
    let root = try #require(read(text).root)
    guard case .mapping(let entries) = root.content else { return }
    let list = root["list"]
    let found = [
      entries[0].keyPosition, entries[0].value.position, list?.position, list?[1]?.position,
      list?[2]?["ö"]?.position, root["items"]?.position, root["items"]?[0]?.position,
      root["items"]?[0]?["a"]?.position, root["block"]?.position,
    ]
    #expect(found == places)
  }

  @Test func lengthsAreThoseOfTheFirstLine() {
    let root = read(
      "---\na: 工业\nb: \"x \\\" y\" # c\nc: 'it''s'\nd: one two\n  three\ne: [x]\nf:\n---\n"
    ).root
    let lengths = ["a", "b", "c", "d", "e", "f"].map { root?[$0]?.length }
    #expect(lengths == [6, 8, 7, 7, 1, 1])
  }

  @Test func aLongLineOfOtherLettersIsReadInLinearTime() {
    let text = "---\na: [" + String(repeating: "é, ", count: 60_000) + "é]\n---\n"
    let clock = ContinuousClock()
    var count = 0
    let time = clock.measure {
      if case .sequence(let items) = read(text).root?["a"]?.content { count = items.count }
    }
    #expect(count == 60_001)
    #expect(time < .seconds(10))
  }
}
