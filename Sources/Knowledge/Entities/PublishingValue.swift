import Folding
import FrontMatter

/// What the value of a key says about publishing. Whatever is not certain is unclear: an empty value, a list, a word
/// that nobody knows.
struct PublishingValue {
  /// The date of the knowledge.
  let asOf: EDTFDate?

  /// `nil` where the entry says nothing about publishing.
  func meaning(of entry: YAMLNode.Entry, _ key: PublishingKey) -> PublishingSaying.Meaning? {
    let text = entry.value.plainText
    switch key {
    case .publishes:
      if let day = text.flatMap(day) { return isOver(day) }
      guard let text else { return .unclear }
      return Words.yes.contains(text) || Words.open.contains(text)
        ? .publish : Words.no.contains(text) || Words.closed.contains(text) ? .holdBack : .unclear
    case .holdsBack:
      guard let text else { return .unclear }
      return Words.no.contains(text) ? .publish : Words.yes.contains(text) ? .holdBack : .unclear
    case .standing:
      guard let text else { return .unclear }
      return Words.open.contains(text) || Words.yes.contains(text)
        ? .publish : Words.closed.contains(text) || Words.no.contains(text) ? .holdBack : .unclear
    case .from:
      guard let day = text.flatMap(day) else {
        return text.map(Words.yes.contains) == true ? .holdBack : .unclear
      }
      return isOver(day)
    case .until:
      if let text, Words.no.contains(text) { return .publish }
      guard let day = text.flatMap(day), let today = asOf else { return .unclear }
      return day.earliest > today.latest ? .publish : day.latest <= today.earliest ? .holdBack : .unclear
    case .password:
      return text.map(Words.no.contains) == true ? .publish : text?.isEmpty == false ? .holdBack : .unclear
    case .build: return build(entry.value)
    case .date: return date(entry.value)
    case .hint: return hint(entry, text)
    }
  }

  /// Whether a day has certainly not come.
  func isAhead(_ text: String) -> Bool { asOf != nil && day(text).map { isOver($0) == .holdBack } ?? false }

  /// Whether a day has come.
  private func isOver(_ day: EDTFDate) -> PublishingSaying.Meaning {
    guard let asOf else { return .unclear }
    return day.latest <= asOf.earliest ? .publish : day.earliest > asOf.latest ? .holdBack : .unclear
  }

  /// `nil` where it means something else.
  private func hint(_ entry: YAMLNode.Entry, _ text: String?) -> PublishingSaying.Meaning? {
    guard let text else { return nil }
    switch PublishingKey.fold(entry.key) {
    case "permalink": return Words.no.contains(text) ? .holdBack : nil
    case "hide": return Words.yes.contains(text) ? .holdBack : nil
    default: return Words.closed.contains(text) ? .holdBack : nil
    }
  }

  /// As in Hugo and Jekyll, which do not build pages of the future. A day that nobody can read may be one, if its year is not over.
  private func date(_ value: YAMLNode) -> PublishingSaying.Meaning? {
    guard let asOf else { return nil }
    let meanings = value.days.map { text -> PublishingSaying.Meaning? in
      if let day = day(text) { return isOver(day) == .holdBack ? .holdBack : nil }
      let year = CivilCalendar.civilDate(of: asOf.latest).year
      let years = text.split { !$0.isASCII || !$0.isNumber }.filter { $0.count > 3 }.compactMap {
        Int($0.prefix(4))
      }
      return years.contains { $0 >= year } ? .unclear : nil
    }
    return meanings.contains(.holdBack) ? .holdBack : meanings.contains(.unclear) ? .unclear : nil
  }

  private func build(_ value: YAMLNode) -> PublishingSaying.Meaning {
    guard case .mapping(let entries) = value.content else {
      guard let text = value.plainText else { return .unclear }
      return Words.yes.contains(text) ? .publish : Words.no.contains(text) ? .holdBack : .unclear
    }
    var meaning = PublishingSaying.Meaning.publish
    for entry in entries where ["render", "list"].contains(PublishingKey.fold(entry.key)) {
      guard let text = entry.value.plainText else { return .unclear }
      if Words.no.contains(text) || ["link", "local"].contains(text) {
        meaning = .holdBack
      } else if !Words.yes.contains(text), text != "always" {
        return .unclear
      }
    }
    return meaning
  }

  /// A date, with a time behind it or not.
  private func day(_ text: String) -> EDTFDate? {
    let day = text.prefix { $0 != "t" && $0 != " " }
    let hasTime = text[day.endIndex...].dropFirst().first?.isNumber == true
    let written = hasTime ? String(day) : text
    guard text.first?.isNumber == true, text.count >= 4 else { return nil }
    if case .success(let date) = EDTFDate.parse(written) { return date }
    // 2024/9/24 and 2024-9-24 are read by others.
    let parts = written.split(whereSeparator: { "-/.".contains($0) }).map(String.init)
    guard parts.count == 3, parts[0].count == 4, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }) else {
      return nil
    }
    let padded = parts.map { $0.count == 1 ? "0" + $0 : $0 }.joined(separator: "-")
    guard case .success(let date) = EDTFDate.parse(padded) else { return nil }
    return date
  }
}

/// In small letters.
private enum Words {
  static let yes: Set<String> = ["true", "yes", "y", "on", "1"]
  static let no: Set<String> = ["false", "no", "n", "off", "0", "never"]
  /// The last two are marks of Material for MkDocs, on pages that are there.
  static let open: Set<String> = [
    "published", "publish", "public", "live", "online", "released", "final", "everyone", "new", "deprecated",
  ]
  static let closed: Set<String> = [
    "draft", "drafts", "private", "unpublished", "unlisted", "hidden", "pending", "review", "in review",
    "in-review",
    "scheduled", "future", "internal", "confidential", "members", "paid", "password", "protected", "trash",
    "archived",
    "wip", "in progress", "in-progress", "todo", "idea", "embargoed",
  ]
}

extension YAMLNode {
  /// The texts that may be the day of a page: the value, each of a list, or what MkDocs has under `created`.
  fileprivate var days: [String] {
    switch content {
    case .scalar: [plainText].compactMap(\.self)
    case .sequence(let items): items.flatMap(\.days)
    case .mapping(let entries): entries.filter { ["created", "is"].contains($0.key) }.flatMap(\.value.days)
    }
  }

  /// In small letters, without blanks around; `nil` for nothing, lists and mappings.
  fileprivate var plainText: String? {
    guard case .scalar(let text, _) = content, !isNull else { return nil }
    let words = text.foldedCase.split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
