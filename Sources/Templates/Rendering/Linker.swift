/// Compiles parsed templates to one program. What is called in several contexts is compiled once for each.
struct Linker {
  /// What has an entry of its own: a template or an override, in the context where it is used.
  struct Unit: Hashable {
    var template: Int
    var nodes: Range<Int>
    var context: OutputContext
  }

  struct BlockKey: Hashable {
    var name: String
    var context: OutputContext
  }

  /// An override that was compiled for the contexts of its block found so far.
  struct Use {
    var call: Int
    var template: Int
    var override: Override
  }

  let templates: [ParsedTemplate]
  let indices: [String: Int]
  let constants: Constants
  var program = Program()
  private var literalStarts: [Int32] = []
  private var entries: [Unit: Int32] = [:]
  private var queue: [(unit: Unit, entry: Int32)] = []
  private var keys: [BlockKey: Int32] = [:]
  private var contexts: [String: [OutputContext]] = [:]
  private var uses: [String: [Use]] = [:]
  private var namingContexts: [OutputContext] = []

  init(_ templates: [ParsedTemplate], indices: [String: Int], constants: Constants) {
    (self.templates, self.indices, self.constants) = (templates, indices, constants)
    for template in templates {
      literalStarts.append(Int32(program.literals.count))
      program.literals += template.literals
      program.files.append(Program.File(path: template.path, lines: template.lines))
    }
  }

  /// - Parameter shapes: what names the records, so that they are found by number.
  static func link(
    _ templates: [ParsedTemplate], indices: [String: Int], shapes: [String: [Shape]],
    constants: Constants
  ) -> Program {
    var linker = Linker(templates, indices: indices, constants: constants)
    for (index, template) in templates.enumerated() where indices[template.name] == index {
      linker.program.roots[template.name] = linker.entry(of: index, in: OutputContext(template.escaping))
    }
    linker.compileQueue()
    linker.program.names.add(recordsIn: shapes.values.joined())
    return linker.program
  }

  private mutating func compileQueue() {
    var linkedNames = 0
    while true {
      while let (unit, entry) = queue.popLast() {
        program.entries[Int(entry)] = Int32(program.instructions.count)
        compile(unit)
      }
      guard linkedNames < namingContexts.count else { return }
      let context = namingContexts[linkedNames]
      linkedNames += 1
      var named: [Name: Int32] = [:]
      for (name, index) in indices { named[Name(name)] = entry(of: index, in: context) }
      program.namedEntries.append(named)
    }
  }

  private mutating func entry(of template: Int, in context: OutputContext) -> Int32 {
    entry(of: Unit(template: template, nodes: templates[template].nodes.indices, context: context))
  }

  private mutating func entry(of unit: Unit) -> Int32 {
    if let entry = entries[unit] { return entry }
    let entry = Int32(program.entries.count)
    entries[unit] = entry
    program.entries.append(0)
    queue.append((unit, entry))
    return entry
  }

  private mutating func compile(_ unit: Unit) {
    let template = templates[unit.template]
    var context = unit.context
    var open: [Opening] = []
    var index = unit.nodes.lowerBound
    while index < unit.nodes.upperBound {
      let node = template.nodes[index]
      index += 1
      switch node {
      case .text(let range):
        append(literal: range, of: template, unit, isLine: index > 1 && template.nodes[index - 2].isLineStart)
        context.read(template.literals[range])
      case .lineStart:
        if index < unit.nodes.upperBound, template.nodes[index].isText { continue }
        append(.lineStart, unit, 0..<0)
      case .insert(let path, let raw, let tag):
        append(path, context.escape(raw: raw), in: unit, tag)
        context = context.afterInsertion
      case .section(let section):
        context = context.atTag
        if let text = text(of: section, at: index, context.escape(raw: false), in: unit) {
          append(text, \.before)
          open.append(Opening(context: context, step: .text(text)))
          continue
        }
        open.append(Opening(context: context, step: .section(section, at: program.instructions.count)))
        append(.done, unit, section.tag)
      case .block(let block):
        context = context.atTag
        open.append(Opening(context: context, step: .block(program.blocks.count)))
        append(.block(Int32(program.blocks.count)), unit, block.tag)
        let indent = slice(block.indent, of: unit.template)
        program.blocks.append(BlockStep(key: key(block.name, context), indent: indent))
      case .endSection, .endBlock:
        guard let opening = open.popLast() else { continue }
        close(opening, in: unit)
        context = opening.context.joined(with: context) ?? opening.context
      case .call(let call):
        context = context.atTag
        compile(call, in: Unit(template: unit.template, nodes: unit.nodes, context: context))
        index = call.end
      case .endOverride: break
      }
    }
    append(.done, unit, 0..<0)
  }

