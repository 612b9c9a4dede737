import Diagnostics
import Folding
import Knowledge

/// The picture that other websites show beside a link to this one: the author's, else the theme's.
struct ShareImage: Sendable {
  /// Below the site's root.
  private(set) var path: String?
  private(set) var diagnostics: [Diagnostic] = []

  private static let ofTheme = "share.png"
  /// What those who show it can read: no SVG.
  private static let endings = [".png", ".jpg", ".jpeg", ".webp", ".gif"]

  /// - Parameter assets: the files that are published as they are.
  init(_ configuration: Configuration, _ assets: [SourceText], _ theme: Theme) {
    path = theme.hasAsset(Self.ofTheme) ? Theme.publishedFolder + Self.ofTheme : nil
    guard let own = configuration.shareImage else { return }
    let place = Place(Configuration.path, own.position, length: own.text.utf8.count)
    let pictures = assets.map(\.contentPath).filter(Self.isPicture)
    if pictures.contains(own.text) {
      path = own.text
    } else if !Self.isPicture(own.text) {
      report("'share_image' must be a picture that other websites can show, not '\(own.text)'", at: place)
    } else {
      report(
        "no picture 'content/\(own.text)' is published" + didYouMean(own.text, among: pictures), at: place)
    }
  }

  private mutating func report(_ message: String, at place: Place) {
    diagnostics.append(
      Diagnostic(
        .invalidSetting, message, at: place,
        help: "write the path of a PNG, JPEG, WebP or GIF file below content/, such as images/share.png"))
  }

  private static func isPicture(_ path: String) -> Bool {
    let path = path.foldedPath
    return endings.contains(where: path.ends)
  }
}
