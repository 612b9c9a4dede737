import Diagnostics
import Knowledge
import Progress

/// Where the time and the memory of a build went.
struct BuildProfile {
  let stages: [FinishedStage]

  /// The elements of one sort, such as the pages of a template.
  private struct Sort {
    let name: String
    var count = 0
    var time = Duration.zero
  }

  private struct Slow {
    let stage: Stage
    let element: ElementTime
  }

  private static let mostSlow = 10

  /// The sorts of all stages, those that took most first.
  private var sorts: [Sort] {
    var sorts: [String: Sort] = [:]
    for element in stages.flatMap(\.elements) {
      guard let name = element.sort else { continue }
      sorts[name, default: Sort(name: name)].count += 1
      sorts[name]?.time += element.time
    }
    return sorts.values.sorted { ($1.time, $0.name) < ($0.time, $1.name) }
  }

  private var slowest: [Slow] {
    let all = stages.flatMap { stage in stage.elements.map { Slow(stage: stage.stage, element: $0) } }
    return Array(all.sorted { $0.element.time > $1.element.time }.prefix(Self.mostSlow))
  }
}

// MARK: - For people

extension BuildProfile {
  var text: String {
    let stages = stages.map { stage in
      [
        stage.text, stage.processor.milliseconds + " ms", (stage.memory >> 20).withThousands + " MB",
      ]
    }
    let sorts = sorts.map { sort in
      [
        sort.name, sort.count.withThousands, sort.time.milliseconds + " ms",
        (sort.time / sort.count).shortText,
      ]
    }
    let slowest = slowest.map { [$0.element.name, $0.element.time.shortText] }
    return [
      Self.table(["stage", "processors", "peak so far"], stages),
      Self.table(["template", "pages", "time", "a page"], sorts),
      Self.table(["slowest", "time"], slowest),
    ].joined(separator: "\n")
  }

  /// Columns of the width of their longest text; all but the first end at the right.
  private static func table(_ head: [String], _ rows: [[String]]) -> String {
    let lines = [head] + rows
    let widths = head.indices.map { column in lines.map { $0[column].terminalWidth }.max() ?? 0 }
    return lines.map { line in
      line.enumerated().map { column, text in
        let blanks = String(repeating: " ", count: widths[column] - text.terminalWidth)
        return column == 0 ? text + blanks : blanks + text
      }.joined(separator: "  ") + "\n"
    }.joined()
  }
}

extension Duration {
  fileprivate var milliseconds: String { Int(self / .milliseconds(1)).withThousands }

  /// Such as "2.4 ms" or "312 µs".
  fileprivate var shortText: String {
    let microseconds = Int(self / .microseconds(1))
    return microseconds < 1_000
      ? "\(microseconds) µs" : "\((microseconds / 1_000).withThousands).\(microseconds % 1_000 / 100) ms"
  }
}

// MARK: - For programs

extension BuildProfile {
  /// Times in microseconds, memory in bytes.
  var json: JSON {
    .compact([
      "stages": .array(
        stages.map { stage in
          .compact([
            "stage": .string(stage.stage.doing), "subject": .optional(stage.subject),
            "count": stage.count.map(JSON.integer) ?? .null, "time": stage.time.json,
            "processor_time": stage.processor.json, "peak_memory": .integer(stage.memory),
          ])
        }),
      "templates": .array(
        sorts.map { sort in
          .compact(["name": .string(sort.name), "pages": .integer(sort.count), "time": sort.time.json])
        }),
      "slowest": .array(
        slowest.map { slow in
          .compact([
            "stage": .string(slow.stage.doing), "name": .string(slow.element.name),
            "template": .optional(slow.element.sort), "time": slow.element.time.json,
          ])
        }),
    ])
  }
}

extension Duration {
  fileprivate var json: JSON { .integer(Int(self / .microseconds(1))) }
}
