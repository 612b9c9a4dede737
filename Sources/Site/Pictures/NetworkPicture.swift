import Knowledge

extension NetworkView {
  /// Of the whole, where more than one pair has something in common.
  func hasPicture(of part: ViewPart, _ network: Network) -> Bool {
    part.about == .whole && part.number == 1 && !network.isCut && network.joined > 1
  }

  func picture(of part: ViewPart, _ network: Network, on page: PageContext) -> Picture? {
    guard hasPicture(of: part, network) else { return nil }
    let shown = NetworkPicture(page: page, network: network)
    let title = page.site.views.page(of: page.viewName, about: part.about)?.title ?? ""
    return Picture(
      title: title, sentence: shown.sentence, remarks: shown.remarks,
      tellsAll: network.ends.count <= NetworkPicture.mostNarrow,
      wide: shown.drawing(width: Drawing.wide, most: NetworkPicture.mostWide),
      narrow: shown.drawing(width: Drawing.narrow, most: NetworkPicture.mostNarrow))
  }
}

/// The pairs of a network as a heat map.
struct NetworkPicture {
  let page: PageContext
  let network: Network

  /// So many things have room with their names.
  static let mostWide = 25
  static let mostNarrow = 8

  private var view: NetworkView { network.view }

  /// How often a thing is joined, with all others together.
  private var shared: [EntityID: Int] {
    network.pairs.reduce(into: [:]) { sums, pair in
      sums[pair.a, default: 0] += pair.count
      sums[pair.b, default: 0] += pair.count
    }
  }

  /// Those that are joined most come first.
  private func sorted(_ things: [EntityID]) -> [EntityID] {
    let shared = shared
    return things.sorted { a, b in
      let counts = (shared[a] ?? 0, shared[b] ?? 0)
      return counts.0 == counts.1
        ? page.graph.shortTitle(of: a) < page.graph.shortTitle(of: b) : counts.0 > counts.1
    }
  }

  func drawing(width: Int, most: Int) -> Drawing {
    let all = sorted(network.from)
    guard network.isDirected else {
      let (map, count) = Heatmap.triangle(width: width, most: min(most, all.count)) { count in
        self.map(Array(all.prefix(count)), Array(all.prefix(count)))
      }
      var drawing = Drawing(width: width)
      drawing.addKey(
        [Heatmap.ownEntry(page.text("picture_own_total"))]
          + signs(of: self.map(Array(all.prefix(count)), Array(all.prefix(count)))))
      drawing.append(map)
      drawing.addNote(leftOut(all.count - count))
      return drawing
    }
    let others = sorted(network.to)
    let rows = Array(all.prefix(Self.mostWide))
    let columns = Array(others.prefix(width == Drawing.narrow ? 6 : 18))
    let map = map(rows, columns)
    var drawing = Drawing(width: width)
    drawing.addKey(signs(of: map))
    drawing.append(map.rectangle(width: width))
    drawing.addNote(leftOut(all.count - rows.count + others.count - columns.count))
    return drawing
  }

  private func signs(of map: Heatmap) -> [PictureKey.Entry] {
    map.markedEntry(page.text("picture_network_leads")) + map.proposedEntry(page)
  }

  private func leftOut(_ count: Int) -> String? {
    count > 0 ? page.text("picture_left_out", ["n": String(count)]) : nil
  }

  private func map(_ rows: [EntityID], _ columns: [EntityID]) -> Heatmap {
    Heatmap(
      rows: rows.map(line), columns: columns.map(line),
      cells: rows.map { row in columns.map { cell(row, $0) } })
  }

  private func line(_ thing: EntityID) -> Heatmap.Line {
    Heatmap.Line(
      label: page.graph.shortTitle(of: thing), href: page.href(Target(thing)),
      total: network.total(of: thing),
      isMarked: network.led(by: thing) > 0)
  }

  private func cell(_ row: EntityID, _ column: EntityID) -> Heatmap.Cell? {
    guard row != column, let pair = network.pair(row, column) else { return nil }
    let proposed = pair.joints.count - pair.count
    let name = page.text(
      "picture_pair",
      [
        "a": page.graph.shortTitle(of: pair.a), "b": page.graph.shortTitle(of: pair.b),
        "n": String(pair.count),
      ])
    let addition =
      proposed > 0 ? ", " + page.text("network_proposed", String(proposed), ["n": String(proposed)]) : ""
    let leads = [pair.a, pair.b].filter { network.led(by: $0, of: pair) > 0 }.map { leader in
      ", " + page.text("network_leads", page.graph.shortTitle(of: leader), [:])
    }
    return Heatmap.Cell(
      count: pair.count, proposed: proposed, name: name + addition + leads.joined(),
      href: pair.slug.flatMap { page.href(toPageAbout: .item($0)) }, isMarked: !leads.isEmpty)
  }
}

// MARK: - What is to be seen

extension NetworkPicture {
  /// Which pair has the most in common; where several have, how many they are.
  var sentence: String {
    let most = network.pairs.map(\.count).max() ?? 0
    let top = network.pairs.filter { $0.count == most }
    var values = [
      "what": page.graph.schema[view.things.kind].label.many, "n": String(most), "all": String(network.total),
      "pairs": String(top.count),
    ]
    guard top.count == 1, let pair = top.first else { return page.text("picture_network_tie", values) }
    values["a"] = page.graph.shortTitle(of: pair.a)
    values["b"] = page.graph.shortTitle(of: pair.b)
    return page.text("picture_network", values)
  }

  var remarks: [String] {
    guard case .together = view.join else { return leads }
    let alone = network.alone
    let values = ["n": String(alone), "all": String(network.total)]
    return [page.text(alone == 0 ? "picture_network_none_alone" : "picture_network_alone", values)] + leads
  }

  /// How much has a lead, and who leads most, where that is one.
  private var leads: [String] {
    let led = network.led
    guard led > 0 else { return [] }
    let leaders = network.ends.map { (thing: $0, count: network.led(by: $0)) }
    let most = leaders.map(\.count).max() ?? 0
    let first = leaders.filter { $0.count == most }
    var values = ["n": String(led), "all": String(network.total)]
    guard first.count == 1 else { return [page.text("picture_network_led_tie", values)] }
    values["a"] = page.graph.shortTitle(of: first[0].thing)
    return [page.text("picture_network_led", values)]
  }
}
