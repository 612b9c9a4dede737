import Folding

/// The folder of a knowledge base whose files become pages, or are published as they are.
package enum ContentFolder {
  /// What the paths of its files begin with.
  package static let prefix = "content/"
}

extension String {
  /// The path of one of its files as links and addresses have it: below the folder.
  package var belowContent: String { without(start: ContentFolder.prefix).map { String($0) } ?? self }
}
