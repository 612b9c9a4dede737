/// A step of long work, in the words in which people are told of it.
package enum Stage: Sendable, Hashable {
  case read, parse, link, layOut, check, gone, render, index, place, evidence, export, compare, links

  /// What is going on: "reading files".
  package var doing: String {
    switch self {
    case .read: "reading files"
    case .parse: "parsing files"
    case .link: "linking entities"
    case .layOut: "laying out pages"
    case .check: "checking entities"
    case .gone: "asking git what is gone"
    case .render: "rendering pages"
    case .index: "indexing pages for the search"
    case .place: "putting files in place"
    case .evidence: "checking quotes"
    case .export: "exporting"
    case .compare: "comparing pages"
    case .links: "checking links"
    }
  }

  /// What was done: "read 12 files".
  ///
  /// - Parameter count: `nil` where nothing is counted.
  package func did(_ count: Int?) -> String {
    switch self {
    case .read: "read " + things(count, "file", "files")
    case .parse: "parsed " + things(count, "file", "files")
    case .link: "linked " + things(count, "entity", "entities")
    case .layOut: "laid out " + things(count, "page", "pages")
    case .check: "checked " + things(count, "entity", "entities")
    case .gone: "asked git what is gone"
    case .render: "rendered " + things(count, "page", "pages")
    case .index: "wrote " + things(count, "file", "files") + " of the search"
    case .place: "put " + things(count, "file", "files") + " in place"
    case .evidence: "checked the quotes from " + things(count, "source", "sources")
    case .export: "exported " + things(count, "entity", "entities")
    case .compare: "compared " + things(count, "page", "pages")
    case .links: "checked " + things(count, "link", "links")
    }
  }

  private func things(_ count: Int?, _ one: String, _ many: String) -> String {
    guard let count else { return "the " + many }
    return "\(count.withThousands) \(count == 1 ? one : many)"
  }
}

/// How far one stage is.
package struct StageState: Sendable, Hashable {
  package var stage: Stage
  /// What the stage is about, where there are several of its sort: the name of a revision.
  package var subject: String?
  package var done: Int
  /// `nil` where nobody knows.
  package var total: Int?
  /// What it is at, such as a path.
  package var item: String?

  package init(
    _ stage: Stage, subject: String? = nil, done: Int = 0, total: Int? = nil, item: String? = nil
  ) {
    self.stage = stage
    self.subject = subject
    self.done = done
    self.total = total
    self.item = item
  }
}

/// How long one element of a stage took: a page, a file.
package struct ElementTime: Sendable, Hashable {
  package let name: String
  package let sort: String?
  package let time: Duration
}

/// What one stage did, and how long it took.
package struct FinishedStage: Sendable, Hashable {
  package let stage: Stage
  package let subject: String?
  /// `nil` where nothing was counted.
  package let count: Int?
  package let time: Duration
  /// Of all processors together.
  package let processor: Duration
  /// The most bytes of memory that the process had until its end.
  package let memory: Int
  /// Where the meter times elements.
  package let elements: [ElementTime]

  /// Such as "parsed 3,000 files: 812 ms".
  package var text: String {
    "\(subject.map { $0 + ": " } ?? "")\(stage.did(count)): \(Int(time / .milliseconds(1)).withThousands) ms"
  }
}

extension Int {
  /// Such as "12,722".
  package var withThousands: String {
    var digits = String(magnitude)
    var place = digits.endIndex
    while let next = digits.index(place, offsetBy: -3, limitedBy: digits.startIndex), next > digits.startIndex
    {
      digits.insert(",", at: next)
      place = next
    }
    return (self < 0 ? "-" : "") + digits
  }
}
