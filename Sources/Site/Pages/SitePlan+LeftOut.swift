import Diagnostics

extension SitePlan.Entry {
  /// Whether it's a page that an old theme's file must give way to: the home page, or a plain page.
  var isMade: Bool {
    switch output {
    case .home, .entity: true
    case .pageList(_, let part): part == nil
    default: false
    }
  }
}

extension Diagnostic {
  /// A file of an old theme, whose place a page or a file of this one takes.
  static func leftOut(_ asset: SourceText) -> Diagnostic {
    Diagnostic(
      .outputConflict, .warning,
      "this file is left out: the website has a page or a file of the theme at '\(asset.contentPath)'",
      at: Place(asset.path),
      help:
        "remove it, or name it under 'exclude' in remit.yaml; files of the theme are changed in templates/assets/"
    )
  }
}
