import Foundation
import TestSite
import Testing

/// What each view says of the second knowledge base; the answers were worked out by hand from its files.
@Suite struct ClimateViewTests {
  /// The letter and the plan name the bodies of the first action in different order, so it has both places.
  @Test func matrix() throws {
    #expect(
      try ClimateBase.lines("zustaendigkeit") == [
        #"id,title,belongs_to,umweltamt,stadtwerke,bauamt,seebus,total"#,
        #"action/plan/1,Solar auf städtischen Dächern,klimaplan-2022,,helps 2 | 1,leads 1 | 2,,2"#,
        #"action/plan/2,Fernwärme umstellen,klimaplan-2022,,leads,,,1"#,
        #"action/plan/3,Hauseigentümer beraten,klimaplan-2022,advises 2,advises 3,advises 1,,3"#,
        #"action/plan/4,Tausend Bäume pflanzen,klimaplan-2022,leads (inferred),,,,1"#,
        #"action/plan/5,Marktplatz entsiegeln,klimaplan-2022,,,,,0"#,
        #"action/verkehr/1,Nachtlinie,verkehr-2023,x,,,x,2"#,
        #"action/verkehr/2,"Radstellplätze <am See> & ""trocken""",verkehr-2023,helps,,,x,2"#,
        #"total,,,4,3,2,2,11"#,
      ])
    #expect(
      try ClimateBase.lines("zustaendigkeit/verkehr-2023") == [
        #"id,title,belongs_to,seebus,umweltamt,total"#,
        #"action/verkehr/1,Nachtlinie,verkehr-2023,x,x,2"#,
        #"action/verkehr/2,"Radstellplätze <am See> & ""trocken""",verkehr-2023,x,helps,2"#,
        #"total,,,2,2,4"#,
      ])
  }

  @Test func matrixTellsWhoStandsAloneAndWhoNotAtAll() async throws {
    struct Row: Decodable {
      struct Named: Decodable {
        var id: String
      }
      var id: String
      var belongsTo: [String]
      var named: Named?
      var alone: Bool?
      var with: [String]?
    }
    let rows = try ClimateBase.rows("zustaendigkeit", as: Row.self)
    let alone = rows.filter { $0.alone == true }.map { "\($0.id) \($0.named?.id ?? "")" }
    #expect(alone == ["action/plan/2 department/stadtwerke", "action/plan/4 department/umweltamt"])
    #expect(rows.filter { $0.named == nil }.map(\.id) == ["action/plan/5"])
    let third = rows.first { $0.id == "action/plan/3" && $0.named?.id == "department/umweltamt" }
    #expect(third?.with == ["department/bauamt", "department/stadtwerke"])
    #expect(rows.filter { $0.belongsTo == ["charter/verkehr-2023"] }.count == 4)

    let site = try await ClimateBase.site
    let page = try #require(site.text("zustaendigkeit.html"))
    // Six actions have a mark; the three duties and a bare name look different.
    #expect(page.matches(of: /<td class="sum">\d/).count == 6)
    for mark in ["shape-1", "shape-2", "shape-3", "bare"] { #expect(page.contains("class=\"mark \(mark)")) }
    #expect(!page.contains("shape-4"))
    #expect(page.contains("Ohne Zuständige"))
  }

  /// 412 roofs at the end of 2025 are enough for the plan's 400 and too few for the letter's 450.
  @Test func trackerHasAnOutcomeForEachClaim() throws {
    struct Row: Decodable {
      var id, valueSource, outcome, reason: String
    }
    let rows = try ClimateBase.rows("zielstand", as: Row.self).map {
      [$0.id, $0.valueSource, $0.outcome, $0.reason].joined(separator: " ")
    }
    #expect(
      rows == [
        "goal/daecher-2025 document/klimaplan-text met reached",
        "goal/daecher-2025 document/buergerbrief not-met missed",
        "goal/baeume-2026 document/klimaplan-text undetermined dates-unclear",
        "goal/baeume-2026 document/jumelage undetermined target-in-words",
        "goal/emissionen-2030 document/klimaplan-text undetermined below-so-far",
        "goal/fernwaerme-2035 document/klimaplan-text undetermined no-figure",
      ])
    let year = try ClimateBase.rows("zielstand/2026", as: Row.self)
    #expect(year.map(\.id) == ["goal/baeume-2026", "goal/baeume-2026"])
  }

  @Test func timelineKeepsThePrecisionOfEachDate() throws {
    struct Row: Decodable {
      var lane, id, date, precision: String
      var approximate, inferred, disputed: Bool
    }
    let rows = try ClimateBase.rows("zeitleiste", as: Row.self).map { row in
      [row.date, row.id, row.precision, row.lane].joined(separator: ", ")
        + (row.approximate ? ", approximate" : "") + (row.inferred ? ", inferred" : "")
        + (row.disputed ? ", disputed" : "")
    }
    #expect(
      rows == [
        "2015, event/beirat, year, Chronik",
        "2021-07~, event/hochwasser, month, Chronik, approximate",
        "2022~, action/plan/3, year, Maßnahmen · Beginn, approximate",
        "2022-03-14, charter/klimaplan-2022, day, Beschlüsse · Beschlossen am, disputed",
        "2022-03-14, charter/klimaplan-2022, day, Beschlüsse · Beschlossen am, disputed",
        "2022-03-15, charter/klimaplan-2022, day, Beschlüsse · Beschlossen am, disputed",
        "2022-05/2022-09, action/plan/1, period, Maßnahmen · Beginn",
        "2023, action/plan/2, year, Maßnahmen · Beginn",
        "2023-05-08, charter/verkehr-2023, day, Beschlüsse · Beschlossen am",
        "2023-07-01, action/verkehr/1, day, Maßnahmen · Beginn",
        "2023-07-01/2023-07-02, event/solarfest, period, Chronik",
        "2023-09/2023-11, action/plan/4, period, Maßnahmen · Beginn, inferred",
        "2025, goal/daecher-2025, year, Fristen",
        "2026, goal/baeume-2026, year, Fristen",
        "2030, goal/emissionen-2030, year, Fristen",
        "2035~, goal/fernwaerme-2035, year, Fristen, approximate",
      ])
  }

  /// Two ways lead to gold, and the longer one counts; the certificate that leads nowhere stands on no ladder.
  @Test func ladderHasTheLongestWay() throws {
    struct Row: Decodable {
      var chain, level: Int
      var id: String
      var to, condition, source: String?
    }
    let rows = try ClimateBase.rows("treppe", as: Row.self).map { row in
      "\(row.chain).\(row.level) \(row.id)" + (row.to.map { " → " + $0 } ?? "")
        + (row.condition.map { ": " + $0 } ?? "")
    }
    #expect(
      rows == [
        "1.1 stage/einsteiger → stage/bronze: Energieprüfung",
        "1.1 stage/solardach → stage/gold",
        "1.2 stage/bronze → stage/silber: zwei Jahre Bronze",
        "1.2 stage/bronze → stage/silber: drei Prüfungen",
        "1.3 stage/silber → stage/gold",
        "1.4 stage/gold",
        "2.1 stage/probe → stage/quartier",
        "2.2 stage/quartier",
      ])
  }

  /// Two facts on which the documents differ, one where they only seem to, and one that no field can hold.
  @Test func registerHasEveryDisagreement() throws {
    struct Row: Decodable {
      var id, state: String
      var source: String?
    }
    let rows = try ClimateBase.rows("abweichungen", as: Row.self)
    let claims = Dictionary(grouping: rows) { "\($0.id) \($0.state)" }.mapValues(\.count)
    #expect(
      claims == [
        "goal/daecher-2025#fact-amount open": 2, "charter/klimaplan-2022#fact-adopted_on explained": 3,
        "goal/baeume-2026#fact-amount not-a-conflict": 2, "conflict/werke open": 2,
      ])
    // The night line's two claims hold the same bodies in another order: no disagreement.
    #expect(!rows.contains { $0.id.hasPrefix("action/") })
    #expect(try ClimateBase.rows("abweichungen/open", as: Row.self).count == 4)
    #expect(
      try ClimateBase.rows("abweichungen/source-jumelage", as: Row.self).contains {
        $0.source == "document/jumelage"
      })
  }

  @Test func comparisonTellsWhereTheTwoDocumentsDiffer() throws {
    struct Row: Decodable {
      var entity, field, verdict: String
    }
    let rows = try ClimateBase.rows(
      "vergleich/klimaplan-2022-in-klimaplan-text-and-buergerbrief", as: Row.self)
    let differing = rows.filter { $0.verdict == "differ" }.map { "\($0.entity) \($0.field)" }
    #expect(differing == ["goal/daecher-2025 amount", "conflict/werke versions"])
    let solar = rows.filter { $0.entity == "action/plan/1" && $0.field == "carried_by" }
    #expect(solar.map(\.verdict) == ["same", "same"])
  }

  @Test func glossaryHasNamesInThreeLanguages() throws {
    let lines = try ClimateBase.lines("wortliste")
    #expect(lines[0] == "id,title,fr,zh,aliases,definition,summary,not_to_be_confused_with")
    #expect(lines.count == 1 + 8 + 3)
    #expect(
      lines.last
        == "word/waermeplan,Wärmeplan,plan de chaleur,供热规划,plan de chaleur,\"Die Karte, welche Straße wann welche Heizung bekommt.\",,"
    )
    // Said at one end, read at both.
    #expect(lines.contains { $0.hasPrefix("word/schwammstadt,") && $0.hasSuffix(",word/entsiegelung") })
    #expect(lines.contains { $0.hasPrefix("word/entsiegelung,") && $0.hasSuffix(",word/schwammstadt") })
  }

  /// Two quotes of the French letter hold "office de l'environnement", and may be cut from one place.
  @Test func wordingsLeadFromAnyNameToTheThing() throws {
    let lines = try ClimateBase.lines("namen")
    for line in [
      "Building Office,en,name; translation,department/bauamt,Bauamt,,document/buergerbrief,1",
      "Bus du lac,fr,mistranslation,department/seebus,Seebus,document/jumelage,document/jumelage,1",
      "office de l'environnement,fr,translation,department/umweltamt,Umweltamt,,document/jumelage,1",
      "Stadtwerke,,title,department/stadtwerke,Stadtwerke,,document/klimaplan-text,2",
      "town council,,named,department/stadtrat,Stadtrat,,document/buergerbrief,1",
      "海绵城市,zh,variant,word/schwammstadt,Schwammstadt,,,0",
    ] { #expect(lines.contains(line)) }
    #expect(lines.count == 1 + 26)
  }

  @Test func sourcesAreCountedByWhatIsTakenFromThem() throws {
    #expect(
      try ClimateBase.lines("unterlagen-liste").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).suffix(4).joined(separator: ",")
      } == ["statements,quotes,citations,things", "27,22,1,16", "17,15,1,13", "12,11,0,9", "0,0,0,0"])
  }

  @Test func coverageNamesTheGaps() throws {
    struct Row: Decodable {
      var section: String
      var id: String?
      var what: String?
    }
    let rows = try ClimateBase.rows("luecken", as: Row.self)
    let missing = rows.filter { $0.section == "missing" }.map { "\($0.id ?? "") \($0.what ?? "")" }
    #expect(
      missing == [
        "action/plan/5 carried_by", "goal/fernwaerme-2035 shown_by", "word/entsiegelung called (zh)",
        "word/schwammstadt called (zh)", "department/seebus full_names (en)",
        "department/stadtwerke full_names (en)", "department/umweltamt full_names (en)",
      ])
    #expect(
      rows.filter { $0.section == "inferred" }.map(\.id)
        == ["action/plan/4", "indicator/emissionen-2022", "stage/gold"])
    #expect(
      rows.filter { $0.section == "unreferenced" }.map(\.id)
        == ["stage/ehrenpreis", "event/hochwasser", "document/foerderbescheid"])
  }

  @Test func changes() async throws {
    #expect(
      try ClimateBase.lines("aenderungen").dropFirst().map {
        $0.split(separator: ",").prefix(4).joined(separator: ",")
      }
        == [
          "2026-05-01,entity,renamed,department/umweltamt", "2026-05-01,entity,changed,goal/baeume-2026",
          "2026-05-01,detail,changed,goal/baeume-2026",
        ])
    let site = try await ClimateBase.site
    let page = try #require(site.text("aenderungen/2026-05-01.html"))
    #expect(page.contains(#"<h1 id="view-title">Änderungen: "#))
    #expect(page.contains(#"<del>400 Bäume</del> <ins>500 Bäume</ins> <small>laut"#))
    #expect(page.contains(#"<a href="../stadt/aemter/umweltamt.html">Umweltamt</a>"#))
    // Without a base_url there is no feed.
    #expect(site.bytes["aenderungen.xml"] == nil)
    #expect(site.bytes["stand/2026-05-01.json"] == nil)
  }
}
