/// A service for which there are workflows that check a change of a knowledge base and publish it.
package enum CIService: String, CaseIterable, Sendable {
  case github, gitlab

  /// The manual shows the same files, and a test holds that.
  package var workflows: [Starter.File] {
    switch self {
    case .github:
      [
        file(".github/workflows/check.yml", PackageResources.check_yml),
        file(".github/workflows/publish.yml", PackageResources.publish_yml),
      ]
    case .gitlab: [file(".gitlab-ci.yml", PackageResources.gitlab_ci_yml)]
    }
  }

  private func file(_ path: String, _ bytes: [UInt8]) -> Starter.File {
    Starter.File(path: path, text: String(decoding: bytes, as: UTF8.self))
  }
}
