import Diagnostics
import Sentences

/// One step of the flat program that all templates are compiled to.
enum Instruction: Sendable {
  /// Appends bytes of `literals`; `hasLines` where a line begins in them.
  case literal(start: Int32, count: Int32, hasLines: Bool)
  /// A literal that begins a line, behind the indentation.
  case line(start: Int32, count: Int32, hasLines: Bool)
  /// Appends the indentation, where there is one.
  case lineStart
  case insert(PathSlice, Escape)
  /// Goes on behind `end` if there is nothing to show, else pushes the first item.
  case section(PathSlice, end: Int32)
  /// Goes on at `end` if there is something.
  case inverted(PathSlice, end: Int32)
  /// Pushes the next item and starts over, or goes on.
  case endSection
  /// Calls the override of a block, if there is one, else goes on with its default.
  case block(Int32)
  case call(Int32)
  /// Goes on where one of `choices` says, by the number that the path gives.
  case choose(PathSlice, Int32)
  case jump(Int32)
  case done
}

/// A dotted name: a stretch of `paths`.
struct PathSlice: Sendable {
  var start: Int32
  var count: Int32
}

/// Blanks, as a stretch of `literals`.
struct IndentSlice: Sendable {
  var start: Int32
  var count: Int32
  var resets: Bool
}

/// A block as the renderer sees it: equal keys are equal names in equal contexts.
struct BlockStep: Sendable {
  var key: Int32
  var indent: IndentSlice
  var end: Int32 = 0
}

/// The stretches of code for the forms of one text.
struct Choice: Sendable {
  var plurals: PluralRules
  var starts: [String: Int32] = [:]
  var usual: Int32 = 0

  func start(for value: Value) -> Int32 {
    let number: Int? =
      switch value {
      case .number(let number): number
      case .text(let text): Int(text)
      default: nil
      }
    return number.flatMap { plurals.form(of: $0) }.flatMap { starts[$0] } ?? usual
  }
}

struct CallStep: Sendable {
  enum Target: Sendable {
    case entry(Int32)
    /// The path's value names one of `namedEntries[context]`.
    case named(PathSlice, context: Int32)
    /// No template has the name.
    case nothing
  }

  var target: Target
  var indent: IndentSlice
  var overrides: [OverrideStep] = []
}

struct OverrideStep: Sendable {
  var key: Int32
  var entry: Int32
  var startsLine: Bool
}

/// All templates of a set, linked. Immutable, so that pages can be rendered in parallel.
struct Program: Sendable {
  /// Where an instruction was written.
  struct Origin: Sendable {
    var template: Int32
    var range: Range<Int32>
  }

  struct File: Sendable {
    var path: String
    var lines: Lines
  }

  var literals: [UInt8] = []
  /// The words of dotted names, as numbers of `names`.
  var paths: [Int32] = []
  var names = NameTable()
  var instructions: [Instruction] = []
  var origins: [Origin] = []
  var blocks: [BlockStep] = []
  var calls: [CallStep] = []
  var choices: [Choice] = []
  /// Where the code of an entry begins.
  var entries: [Int32] = []
  /// The entries of templates by name, for each context in which a value names a template.
  var namedEntries: [[Name: Int32]] = []
  /// The entries of templates rendered by themselves.
  var roots: [String: Int32] = [:]
  var files: [File] = []

  /// Where the instruction at `index` was written.
  func place(of index: Int) -> Place {
    let origin = origins[index]
    let file = files[Int(origin.template)]
    return file.lines.place(Int(origin.range.lowerBound)..<Int(origin.range.upperBound), in: file.path)
  }
}
