import Folding
import Testing

@Suite struct PhraseIndexTests {
  private let index = PhraseIndex([
    "SASAC’s Plan of Works", "L'office de l'environnement", "MIIT/MOF, jointly", "the 国务院国资委 said",
    "works council",
  ])

  @Test func wholeWordsInAnyCaseCount() {
    #expect(index.numbers(with: "works") == [0, 4])
    #expect(index.numbers(with: "plan of WORKS") == [0])
    #expect(index.numbers(with: "work") == [])
    #expect(index.numbers(with: "works plan") == [])
  }

  @Test func apostrophesAndSlashesPartWords() {
    #expect(index.numbers(with: "SASAC") == [0])
    #expect(index.numbers(with: "office de l’environnement") == [1])
    #expect(index.numbers(with: "MOF") == [2])
  }

  @Test func hanCharactersNeedNoBlanks() {
    #expect(index.numbers(with: "国资委") == [3])
    #expect(index.numbers(with: "资国") == [])
  }

  @Test func nothingStandsNowhere() {
    #expect(index.numbers(with: "") == [])
    #expect(index.numbers(with: "…") == [])
    #expect(PhraseIndex([]).numbers(with: "works") == [])
  }
}
