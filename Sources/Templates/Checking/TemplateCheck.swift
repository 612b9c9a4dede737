import Diagnostics

/// Walks all templates as the renderer would, with the shapes of values in place of values: each template and
/// override once in each scope and context in which it is used.
struct TemplateCheck {
  /// One stretch of a template in one setting.
  struct Visit: Hashable {
    var template: Int
    var nodes: Range<Int>
    var context: OutputContext
    /// A stack of `shapes`.
    var stack: Int
    var environment: Int
  }

  /// A call from one visit to another that no section guards.
  struct UnguardedCall {
    var target: Int
    var tag: Range<Int>
  }

  private static let mostVisits = 50_000

  let templates: [ParsedTemplate]
  let indices: [String: Int]
  /// Whether names and partials that are missing are mistakes.
  let isStrict: Bool
  let constants: Constants
  var shapes = ShapeTable()
  var environments = Environments()
  private(set) var visits: [Visit] = []
  private(set) var unguardedCalls: [[UnguardedCall]] = []
  private var visitIndices: [Visit: Int] = [:]
  private var blockNames: BlockNames
  private var found: [Diagnostic] = []
  private var reported: Set<Mistake> = []

  private struct Mistake: Hashable {
    var id: DiagnosticID
    var template: Int
    var range: Range<Int>
  }

  /// Without shapes every template is looked at by itself, with everything unknown.
  static func check(
    _ templates: [ParsedTemplate], indices: [String: Int], shapes: [String: [Shape]], _ constants: Constants
  ) -> [Diagnostic] {
    var check = TemplateCheck(templates, indices: indices, isStrict: !shapes.isEmpty, constants)
    let roots = shapes.isEmpty ? indices.mapValues { _ in [Shape.any] } : shapes
    for (name, shapes) in roots.sorted(by: { $0.key < $1.key }) {
      guard let template = indices[name] else { continue }
      let stack = check.stack(of: shapes)
      _ = check.visit(
        Visit(
          template: template, nodes: templates[template].nodes.indices,
          context: OutputContext(templates[template].escaping), stack: stack,
          environment: Environments.empty))
    }
    check.walkAll()
    check.reportCycles()
    return check.found
  }

  private init(_ templates: [ParsedTemplate], indices: [String: Int], isStrict: Bool, _ constants: Constants)
  {
    (self.templates, self.indices, self.isStrict) = (templates, indices, isStrict)
    self.constants = constants
    blockNames = BlockNames(templates, indices: indices)
  }

  private mutating func stack(of levels: [Shape]) -> Int {
    let outermost = shapes.push(shapes.insert(levels.first ?? .any), on: nil)
    return levels.dropFirst().reduce(outermost) { shapes.push(shapes.insert($1), on: $0) }
  }

  mutating func report(
    _ id: DiagnosticID, _ message: String, in template: Int, at range: Range<Int>, help: String? = nil
  ) {
    guard reported.insert(Mistake(id: id, template: template, range: range)).inserted else { return }
    found.append(Diagnostic(id, message, at: templates[template].place(range), help: help))
  }

  private mutating func visit(_ visit: Visit) -> Int {
    if let index = visitIndices[visit] { return index }
    visits.append(visit)
    unguardedCalls.append([])
    visitIndices[visit] = visits.count - 1
    return visits.count - 1
  }

  private mutating func walkAll() {
    var index = 0
    while index < visits.count {
      if index >= Self.mostVisits {
        let visit = visits[index]
        let message = "templates include one another in more than \(Self.mostVisits) ways"
        return report(.templateTooDeep, message, in: visit.template, at: 0..<1)
      }
      walk(index)
      index += 1
    }
  }
}

// MARK: One visit

extension TemplateCheck {
  /// Where a walk stands, and what holds again behind the sections that are open.
  private struct Walk {
    struct Opening {
      var context: OutputContext
      var stack: Int
      var tag: Range<Int>
      var isGuard: Bool
    }

    var index: Int
    var visit: Visit
    var context: OutputContext
    var stack: Int
    var open: [Opening] = []
    var isGuarded: Bool { open.contains(where: \.isGuard) }

    mutating func begin(_ tag: Range<Int>, isGuard: Bool) {
      context = context.atTag
      open.append(Opening(context: context, stack: stack, tag: tag, isGuard: isGuard))
    }
  }

  private mutating func walk(_ number: Int) {
    let visit = visits[number]
    let template = templates[visit.template]
    var walk = Walk(index: number, visit: visit, context: visit.context, stack: visit.stack)
    var index = visit.nodes.lowerBound
    while index < visit.nodes.upperBound {
      let node = template.nodes[index]
      index += 1
      switch node {
      case .text(let range): walk.context.read(template.literals[range])
      case .insert(let path, let raw, let tag):
        checkInsertion(of: path, raw: raw, tag, walk)
        walk.context = walk.context.afterInsertion
      case .section(let section): begin(section, &walk)
      case .block(let block):
        walk.begin(block.tag, isGuard: false)
        if let filling = environments[visit.environment, block.name] {
          follow(filling, block, walk)
          index = block.end
        }
      case .endSection, .endBlock: end(&walk)
      case .call(let call):
        walk.context = walk.context.atTag
        follow(call, walk)
        index = call.end
      case .lineStart, .endOverride: break
      }
    }
    finish(walk)
  }

