import Knowledge

/// The values of a fact or of a relation, with what all of them share: then one mark stands for all, and a role is told
/// once.
struct ValueList: Sendable {
  private let all: [ShownValue]
  private let isShared: Bool
  /// Whether each has the same sources that say it in the same manner.
  private let hasOneMark: Bool
  /// The one role in which all of several are named, by all who name them.
  let role: ShownStatement?

  /// - Parameter isShared: whether something is told once for all, where they share it.
  init(_ all: [ShownValue], isShared: Bool = true) {
    self.all = all
    self.isShared = isShared
    hasOneMark = isShared && Self.haveOneMark(all)
    role = isShared ? Self.sharedRole(of: all) : nil
  }

  /// The values as they stand beside the mark and the role that all of them share.
  var besideShared: [ShownValue] {
    let isBrief = isShared && all.count > 3
    guard hasOneMark || role != nil || isBrief else { return all }
    return all.map { value in
      var value = value
      value.isBrief = isBrief && value.isReference
      value.sharesMark = hasOneMark
      value.sharesRole = role != nil
      return value
    }
  }

  /// The mark that stands for all; its card names the values that words are about.
  func mark(on page: PageContext, label: String?) -> SourceMark? {
    guard hasOneMark else { return nil }
    let said = all.flatMap { value in value.statements.map { (values: [value.text], statement: $0) } }
    return page.mark(of: said, label: label)
  }

  private static func haveOneMark(_ all: [ShownValue]) -> Bool {
    guard all.count > 1, let sigla = all.first?.sigla, !sigla.isEmpty else { return false }
    return all.allSatisfy { !$0.isRecord && $0.sigla == sigla }
  }

  private static func sharedRole(of all: [ShownValue]) -> ShownStatement? {
    guard all.count > 1, let statement = all.first?.statements.first, let role = statement.role else {
      return nil
    }
    let isShared = all.allSatisfy { !$0.statements.isEmpty && $0.statements.allSatisfy { $0.role == role } }
    return isShared ? statement : nil
  }
}

extension ShownValue {
  fileprivate var isRecord: Bool { if case .record = content { true } else { false } }
  fileprivate var isReference: Bool { if case .item = content { true } else { false } }

  fileprivate var sigla: [ShownSiglum] { statements.filter(\.hasProof).map(\.siglum) }
}
