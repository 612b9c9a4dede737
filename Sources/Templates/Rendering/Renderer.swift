import Diagnostics

/// Runs a program over one value. The frames are its own, so no template can overflow the stack.
struct Renderer: ~Copyable {
  static let deepest = 100
  static let mostCalls = 1_000_000
  /// How often sections are filled in on one page, all together.
  static let mostItems = 4_000_000
  /// The most bytes of one page. What is larger no browser shows.
  static let largestPage = 64 << 20
  /// Bytes that there is room for from the start: nearly all pages are smaller.
  private static let usualPage = 64 << 10

  /// One call that is under way, with what holds again behind it.
  private struct Frame {
    var returnIndex: Int
    var environment: Int
    var environmentCount: Int
    var indentStart: Int
    var indentCount: Int
  }

  /// The overrides of one call; those of an outer call win.
  private struct Environment {
    var call: Int
    var outer: Int
  }

  /// A section that is being shown, once for each item.
  private struct Loop {
    var items: [Value] = []
    var records: BoundRecords?
    var index = 0
    var count = 1
    var body: Int
  }

  private let program: Program
  private var index: Int
  private var scope: Scope
  private var frames: [Frame] = []
  private var loops: [Loop] = []
  private var environments: [Environment] = []
  private var environment = -1
  private var indent: [UInt8] = []
  private var indentStart = 0
  private var callCount = 0
  private var itemCount = 0
  private var diagnostics: [Diagnostic] = []

  init(_ program: Program, entry: Int32, _ values: [Value]) {
    self.program = program
    index = Int(program.entries[Int(entry)])
    scope = Scope(values, program.names)
    frames.reserveCapacity(16)
    loops.reserveCapacity(16)
  }

  consuming func run(into output: inout [UInt8]) -> [Diagnostic] {
    var buffer = OutputBuffer(capacity: Self.usualPage)
    run(&buffer)
    buffer.copy(to: &output)
    return diagnostics
  }

  private mutating func run(_ output: inout OutputBuffer) {
    while true {
      let current = index
      index += 1
      switch program.instructions[current] {
      case .literal(let start, let count, let hasLines):
        appendLiteral(Int(start)..<Int(start + count), hasLines, to: &output)
        stopIfTooLarge(output.count, at: current)
      case .line(let start, let count, let hasLines):
        appendIndent(to: &output)
        appendLiteral(Int(start)..<Int(start + count), hasLines, to: &output)
        stopIfTooLarge(output.count, at: current)
      case .lineStart: appendIndent(to: &output)
      case .insert(let path, let escape): insert(path, escape, at: current, to: &output)
      case .section(let path, let end):
        if !enter(scope.value(at: path, in: program.paths)) { index = Int(end) }
      case .inverted(let path, let end):
        if !scope.value(at: path, in: program.paths).isFalsey { index = Int(end) }
      case .endSection: nextItem()
      case .block(let block): fill(program.blocks[Int(block)], at: current, to: &output)
      case .call(let call): self.call(Int(call), at: current)
      case .choose(let path, let choice):
        let number = scope.value(at: path, in: program.paths)
        index = Int(program.choices[Int(choice)].start(for: number))
      case .jump(let target): index = Int(target)
      case .done: if !leave() { return }
      }
    }
  }

  private func appendIndent(to output: inout OutputBuffer) {
    if indentStart < indent.count { output.append(indent.span.extracting(indentStart...)) }
  }

  @inline(__always)
  private func appendLiteral(_ range: Range<Int>, _ hasLines: Bool, to output: inout OutputBuffer) {
    let literal = program.literals.span.extracting(range)
    if hasLines, indentStart < indent.count {
      appendLines(literal, to: &output)
    } else {
      output.append(literal)
    }
  }

  /// Appends a text of several lines, each but the first with its indentation.
  private func appendLines(_ text: Span<UInt8>, to output: inout OutputBuffer) {
    var start = 0
    for index in text.indices.dropLast() where text[index] == UInt8(ascii: "\n") {
      if output.count > Self.largestPage { return }
      output.append(text.extracting(start...index))
      appendIndent(to: &output)
      start = index + 1
    }
    output.append(text.extracting(start...))
  }

  private mutating func insert(
    _ path: PathSlice, _ escape: Escape, at current: Int, to output: inout OutputBuffer
  ) {
    if escape == .impossible {
      report(.unescapedPlace, "no escaping makes a value safe here", at: current)
    } else {
      scope.insert(path, of: program.paths, escape, to: &output)
      stopIfTooLarge(output.count, at: current)
    }
  }

