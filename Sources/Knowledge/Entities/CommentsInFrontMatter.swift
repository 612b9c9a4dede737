import CommonMark
import Folding
import FrontMatter

extension FrontMatter {
  /// Comments are for authors, wherever they stand: in a title or an alias too.
  var withoutComments: FrontMatter {
    guard let root, root.hasComment else { return self }
    var matter = self
    matter.root = root.withoutComments
    return matter
  }
}

extension YAMLNode {
  // Recursion is safe here, since reading has bounded the depth.
  fileprivate var hasComment: Bool {
    switch content {
    case .scalar(let text, _): text.utf8.contains { "%<{".utf8.contains($0) }
    case .sequence(let items): items.contains(where: \.hasComment)
    case .mapping(let entries): entries.contains { $0.value.hasComment }
    }
  }

  fileprivate var withoutComments: YAMLNode {
    var node = self
    switch content {
    case .scalar(let text, let isQuoted):
      node.content = .scalar(CommonMark.withoutComments(text), isQuoted: isQuoted)
    case .sequence(let items): node.content = .sequence(items.map(\.withoutComments))
    case .mapping(let entries):
      node.content = .mapping(
        entries.map {
          YAMLNode.Entry(key: $0.key, keyPosition: $0.keyPosition, value: $0.value.withoutComments)
        })
    }
    return node
  }
}
