import Testing

@testable import Files

struct GatheredChangesTests {
  private let start = ContinuousClock.now
  private var gathered = GatheredChanges(quiet: .milliseconds(5), longest: .milliseconds(100))

  private func at(_ milliseconds: Int) -> ContinuousClock.Instant { start + .milliseconds(milliseconds) }

  @Test mutating func nothingIsDueAtFirst() {
    #expect(gathered.due == nil)
    #expect(gathered.take(at: at(1000)).isEmpty)
  }

  @Test mutating func whatBelongsTogetherComesWhenItIsQuiet() {
    gathered.add("b", at: at(0))
    gathered.add("a", at: at(3))
    #expect(gathered.due == at(8))
    #expect(gathered.take(at: at(7)).isEmpty)
    #expect(gathered.take(at: at(8)) == ChangedPaths(["a", "b"]))
    #expect(gathered.due == nil)
  }

  @Test mutating func aStormIsToldAfterTheLongestTime() {
    for time in 0..<100 { gathered.add("\(time)", at: at(time)) }
    #expect(gathered.due == at(100))
    #expect(gathered.take(at: at(100)).paths.count == 100)
  }

  @Test mutating func whatIsBeingWrittenWaits() {
    gathered.add("a", isFinished: false, at: at(0))
    gathered.add("b", at: at(1))
    #expect(gathered.take(at: at(6)) == ChangedPaths(["b"]))
    #expect(gathered.due == at(100))
    gathered.add("a", at: at(50))
    #expect(gathered.due == at(55))
    #expect(gathered.take(at: at(55)) == ChangedPaths(["a"]))
    #expect(gathered.due == nil)
  }

  @Test mutating func whatIsWrittenForeverIsToldAfterTheLongestTime() {
    for time in stride(from: 0, to: 100, by: 4) {
      gathered.add("a", isFinished: false, at: at(time))
      gathered.add("a", at: at(time + 1))
      gathered.add("a", isFinished: false, at: at(time + 2))
    }
    #expect(gathered.due == at(100))
    #expect(gathered.take(at: at(100)) == ChangedPaths(["a"]))
    #expect(gathered.due == nil)
  }

  /// To Swift these two are equal, to the disk they are not.
  @Test mutating func pathsAreTheirBytes() {
    gathered.add("\u{E9}", at: at(0))
    gathered.add("e\u{301}", at: at(0))
    #expect(gathered.take(at: at(5)).paths.count == 2)
  }
}

struct ChangedPathsTests {
  @Test func aFolderStandsForWhatIsInIt() {
    let changed = ChangedPaths(["b", "a/x", "a-b", "a", "a/x/y", "b", "a.c/d"])
    #expect(changed.paths == ["a", "a-b", "a.c/d", "b"])
    #expect(!changed.isEverything && !changed.isEmpty)
    for path in ["a", "a/z", "a-b/c", "a.c/d", "b"] { #expect(changed.covers(path), "\(path)") }
    for path in ["", "a.c", "a.c/dd", "aa", "A", "c"] { #expect(!changed.covers(path), "\(path)") }
  }

  @Test func theEmptyPathIsEverything() {
    #expect(ChangedPaths(["a", ""]) == .everything)
    #expect(ChangedPaths.everything.covers("a/b") && !ChangedPaths.everything.isEmpty)
  }

  @Test func changesArePutTogether() {
    var changed = ChangedPaths(["a/x", "b"])
    changed.formUnion(ChangedPaths())
    changed.formUnion(ChangedPaths(["a"]))
    #expect(changed == ChangedPaths(["a", "b"]))
    changed.formUnion(.everything)
    changed.formUnion(ChangedPaths(["a"]))
    #expect(changed == .everything && changed.paths.isEmpty)
  }
}
