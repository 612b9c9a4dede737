import Knowledge

extension SourcesView {
  /// Citations are in texts.
  static var readsTexts: Bool { true }

  /// The things of which each source says something, then the sources that are only linked.
  func rows(of part: ViewPart, _ uses: [Use], in graph: KnowledgeGraph) -> ViewRows? {
    var rows = ViewRows()
    let (read, linked) = (uses.filter(\.isRead), uses.filter { !$0.isRead })
    rows.begin("read", title: "sources_read", of: read.count)
    for use in read {
      rows.mark(graph.id(of: use.source))
      rows.add(weighing: 4 + shown.count)
      rows.add(max(0, use.things.count - 1))
    }
    rows.begin("linked", title: "sources_linked", of: linked.count)
    for use in linked {
      rows.mark(graph.id(of: use.source))
      rows.add(weighing: 2)
    }
    return rows
  }
}

/// What of a bibliography is on one page.
struct SourcesStretch: Sendable {
  /// A source with those of its things that are on the page.
  struct Entry: Sendable {
    let use: SourcesView.Use
    let things: [(entity: EntityID, statements: Int)]
    let isContinued: Bool
  }

  private(set) var read: [Entry] = []
  private(set) var linked: [Entry] = []
  let readCount: Int
  let linkedCount: Int
  let isWhole: Bool

  init(_ uses: [SourcesView.Use], _ part: ViewPart) {
    var window = RowWindow(part)
    isWhole = part.rows == nil
    let (read, linked) = (uses.filter(\.isRead), uses.filter { !$0.isRead })
    (readCount, linkedCount) = (read.count, linked.count)
    for use in read {
      // One that says nothing of any thing has a row too.
      if use.things.isEmpty {
        if window.takeOne() { self.read.append(Entry(use: use, things: [], isContinued: false)) }
        continue
      }
      let things = window.take(use.things)
      guard let first = things.first else { continue }
      self.read.append(
        Entry(use: use, things: things, isContinued: first.entity != use.things.first?.entity))
    }
    self.linked = window.take(linked).map { Entry(use: $0, things: $0.things, isContinued: false) }
  }
}
