import Foundation
import TestSupport
import Testing

/// A file that was moved by hand: the names that still mean the old id are written anew, and those that are right stay.
extension RenameTests {
  @Test func aFileThatWasMovedByHandIsFollowed() throws {
    let repository = try repository()
    try repository.git("mv", "content/agencies/air.md", "content/agencies/clean-air.md")
    try #require(try isClean(repository) == false)
    let outcome = try rename("air", "clean-air", in: repository)
    try #require(outcome.status == 0, "\(outcome.errors)")
    #expect(try text("content/agencies/clean-air.md", in: repository).contains("former_ids: [agency/air]"))
    #expect(try isClean(repository))
  }

  @Test func placesThatHaveTheNewNameAlreadyStay() throws {
    let repository = try repository()
    try repository.git("mv", "content/agencies/air.md", "content/agencies/clean-air.md")
    try repository.folder.edit("content/agencies/water.md", "'agency/air'", "'agency/clean-air'")
    try repository.folder.edit("content/notes.md", "[[air]]", "[[clean-air]] [a](agencies/clean-air.md)")
    let outcome = try rename("agency/air", "agency/clean-air", in: repository)
    try #require(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output == "agency/air is now agency/clean-air\n  references changed in 5 other files\n")
    #expect(
      try text("content/agencies/clean-air.md", in: repository).contains("\n[[clean-air]] and [itself]"))
    #expect(try isClean(repository))
    #expect(try repository.diff("HEAD").output.hasPrefix("1 entity renamed"))
  }

  @Test func aFormerIDThatSomePlacesHaveIsWrittenAnew() throws {
    let repository = try repository([
      "content/agencies/lake.md": "---\ntitle: Lake\nformer_ids: [agency/pond]\n---\n",
      "content/agencies/one.md": "---\ntitle: One\npart_of: pond\n---\n[[lake]]\n",
      "content/agencies/two.md": "---\ntitle: Two\npart_of: agency/lake\n---\n[[agency/pond]]\n",
    ])
    let outcome = try rename("agency/pond", "agency/lake", in: repository)
    try #require(outcome.status == 0, "\(outcome.errors)")
    #expect(
      try text("content/agencies/one.md", in: repository) == "---\ntitle: One\npart_of: lake\n---\n[[lake]]\n"
    )
    #expect(try text("content/agencies/two.md", in: repository).hasSuffix("lake\n---\n[[agency/lake]]\n"))
    #expect(
      try text("content/agencies/lake.md", in: repository)
        == "---\ntitle: Lake\nformer_ids: [agency/pond]\n---\n")
    #expect(try isClean(repository))
  }

  @Test func whatLiesBesideAnIndexMayHaveMovedToo() throws {
    let repository = try repository([
      "content/agencies/fire/index.md": "---\ntitle: Fire\n---\n![p](p.png) [up](../water.md)\n",
      "content/agencies/fire/p.png": "PNG",
      "content/notes.md": "[[fire/index]] [f](agencies/fire/) ![p](agencies/fire/p.png)\n",
    ])
    try FileManager.default.createDirectory(
      atPath: repository.path + "/content/agencies/state", withIntermediateDirectories: true)
    try repository.git("mv", "content/agencies/fire", "content/agencies/state/fire-office")
    let outcome = try rename("fire/index", "state/fire-office/index", in: repository)
    try #require(outcome.status == 0, "\(outcome.errors)")
    #expect(
      try text("content/notes.md", in: repository)
        == "[[state/fire-office/index]] [f](agencies/state/fire-office/) ![p](agencies/state/fire-office/p.png)\n"
    )
    #expect(
      try text("content/agencies/state/fire-office/index.md", in: repository).hasSuffix(
        "![p](p.png) [up](../../water.md)\n"))
    #expect(try isClean(repository))
  }

  @Test func linksByATitleThatIsGoneAreWrittenAnew() throws {
    let repository = try repository()
    try repository.git("mv", "content/agencies/air.md", "content/agencies/clean-air.md")
    try repository.folder.edit("content/agencies/clean-air.md", "title:   Air Office", "title:   Clean Air")
    let outcome = try rename("air", "clean-air", in: repository)
    try #require(outcome.status == 0, "\(outcome.errors)")
    #expect(try text("content/agencies/airport.md", in: repository).hasSuffix("air [[clean-air]]\n"))
    #expect(try text("content/policies/plan.md", in: repository).contains("who: clean-air}"))
    #expect(try isClean(repository))
  }

  @Test func anotherEntityOfTheNewIDIsInTheWay() throws {
    let repository = try repository([
      "content/agencies/one.md": "---\ntitle: One\npart_of: pond\n---\n",
      "content/agencies/pond.md": "# Pond\n",
    ])
    // Nothing was ever called so.
    #expect(try rename("nothing", "water", in: repository).errors.contains("no entity 'nothing'"))
    try FileManager.default.removeItem(atPath: repository.path + "/content/agencies/pond.md")
    let outcome = try rename("pond", "water", in: repository)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("'agency/water' is taken"), "\(outcome.errors)")
    try repository.folder.edit("content/agencies/water.md", "title", "former_ids: [agency/pond]\ntitle")
    #expect(try rename("pond", "water", in: repository).status == 0)
    #expect(try text("content/agencies/one.md", in: repository).contains("part_of: water\n"))
  }

  @Test func twoFilesMayHaveBeenMoved() throws {
    let repository = try repository([
      "content/agencies/one.md": "---\ntitle: One\npart_of: pond\n---\n[[puddle]]\n",
      "content/agencies/pond.md": "# Pond\n", "content/agencies/puddle.md": "# Puddle\n",
    ])
    try repository.git("mv", "content/agencies/pond.md", "content/agencies/lake.md")
    try repository.git("mv", "content/agencies/puddle.md", "content/agencies/pool.md")
    for (old, new) in [("agency/pond", "agency/lake"), ("agency/puddle", "agency/pool")] {
      let outcome = try rename(old, new, in: repository)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    #expect(try isClean(repository))
  }
}
