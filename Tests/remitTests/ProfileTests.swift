import Diagnostics
import Foundation
import Glibc
import Progress
import Site
import Testing

@testable import remit

/// Where the time of a build goes, as it is told.
@Suite struct ProfileTests {
  @Test func elementsAreTimedWhereSomebodyAsks() async {
    let meter = ProgressMeter(timesElements: true)
    meter.begin(.render, of: 40, name: { "page \($0)" }, sort: { $0 < 10 ? "few.html" : "many.html" })
    let images = await Array(0..<40).concurrentMap(progress: meter) { number in
      if number == 7 { usleep(20_000) }
      return number
    }
    meter.end()
    #expect(images == Array(0..<40))
    #expect(Set(meter.finished.flatMap(\.elements).map(\.name)) == Set((0..<40).map { "page \($0)" }))
    let profile = BuildProfile(stages: meter.finished)
    let lines = profile.text.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("many.html") && $0.contains(" 30 ") })
    let slowest = lines.firstIndex { $0.hasPrefix("slowest") }.map { lines[$0 + 1] }
    #expect(slowest?.hasPrefix("page 7 ") == true, "\(profile.text)")
    #expect(profile.json.compactText.contains("\"name\":\"few.html\",\"pages\":10,"))
    // Nobody else pays for it.
    let idle = ProgressMeter()
    idle.begin(.render, of: 1)
    _ = await [1].concurrentMap(progress: idle) { $0 }
    idle.end()
    #expect(idle.finished.flatMap(\.elements).isEmpty)
  }

  private struct ToldProfile: Decodable {
    struct Stage: Decodable {
      let stage: String
      let count: Int?
      let time, processorTime, peakMemory: Int
    }
    struct Template: Decodable {
      let name: String
      let pages, time: Int
    }
    struct Slow: Decodable { let name: String }
    let stages: [Stage]
    let templates: [Template]
    let slowest: [Slow]
  }

  @Test func aBuildSaysWhereItsTimeWent() throws {
    let folder = try ProgressTests().largeBase()
    let count = ProgressTests().count
    let text = try Remit.run("build", "--profile", "--root", folder.path)
    #expect(text.status == 0)
    for words in [
      "stage ", "parsed \(count.withThousands) files: ", "peak so far", "page.html", "slowest", " a page",
    ] {
      #expect(text.errors.contains(words), "\(words)")
    }
    let json = try Remit.run(
      "build", "--profile", "--format", "json", "--quiet", "--output", "other", "--root", folder.path)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let told = try decoder.decode(ToldProfile.self, from: Data(json.errors.utf8))
    let rendering = try #require(told.stages.first { $0.stage == "rendering pages" })
    #expect(rendering.processorTime > 0 && rendering.peakMemory > 1_000_000)
    #expect(told.templates.reduce(0) { $0 + $1.pages } <= rendering.count ?? 0)
    #expect(told.templates.contains { $0.name == "page.html" && $0.pages == count && $0.time > 0 })
    #expect(told.slowest.count == 10)
  }
}
