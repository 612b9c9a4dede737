package import Foundation

/// This project itself, whose files are a knowledge base too.
package enum Project {
  package static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}
