import ArgumentParser

/// What inputs are made for.
enum FuzzKind: String, CaseIterable, Sendable, ExpressibleByArgument {
  case markdown
  case frontMatter = "front-matter"
  case schema
  case settings
  case templates
  case records
  /// Whole small knowledge bases.
  case bases
  /// Not of the program: an input of it ends the process, one never ends, and one comes out wrong. It shows that such
  /// are seen.
  case faulty

  /// Those that are fed to the program.
  static let ofTheProgram = allCases.filter { $0 != .faulty }

  var target: any FuzzTarget {
    switch self {
    case .markdown: MarkdownTarget()
    case .frontMatter: FrontMatterTarget()
    case .schema: SchemaTarget()
    case .settings: SettingsTarget()
    case .templates: TemplateTarget()
    case .records: RecordTarget()
    case .bases: BaseTarget()
    case .faulty: FaultyTarget()
    }
  }

  /// How many inputs a second of the whole run has: what two processors get through, so that the same inputs come on
  /// every machine.
  var inputsPerSecond: Int {
    switch self {
    case .markdown: 100
    case .frontMatter: 300
    case .schema: 8
    case .settings: 8
    case .templates: 40
    case .records: 12
    case .bases: 20
    case .faulty: 1
    }
  }

  /// Whether a file of a knowledge base is such an input.
  func takes(_ path: String) -> Bool {
    switch self {
    case .markdown, .frontMatter: path.hasPrefix("content/") && path.hasSuffix(".md")
    case .schema: path == "schema.yaml"
    case .settings: path == "remit.yaml"
    case .templates: path.hasPrefix("templates/") && path.hasSuffix(".html")
    case .records: path.hasPrefix("content/") && path.hasSuffix(".json")
    case .bases, .faulty: false
    }
  }
}

/// One way into the program.
protocol FuzzTarget: Sendable {
  /// What means something in its inputs.
  var tokens: [String] { get }

  /// An input made by rules; `nil` where one of the corpus is to be changed instead.
  func made(_ dice: inout Dice) -> [UInt8]?

  /// What does not hold of what becomes of an input.
  func problem(of input: [UInt8]) async -> Problem?
}

/// A promise that is not kept.
struct Problem: Hashable {
  /// The promise.
  var rule: String
  var detail: String

  init(_ rule: String, _ detail: String = "") {
    self.rule = rule
    self.detail = detail
  }
}

extension FuzzKind {
  /// The input of a number. First come those of the corpus as they are.
  func input(_ number: Int, seed: UInt64, from corpus: Corpus) -> [UInt8] {
    let known = corpus[self]
    if number < known.count { return known[number] }
    var dice = Dice(seed: seed, name: rawValue, number: number)
    let target = target
    if known.isEmpty || dice.once(in: 2), let made = target.made(&dice) { return made }
    let start = known.isEmpty ? Array(dice.pick(target.tokens).utf8) : dice.pick(known)
    let mutation = Mutation(tokens: target.tokens, others: known)
    return self == .bases ? mutation.base(start, &dice) : KnownWords.replaced(in: mutation(start, &dice))
  }
}