  private mutating func append(literal: Range<Int>, of template: ParsedTemplate, _ unit: Unit, isLine: Bool) {
    if literal.isEmpty && !isLine { return }
    let start = literalStarts[unit.template] + Int32(literal.lowerBound)
    let hasLines = template.literals[literal].dropLast().contains(UInt8(ascii: "\n"))
    let count = Int32(literal.count)
    let line = Instruction.line(start: start, count: count, hasLines: hasLines)
    append(isLine ? line : .literal(start: start, count: count, hasLines: hasLines), unit, 0..<0)
  }

  mutating func append(_ instruction: Instruction, _ unit: Unit, _ tag: Range<Int>) {
    program.instructions.append(instruction)
    program.origins.append(
      Program.Origin(
        template: Int32(unit.template), range: Int32(tag.lowerBound)..<Int32(tag.upperBound)))
  }
}

// MARK: Sections and blocks

extension Linker {
  /// A section or block whose end is not known yet.
  private struct Opening {
    enum Step {
      case section(Section, at: Int)
      case block(Int)
      case text(FilledText)
    }

    var context: OutputContext
    var step: Step
  }

  private mutating func close(_ opening: Opening, in unit: Unit) {
    switch opening.step {
    case .section(let section, let index):
      if !section.isInverted { append(.endSection, unit, section.tag) }
      let end = Int32(program.instructions.count)
      let path = slice(section.path, of: unit.template)
      program.instructions[index] = section.isInverted ? .inverted(path, end: end) : .section(path, end: end)
    case .block(let index):
      program.blocks[index].end = Int32(program.instructions.count)
    case .text(let text): append(text, \.behind)
    }
  }

  mutating func slice(_ path: Path, of template: Int) -> PathSlice {
    let start = Int32(program.paths.count)
    for component in path.components {
      program.paths.append(program.names.number(of: templates[template].text(component)))
    }
    return PathSlice(start: start, count: Int32(path.components.count))
  }

  private func slice(_ indent: Indent, of template: Int) -> IndentSlice {
    let start = literalStarts[template] + Int32(indent.blanks.lowerBound)
    return IndentSlice(start: start, count: Int32(indent.blanks.count), resets: indent.resets)
  }

  /// The key of a block, for which the overrides of its name are compiled too.
  private mutating func key(_ name: String, _ context: OutputContext) -> Int32 {
    let block = BlockKey(name: name, context: context)
    if let key = keys[block] { return key }
    let key = Int32(keys.count)
    keys[block] = key
    contexts[name, default: []].append(context)
    for use in uses[name] ?? [] { compile(use, in: context) }
    return key
  }
}

// MARK: Calls

extension Linker {
  private mutating func compile(_ call: Call, in unit: Unit) {
    let target: CallStep.Target =
      switch call.target {
      case .template(let name):
        indices[name].map { .entry(entry(of: $0, in: unit.context)) } ?? .nothing
      case .named(let path): .named(slice(path, of: unit.template), context: naming(in: unit.context))
      }
    let index = program.calls.count
    program.calls.append(CallStep(target: target, indent: slice(call.indent, of: unit.template)))
    append(.call(Int32(index)), unit, call.name)
    for override in call.overrides {
      let use = Use(call: index, template: unit.template, override: override)
      uses[override.name, default: []].append(use)
      for context in contexts[override.name] ?? [] { compile(use, in: context) }
    }
  }

  private mutating func compile(_ use: Use, in context: OutputContext) {
    guard let key = keys[BlockKey(name: use.override.name, context: context)] else { return }
    let unit = Unit(template: use.template, nodes: use.override.nodes, context: context)
    program.calls[use.call].overrides.append(
      OverrideStep(key: key, entry: entry(of: unit), startsLine: use.override.startsLine))
  }

  private mutating func naming(in context: OutputContext) -> Int32 {
    if let index = namingContexts.firstIndex(of: context) { return Int32(index) }
    namingContexts.append(context)
    return Int32(namingContexts.count - 1)
  }
}