  private mutating func begin(_ section: Section, _ walk: inout Walk) {
    walk.begin(section.tag, isGuard: true)
    let shape = resolve(section.path, in: walk.stack, of: walk.visit.template)
    if section.isInverted { return }
    if let sentence = sentence(at: section.path, in: walk.visit.template) {
      return checkPlaces(of: sentence, section.path, in: walk.stack, of: walk.visit.template)
    }
    walk.stack = shapes.push(shape.map { shapes.item(of: $0) } ?? shapes.insert(.any), on: walk.stack)
  }

  private mutating func end(_ walk: inout Walk) {
    guard let opening = walk.open.popLast() else { return }
    walk.stack = opening.stack
    if let joined = opening.context.joined(with: walk.context) {
      walk.context = joined
    } else {
      reportEnd(walk, from: opening.context, at: opening.tag)
      walk.context = opening.context
    }
  }

  /// A template ends where it began, so that what stands behind its call is known.
  private mutating func finish(_ walk: Walk) {
    if walk.visit.context.joined(with: walk.context) != nil { return }
    let template = templates[walk.visit.template]
    let isTemplate = walk.visit.nodes == template.nodes.indices
    let start = isTemplate ? max(0, template.source.count - 1) : overrideTag(walk.visit).lowerBound
    let end = isTemplate ? template.source.count : overrideTag(walk.visit).upperBound
    reportEnd(walk, from: walk.visit.context, at: start..<end)
  }

  private func overrideTag(_ visit: Visit) -> Range<Int> {
    for node in templates[visit.template].nodes {
      guard case .call(let call) = node else { continue }
      if let override = call.overrides.first(where: { $0.nodes == visit.nodes }) { return override.tag }
    }
    return 0..<0
  }

  private mutating func reportEnd(_ walk: Walk, from start: OutputContext, at range: Range<Int>) {
    guard !templates[walk.visit.template].isBroken else { return }
    guard case .html(let start) = start, case .html(let end) = walk.context else { return }
    let message = "what begins \(start.description) ends \(end.atTag.description)"
    report(.templateSyntax, message, in: walk.visit.template, at: range)
  }
}

// MARK: Insertions and calls

extension TemplateCheck {
  private mutating func checkInsertion(of path: Path, raw: Bool, _ tag: Range<Int>, _ walk: Walk) {
    let template = walk.visit.template
    let shape = resolve(path, in: walk.stack, of: template)
    let escape = walk.context.escape(raw: raw)
    let name = templates[template].text(path.range)
    if escape == .impossible, case .html(let context) = walk.context {
      let reason = raw ? "markup is not allowed" : "no escaping is safe"
      let message = "'\(name)' is \(context.description), where \(reason)"
      return report(.unescapedPlace, message, in: template, at: tag, help: context.help)
    }
    guard let shape else { return }
    if let sentence = sentence(at: path, in: template) {
      checkPlaces(of: sentence, path, in: walk.stack, of: template)
    }
    switch shapes.nodes[shape] {
    case .list, .record:
      let message = "'\(name)' is \(shapes.description(of: shape)), which has no text of its own"
      report(.wrongSection, message, in: template, at: path.range, help: "write '{{#\(name)}}…{{/\(name)}}'")
    case .text, .number, .flag:
      if raw, walk.context != .plain {
        let message = "'\(name)' is \(shapes.description(of: shape)), not markup, and must be escaped"
        report(.unescapedPlace, message, in: template, at: tag, help: "write '{{\(name)}}'")
      }
    case .html:
      if case .html(let context) = walk.context, !raw, escape != .text {
        let message = "'\(name)' is markup, which is not allowed \(context.description)"
        report(.unescapedPlace, message, in: template, at: tag)
      }
    case .any: break
    }
  }

  private mutating func follow(_ call: Call, _ walk: Walk) {
    let template = walk.visit.template
    switch call.target {
    case .named(let path):
      let shape = resolve(path, in: walk.stack, of: template)
      if let shape, ![.text, .any].contains(shapes.nodes[shape]) {
        let name = templates[template].text(path.range)
        let message = "'\(name)' is \(shapes.description(of: shape)) and cannot name a template"
        report(.wrongSection, message, in: template, at: path.range)
      }
    case .template(let name):
      guard let target = indices[name] else {
        guard isStrict, !name.isEmpty else { return }
        let message = "there is no template '\(name)'\(didYouMean(name, among: indices.keys))"
        return report(.unknownPartial, message, in: template, at: call.name)
      }
      checkOverrides(of: call, in: template, name)
      let environment = environments.inside(call, of: template, in: walk.visit.environment)
      enter(
        Visit(
          template: target, nodes: templates[target].nodes.indices, context: walk.context, stack: walk.stack,
          environment: environment), at: call.tag, walk)
    }
  }

  private mutating func follow(_ filling: Environments.Filling, _ block: Block, _ walk: Walk) {
    enter(
      Visit(
        template: filling.template, nodes: filling.nodes, context: walk.context, stack: walk.stack,
        environment: filling.outer), at: block.tag, walk)
  }

  private mutating func enter(_ visit: Visit, at tag: Range<Int>, _ walk: Walk) {
    let target = self.visit(visit)
    if !walk.isGuarded { unguardedCalls[walk.index].append(UnguardedCall(target: target, tag: tag)) }
  }

  private mutating func checkOverrides(of call: Call, in template: Int, _ parent: String) {
    guard isStrict, !call.overrides.isEmpty, let names = blockNames.names(reachableFrom: call, in: template)
    else { return }
    for override in call.overrides where !names.contains(override.name) {
      let message =
        "'\(parent)' has no block '\(override.name)'\(didYouMean(override.name, among: names))"
      report(.unknownName, message, in: template, at: override.nameRange)
    }
  }
}