  /// A page may have the same text, the same value or the same blanks a million times.
  @inline(__always)
  private mutating func stopIfTooLarge(_ size: Int, at current: Int) {
    guard size > Self.largestPage else { return }
    stop(.pageTooLarge, "one page is larger than \(Self.largestPage >> 20) MB", at: current)
  }

  private mutating func stop(_ id: DiagnosticID, _ message: String, at current: Int) {
    report(id, message, at: current)
    frames.removeAll()
    index = program.instructions.count - 1
  }

  private mutating func report(_ id: DiagnosticID, _ message: String, at current: Int) {
    diagnostics.append(Diagnostic(id, message, at: program.place(of: current)))
  }
}

// MARK: Sections

extension Renderer {
  /// Whether there is something to show; then its first item is on top of the scope.
  private mutating func enter(_ value: Value) -> Bool {
    if value.isFalsey { return false }
    switch value {
    case .list(let items):
      loops.append(Loop(items: items, count: items.count, body: index))
      scope.push(items[0])
    case .records(let records):
      loops.append(Loop(records: records, count: records.count, body: index))
      scope.push(.record(records.item(0)))
    default:
      loops.append(Loop(body: index))
      scope.push(value)
    }
    return true
  }

  private mutating func nextItem() {
    let last = loops.count - 1
    itemCount += 1
    guard itemCount <= Self.mostItems else {
      let message = "one page fills in sections more than \(Self.mostItems) times"
      return stop(.pageTooLarge, message, at: loops[last].body - 1)
    }
    loops[last].index += 1
    let next = loops[last].index
    if next == loops[last].count {
      scope.pop()
      loops.removeLast()
      return
    }
    if let records = loops[last].records {
      scope.replaceTop(by: records.item(next))
    } else {
      scope.pop()
      scope.push(loops[last].items[next])
    }
    index = loops[last].body
  }
}

// MARK: Calls

extension Renderer {
  private mutating func call(_ number: Int, at current: Int) {
    let entry: Int32
    switch program.calls[number].target {
    case .entry(let known): entry = known
    case .nothing: return
    case .named(let path, let context):
      guard case .text(let name) = scope.value(at: path, in: program.paths), !name.isEmpty else { return }
      guard let found = program.namedEntries[Int(context)][Name(name)] else {
        return report(.unknownPartial, "there is no template '\(name)'", at: current)
      }
      entry = found
    }
    push(to: entry, indent: program.calls[number].indent, returningTo: index, at: current)
    if !program.calls[number].overrides.isEmpty {
      environments.append(Environment(call: number, outer: environment))
      environment = environments.count - 1
    }
  }

  private mutating func fill(_ block: BlockStep, at current: Int, to output: inout OutputBuffer) {
    var (override, outer): (OverrideStep?, Int) = (nil, -1)
    var level = environment
    while level >= 0 {
      let found = program.calls[environments[level].call].overrides.first { $0.key == block.key }
      if let found { (override, outer) = (found, environments[level].outer) }
      level = environments[level].outer
    }
    guard let override else { return }
    push(to: override.entry, indent: block.indent, returningTo: Int(block.end), at: current)
    // An override stands in the text of the child: only what fills the child's own blocks fills its blocks.
    environment = outer
    if !override.startsLine { appendIndent(to: &output) }
  }

  private mutating func push(
    to entry: Int32, indent slice: IndentSlice, returningTo next: Int, at current: Int
  ) {
    callCount += 1
    guard frames.count < Self.deepest, callCount < Self.mostCalls else {
      let message =
        callCount < Self.mostCalls
        ? "templates call one another more than \(Self.deepest) deep"
        : "one page calls more than \(Self.mostCalls) templates"
      return stop(.templateTooDeep, message, at: current)
    }
    frames.append(
      Frame(
        returnIndex: next, environment: environment, environmentCount: environments.count,
        indentStart: indentStart, indentCount: indent.count))
    if slice.resets { indentStart = indent.count }
    if slice.count > 0 {
      indent.append(contentsOf: program.literals[Int(slice.start)..<Int(slice.start + slice.count)])
    }
    index = Int(program.entries[Int(entry)])
  }

  /// Whether there is something to go back to.
  private mutating func leave() -> Bool {
    guard let frame = frames.popLast() else { return false }
    index = frame.returnIndex
    environment = frame.environment
    environments.removeLast(environments.count - frame.environmentCount)
    indentStart = frame.indentStart
    indent.removeLast(indent.count - frame.indentCount)
    return true
  }
}
