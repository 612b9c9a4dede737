import Foundation
import TestSite
import Testing

/// What the views say that cut across kinds of the second knowledge base: tables of counts, pairs, and days.
@Suite struct ClimateCrosscutTests {
  /// The letter names the Stadtwerke and the Bauamt in the first action without a duty, so that one counts twice in their rows.
  @Test func crosstabCountsWhatIsSaidTogether() async throws {
    #expect(
      try ClimateBase.lines("aufgaben") == [
        "carried_by,title,leads,helps,advises,-,total",
        "department/stadtwerke,SWB,1,1,1,1,3",
        "department/bauamt,Bauamt,1,0,1,1,2",
        "department/umweltamt,Umweltamt,1,0,1,0,2",
        "-,not said,0,0,0,1,1",
        "total,,3,1,1,2,5",
      ])
    #expect(
      try ClimateBase.lines("handgriffe") == [
        "tasks.doer,title,charter/klimaplan-2022,total",
        "department/umweltamt,Umweltamt,1,1",
        "-,not said,1,1",
        "total,,2,2",
      ])
    let page = try #require(try await ClimateBase.site.text("handgriffe.html"))
    #expect(page.contains(##"<td><a href="#cell-1-1">1</a></td>"##))
    #expect(page.contains(#"<div id="cell-1-1">"#))
    #expect(page.contains(#"<small><a href="massnahmen/plan/1.html#t-1">t-1</a></small>"#))
  }

  /// Every pair that one action names, the two that none does, and what a pair's own page tells.
  @Test func networkHasThePairsAndTheGaps() async throws {
    #expect(
      try ClimateBase.lines("miteinander").dropFirst() == [
        "department/bauamt,Bauamt,department/stadtwerke,Stadtwerke,2,action/plan/1; action/plan/3,department/bauamt: action/plan/1",
        "department/seebus,Seebus,department/umweltamt,Umweltamt,2,action/verkehr/1; action/verkehr/2,",
        "department/bauamt,Bauamt,department/umweltamt,Umweltamt,1,action/plan/3,",
        "department/stadtwerke,Stadtwerke,department/umweltamt,Umweltamt,1,action/plan/3,",
        "department/bauamt,Bauamt,department/seebus,Seebus,0,,",
        "department/seebus,Seebus,department/stadtwerke,Stadtwerke,0,,",
      ])
    #expect(
      try ClimateBase.lines("miteinander/stadtwerke-and-umweltamt").dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false)[3...8].joined(separator: ",")
      } == [
        "department/umweltamt,Umweltamt,duty: advises; place: 2,document/klimaplan-text,,Maßnahme 3",
        "department/stadtwerke,Stadtwerke,duty: advises; place: 3,document/klimaplan-text,,Maßnahme 3",
      ])
    // Between two kinds a pair has a direction.
    let across = try ClimateBase.lines("wofuer").dropFirst().map { String($0.prefix { $0 != "," }) }
    #expect(across.count == 8 && across.allSatisfy { $0.hasPrefix("department/") })
    let site = try await ClimateBase.site
    let page = try #require(site.text("miteinander.html"))
    #expect(page.contains(#"<a href="miteinander/bauamt-and-stadtwerke.html">2</a>"#))
    #expect(
      try #require(site.text("stadt/aemter/seebus.html")).contains("miteinander/seebus-and-umweltamt.html"))
  }

  /// The festival lies within its days; the action that begins in September is of the whole autumn.
  @Test func oneCommandHasWhatIsDatedBetweenTwoDays() throws {
    let outcome = try ClimateBase.run(
      "export", "zeitleiste", "--between", "2023-05-08..2023-09-30", "--format", "csv", "--columns",
      "date,id,within")
    #expect(
      outcome.output.components(separatedBy: "\r\n") == [
        "date,id,within", "2023,action/plan/2,false", "2023-05-08,charter/verkehr-2023,true",
        "2023-07-01,action/verkehr/1,true", "2023-07-01/2023-07-02,event/solarfest,true",
        "2023-09/2023-11,action/plan/4,false", "",
      ])
    for (view, days, message) in [
      ("zielstand", "2023", "'zielstand' is not a whole timeline\n  help: the only one is zeitleiste"),
      ("zeitleiste", "soon", "--between: 'soon' is not an EDTF date"),
    ] {
      let outcome = try ClimateBase.run("export", view, "--between", days)
      #expect(outcome.status == 2 && outcome.errors.contains(message), "\(outcome.errors)")
    }
    #expect(try ClimateBase.run("export", "--between", "2023").status == 2)
  }
}
