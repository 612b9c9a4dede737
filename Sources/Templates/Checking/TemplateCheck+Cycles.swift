import Diagnostics

extension TemplateCheck {
  /// Reports calls that lead back to where they came from with no section on the way that could end it.
  mutating func reportCycles() {
    enum State { case new, onPath, done }
    var states = [State](repeating: .new, count: visits.count)
    for root in visits.indices where states[root] == .new {
      var path = [(visit: root, next: 0)]
      states[root] = .onPath
      while let last = path.last {
        let calls = unguardedCalls[last.visit]
        guard last.next < calls.count else {
          states[last.visit] = .done
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let call = calls[last.next]
        switch states[call.target] {
        case .new:
          states[call.target] = .onPath
          path.append((call.target, 0))
        case .onPath: reportCycle(of: path.map(\.visit), closedBy: call)
        case .done: break
        }
      }
    }
  }

  private mutating func reportCycle(of path: [Int], closedBy call: UnguardedCall) {
    guard let start = path.firstIndex(of: call.target), let last = path.last else { return }
    var names: [String] = []
    for visit in path[start...] + [call.target] {
      let name = templates[visits[visit].template].name
      if names.last != name || visit == call.target { names.append(name) }
    }
    let loop = names.map { "'\($0)'" }.joined(separator: " → ")
    report(
      .partialCycle, "the circle \(loop) never ends", in: visits[last].template, at: call.tag,
      help: "put one of the calls inside a section")
  }
}
