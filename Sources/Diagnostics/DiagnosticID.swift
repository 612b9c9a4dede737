/// The stable name of a kind of mistake. Each is explained in `content/manual/diagnostics.md`; a test holds that.
package enum DiagnosticID: String, Hashable, Sendable, CaseIterable {
  // Files
  case unreadableFile = "unreadable-file"
  case symbolicLink = "symbolic-link"
  case fileTooLarge = "file-too-large"
  case invalidUTF8 = "invalid-utf8"
  case outputConflict = "output-conflict"
  case unwritablePath = "unwritable-path"
  case foreignFile = "foreign-file"
  case activeFile = "active-file"

  // Configuration and schema
  case unknownSetting = "unknown-setting"
  case invalidSetting = "invalid-setting"
  case invalidSchema = "invalid-schema"
  case unknownKind = "unknown-kind"

  // Front matter
  case invalidYAML = "invalid-yaml"
  case unclosedFrontMatter = "unclosed-front-matter"
  case duplicateKey = "duplicate-key"
  case yamlAnchor = "yaml-anchor"
  case foreignFrontMatter = "foreign-front-matter"
  case misplacedFrontMatter = "misplaced-front-matter"
  case notFormatted = "not-formatted"

  // Publishing
  case unclearPublishing = "unclear-publishing"
  case heldBack = "held-back"

  // Markdown
  case nestedTooDeep = "nested-too-deep"
  case tooManyBrackets = "too-many-brackets"
  case unsafeURL = "unsafe-url"
  case unknownFootnote = "unknown-footnote"
  case duplicateFootnote = "duplicate-footnote"
  case unusedFootnote = "unused-footnote"
  case unclosedWikiLink = "unclosed-wiki-link"
  case unclosedComment = "unclosed-comment"
  case lostCell = "lost-cell"
  case leftoverSyntax = "leftover-syntax"

  // Templates
  case templateSyntax = "template-syntax"
  case unclosedSection = "unclosed-section"
  case unknownName = "unknown-name"
  case wrongSection = "wrong-section"
  case unknownPartial = "unknown-partial"
  case partialCycle = "partial-cycle"
  case templateTooDeep = "template-too-deep"
  case pageTooLarge = "page-too-large"
  case unescapedPlace = "unescaped-place"
  case missingTemplate = "missing-template"

  // Fields
  case unknownField = "unknown-field"
  case missingField = "missing-field"
  case wrongType = "wrong-type"
  case unknownValue = "unknown-value"
  case invalidDate = "invalid-date"
  case invalidQuantity = "invalid-quantity"
  case invalidURL = "invalid-url"
  case invalidSlug = "invalid-slug"
  case invalidClaim = "invalid-claim"
  case invalidPeriod = "invalid-period"
  case unknownDay = "unknown-day"
  case overlappingClaims = "overlapping-claims"
  case changeWithoutDay = "change-without-day"
  case gapBetweenClaims = "gap-between-claims"
  case dueForReview = "due-for-review"
  case markupInText = "markup-in-text"
  case formulaInText = "formula-in-text"

  // References and names
  case duplicateID = "duplicate-id"
  case unknownReference = "unknown-reference"
  case goneEntity = "gone-entity"
  case wrongKind = "wrong-kind"
  case referenceCycle = "reference-cycle"
  case impossibleLife = "impossible-life"
  case unrelatedChange = "unrelated-change"
  case ambiguousName = "ambiguous-name"
  case nameOfOneSource = "name-of-one-source"
  case brokenLink = "broken-link"
  case brokenAnchor = "broken-anchor"
  case unknownSource = "unknown-source"
  case misplacedFile = "misplaced-file"
  case formerIDInUse = "former-id-in-use"
  case cannotRename = "cannot-rename"

  // Records of changes
  case invalidChangeRecord = "invalid-change-record"

  // Evidence
  case quoteNotFound = "quote-not-found"
  case quoteTooLong = "quote-too-long"
  case quoteProvesLittle = "quote-proves-little"
  case evidenceMissing = "evidence-missing"
  case evidenceChanged = "evidence-changed"

  // Links to elsewhere
  case deadLink = "dead-link"
  case movedLink = "moved-link"
  case uncheckedLink = "unchecked-link"
  case passwordInAddress = "password-in-address"
}
