package import Diagnostics
import FrontMatter

/// Whether a file goes public. This is decided here and nowhere else.
package enum Publication: Hashable, Sendable {
  case published
  case heldBack(HoldingBack)

  /// From what a file says about publishing to whether it is published.
  ///
  /// A file that says nothing about it is public. One that says something is public only if all of that certainly means
  /// "publish".
  static func decide(_ sayings: [PublishingSaying]) -> Publication {
    let against = sayings.filter { $0.meaning != .publish }
    guard let first = against.first(where: { $0.meaning == .holdBack }) ?? against.first else {
      return .published
    }
    return .heldBack(
      HoldingBack(
        reason: first.words, position: first.position, length: first.length,
        isClear: first.meaning == .holdBack, wayOut: first.wayOut))
  }

  /// What a file that is no page says of publishing, where it begins with front matter, or its name is a post's; `nil` where
  /// neither is so. That its name says otherwise is looked at elsewhere.
  package static func ofText(_ source: SourceText, asOf: EDTFDate?) -> Publication? {
    let path = source.path.belowContent
    let text = BeginningOfFile.hasMark(source.bytes) ? source.inUTF8() : source
    guard BeginningOfFile.mayBeFrontMatter(text) || DatedPost(path) != nil else { return nil }
    return decide(
      PublishingSayings(
        readFrontMatter(text), path: path, isIncluded: true, declared: [], asOf: asOf
      ).all)
  }

  package var isPublished: Bool { self == .published }

  /// What would publish it; nothing where it is public.
  var wayOut: String { if case .heldBack(let why) = self { why.wayOut } else { "" } }
}

/// Why a file is held back.
package struct HoldingBack: Hashable, Sendable {
  /// Such as "'draft: true'" or "'_drafts' begins with '_'".
  package var reason: String
  package var position = Position.start
  package var length = 1
  /// Whether the author certainly wants it so; else what is said can't be read, or not by everyone.
  package var isClear = true
  /// What publishes the file, for whoever links to it.
  package var wayOut = HoldingBack.withDrafts

  package static let withDrafts = "build with --drafts"

  package init(
    reason: String, position: Position = .start, length: Int = 1, isClear: Bool = true,
    wayOut: String = HoldingBack.withDrafts
  ) {
    self.reason = reason
    self.position = position
    self.length = length
    self.isClear = isClear
    self.wayOut = wayOut
  }
}

/// One thing that a file says about publishing.
struct PublishingSaying {
  enum Meaning { case publish, holdBack, unclear }

  var meaning: Meaning
  var words: String
  var position = Position.start
  var length = 1
  /// What to write instead, where it is not clear.
  var help: String?
  /// What publishes the file where it is held back.
  var wayOut = HoldingBack.withDrafts
}
