import Diagnostics
import FrontMatter
import Testing

@testable import Knowledge

/// Where another tool put a page, by its rule.
@Suite struct AddressPatternTests {
  private func address(
    _ pattern: String, _ path: String, in folder: String = "", _ keys: [String: String] = [:]
  )
    -> [String]
  {
    let entries = keys.sorted { $0.key < $1.key }.map { key, value in
      YAMLNode.Entry(
        key: key, keyPosition: .start, value: YAMLNode(.scalar(value, isQuoted: false), at: .start))
    }
    return [AddressPattern(pattern, folder: folder)].addresses(path: path, entries, written: entries)
  }

  @Test func placesAreFilled() {
    let day = ["date": "2024-05-01T10:00:00Z"]
    #expect(address("/:path/", "posts/A b.md") == ["/posts/A b/"])
    #expect(address("/:lower_path/", "posts/A b!.md") == ["/posts/a-b/"])
    #expect(address("/:year/:month/:day/:slug/", "posts/a.md", day) == ["/2024/05/01/a/"])
    #expect(address("/:given_slug/", "posts/a.md", ["slug": "B"]) == ["/b/"])
    #expect(address("/:given_slug/", "posts/a.md") == [])
    #expect(address("/:slug.html", "posts/a.md", ["slug": "B"]) == ["/B.html"])
    #expect(address("/:lower_slug/", "posts/A.md") == ["/a/"])
    #expect(address("/:folder/x/:name/", "posts/a.md") == ["/posts/x/a/"])
    #expect(address("/docs/:below.html", "_docs/a/b.md", in: "_docs") == ["/docs/a/b.html"])
  }

  @Test func aFolderIsItsIndex() {
    for name in ["index", "_index", "README", "readme"] {
      #expect(address("/:path/", "posts/\(name).md") == ["/posts/"])
    }
    #expect(address("/:slug/", "posts/a/index.md") == ["/a/"])
    // The page of a list has a rule of its own.
    #expect(address("/:slug/", "posts/_index.md") == [])
    #expect(address("/:path/", "index.md") == [])
  }

  @Test func whatAPageLacksIsNoAddress() {
    #expect(address("/:year/:slug/", "posts/a.md") == [])
    #expect(address("/:year/:slug/", "posts/a.md", ["date": "soon"]) == [])
    #expect(address("/:path/", "a?b.md") == [])
  }

  @Test func theInnermostFolderDecides() {
    let patterns = [AddressPattern("/:path/"), AddressPattern("/p/:name/", folder: "/posts/")]
    #expect(patterns.addresses(path: "posts/a.md", [], written: []) == ["/p/a/"])
    #expect(patterns.addresses(path: "posters/a.md", [], written: []) == ["/posters/a/"])
  }

  @Test func whatIsNoPatternSaysWhy() {
    #expect(AddressPattern.fault(in: "/:year/:slug/") == nil)
    #expect(AddressPattern.fault(in: ":path/") == "it does not begin with one slash")
    #expect(AddressPattern.fault(in: "//x/:path/") == "it does not begin with one slash")
    #expect(AddressPattern.fault(in: "/:titel/") == "':titel' stands for nothing")
    #expect(AddressPattern.fault(in: "/a/") == "all pages would have one address")
    #expect(AddressPattern.fault(in: "/{{ page }}/:path") == "it has a sign that no address has")
  }
}
