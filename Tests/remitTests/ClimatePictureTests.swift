import Foundation
import TestSite
import Testing

/// The second knowledge base has every sort of picture, from kinds and fields of its own names.
@Suite struct ClimatePictureTests {
  @Test(arguments: ["miteinander", "aufgaben", "zielstand", "zeitleiste"])
  func isDrawnAndHadAlone(view: String) async throws {
    let site = try await ClimateBase.site
    let page = try #require(site.text("\(view).html"))
    #expect(page.contains("<figure class=\"picture\">") && page.contains("assets/pictures.css"))
    let file = try #require(site.text("\(view).svg"))
    #expect(file.hasPrefix("<svg xmlns=") && !file.contains("var("))
    let sentence = try #require(page.firstMatch(of: #/<p class="finding">([^<]+)</p>/#)).output.1
    #expect(file.contains(": \(sentence)</title>"))
  }

  /// The pair's cell leads to the pair's own page, and has the number of the view's data.
  @Test func aCellLeadsToItsPair() async throws {
    let page = try #require(try await ClimateBase.site.text("miteinander.html"))
    #expect(
      page.contains(
        "<a href=\"miteinander/bauamt-and-stadtwerke.html\" aria-label=\"Bauamt and SWB: 2, Bauamt leads\">"))
    #expect(page.contains("3 of the 6 have a lead."))
  }
}
