import Folding

/// What a key of front matter says about publishing.
///
/// Remit's own key is `publish`; the others are those of Jekyll, Hugo, Hexo, Eleventy, Zola, Grav, WordPress, Ghost,
/// Strapi and Obsidian's publishers. Spelling counts for nothing: `dg-publish`, `dg_publish` and `dgPublish` are one.
enum PublishingKey {
  /// `true` publishes.
  case publishes
  /// `false` publishes.
  case holdsBack
  /// A word such as "published" publishes.
  case standing
  /// Published from that day on.
  case from
  /// Published before that day.
  case until
  /// Whatever it is, readers need it.
  case password
  /// Hugo's mapping of `render` and `list`.
  case build
  /// The day of the page, which others don't build before it has come.
  case date
  /// Means something else too: holds back only where the value certainly says so.
  case hint

  init?(_ key: String) {
    guard let found = PublishingKey.all[PublishingKey.fold(key)] else { return nil }
    self = found
  }

  /// What can be said clearly.
  var help: String {
    switch self {
    case .publishes, .holdsBack: "write 'true' or 'false', or remove the key"
    case .standing: "write 'published' or 'draft', or remove the key"
    case .from, .until, .date:
      "write a day such as 2024-09-24; it is compared with 'as_of' in remit.yaml, or with --clock"
    case .password: "remove the key"
    case .build: "write 'always' or 'never' for 'render' and 'list'"
    case .hint: "remove the key, or write 'publish: false'"
    }
  }

  static let laterDay =
    "its day has not come: write an earlier one, or build with a later 'as_of', or with --drafts"

  /// What publishes a file that such an entry holds back.
  func wayOut(_ words: String, isClear: Bool) -> String {
    guard isClear else { return "\(words) in its file is not clear: \(help)" }
    return switch self {
    case .from, .date: "\(words) in its file: " + PublishingKey.laterDay
    default: "remove \(words) from its file, or build with --drafts"
    }
  }

  /// Only letters and digits, small.
  static func fold(_ key: some StringProtocol) -> String {
    String(
      String(key).foldedName.unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) })
  }

  /// Keys that speak of the whole page wherever they stand, and hardly ever mean anything else.
  static let unmistakable: Set<String> = [
    "publish", "published", "ispublished", "dgpublish", "draft", "drafts", "isdraft", "unpublished",
    "unlisted",
    "private", "isprivate", "publishdate",
  ]

  private static let all: [String: PublishingKey] = {
    let keys: [(PublishingKey, [String])] = [
      (
        .publishes,
        [
          "publish", "published", "ispublished", "dgpublish", "public", "ispublic", "share", "shared",
          "visible",
          "listed", "online", "render", "routable",
        ]
      ),
      (
        .holdsBack,
        [
          "draft", "drafts", "isdraft", "unpublished", "unpublish", "unlisted", "private", "isprivate",
          "hidden",
          "ishidden", "headless", "dghide", "eleventyexcludefromcollections", "confidential", "internal",
          "secret",
          "wip", "embargoed", "donotpublish", "dontpublish", "nopublish", "notpublished", "notpublic",
          "hidepage",
          "hiddenpage", "invisible", "membersonly", "restricted", "internalonly", "privatepage",
        ]
      ),
      (
        .standing,
        [
          "status", "poststatus", "publishstatus", "publishingstatus", "publicationstatus",
          "publicationstate",
          "visibility", "access",
        ]
      ),
      (
        .from,
        [
          "publishdate", "publishat", "publishon", "publishfrom", "publishtime", "publishedat", "publishedon",
          "publisheddate", "datepublished", "publicationdate", "pubdate", "golive", "golivedate", "embargo",
          "embargountil", "embargodate", "embargoeduntil", "embargoend", "embargoends", "publishafter",
          "availablefrom",
        ]
      ),
      (
        .until,
        [
          "expirydate", "expiry", "expires", "expiresat", "expireson", "expire", "expireat", "expirationdate",
          "unpublishdate", "unpublishat", "unpublishon", "publishuntil", "availableuntil",
        ]
      ),
      (.password, ["password", "passphrase"]),
      (.build, ["build"]),
      (.date, ["date", "created"]),
      (.hint, ["permalink", "hide", "state", "stage"]),
    ]
    return Dictionary(uniqueKeysWithValues: keys.flatMap { key, names in names.map { ($0, key) } })
  }()
}
