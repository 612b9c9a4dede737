import Diagnostics
import Knowledge

extension MatrixView {
  /// The table is the matrix, with totals; the JSON has one object for each row and each body named in it.
  func data(of part: ViewPart, _ matrices: MadeOnce<EntityID?, Matrix>, in site: SiteModel)
    -> ViewData
  {
    let matrix = matrix(of: part, matrices, in: site.graph)
    return ViewData(table: table(matrix, site), rows: .array(rows(matrix, site)))
  }

  private func table(_ matrix: Matrix, _ site: SiteModel) -> Table {
    let graph = site.graph
    let kind = graph.schema[rows]
    let hasDuties = hasDuties(site)
    let group = group.map { kind.fields[$0].name }
    let knowsProposals = graph.schema.knowsProposals
    let names =
      ["id", "title"] + [group].compactMap(\.self) + (hasDuties ? [dutyKey(graph.schema)] : [])
      + (knowsProposals ? [proposedKey(graph.schema)] : [])
    // Bodies and groups of several kinds may share a slug.
    var slugs = PartSlugs(taken: names + ["total"])
    let header = names + matrix.columns.map { slugs.slug(of: $0, in: graph) } + ["total"]
    var groupSlugs = PartSlugs()
    let groups = Dictionary(matrix.groups.map { ($0, groupSlugs.slug(of: $0, in: graph)) }) { first, _ in
      first
    }
    let lines = matrix.rows.map { row in
      var line = [graph.id(of: row.entity), graph.title(of: row.entity)]
      if group != nil { line.append(row.groups.compactMap { groups[$0] }.joined(separator: "; ")) }
      if hasDuties {
        let verdicts = site.fulfilments(of: row.entity).map(\.outcome.verdict.rawValue)
        line.append(verdicts.unique.joined(separator: "; "))
      }
      if knowsProposals { line.append(String(row.isProposed)) }
      line += row.cells(of: matrix.columns).map { cell in cell.map { text($0) } ?? "" }
      return line + [String(row.cells.count)]
    }
    let totals = matrix.totals.map { String($0.rowCount) }
    let sum = matrix.totals.reduce(0) { $0 + $1.rowCount }
    let foot = ["total"] + names.dropFirst().map { _ in "" } + totals + [String(sum)]
    return Table(header: header, rows: lines + [foot])
  }

  /// Such as "responsible 2", with "(inferred)" behind it where no source says so outright; a bare mark where
  /// nothing is said beside the name.
  private func text(_ cell: Matrix.Cell) -> String {
    let said = cell.edges.map { edge in
      let words = [role(of: edge), order(of: edge)].compactMap(\.self).joined(separator: " ")
      return (words.isEmpty ? "x" : words) + (edge.provenance.isInferred ? " (inferred)" : "")
    }
    return said.unique.joined(separator: " | ")
  }

  /// Whether a tracker says of the rows whether they were done.
  private func hasDuties(_ site: SiteModel) -> Bool {
    site.views.declared.contains {
      ($0.view as? TrackerView).map { $0.kind == rows && $0.fulfilled != nil } ?? false
    }
  }

  private func rows(_ matrix: Matrix, _ site: SiteModel) -> [JSON] {
    let graph = site.graph
    let dutyKey = dutyKey(graph.schema)
    return matrix.rows.flatMap { row -> [JSON] in
      let duties = site.fulfilments(of: row.entity).map { JSON.string($0.outcome.verdict.rawValue) }.unique
      let head =
        graph.members(of: Target(row.entity)) + members(groupKey(graph.schema), row.groups, graph)
        + (duties.isEmpty ? [] : [JSON.Member(key: dutyKey, value: .array(duties))])
        + (row.isProposed ? [JSON.Member(key: proposedKey(graph.schema), value: .bool(true))] : [])
      guard !row.cells.isEmpty else { return [.object(head)] }
      return row.cells.map { cell in
        .object(
          head + [
            JSON.Member(key: "named", value: .object(graph.members(of: Target(cell.column)))),
            JSON.Member(key: "alone", value: .bool(row.cells.count == 1)),
          ] + members("with", row.partners(of: cell.column), graph)
            + [JSON.Member(key: "statements", value: .array(cell.edges.map { graph.json(statement: $0) }))])
      }
    }
  }

  /// The field of the groups may have the name.
  private func dutyKey(_ schema: Schema) -> String { groupKey(schema) == "duty" ? "duty_" : "duty" }

  private func proposedKey(_ schema: Schema) -> String {
    groupKey(schema) == "proposed" ? "proposed_" : "proposed"
  }

  /// The name of the field, as in the table.
  private func groupKey(_ schema: Schema) -> String {
    let name = group.map { schema[rows].fields[$0].name } ?? ""
    return ["named", "alone", "with", "statements"].contains(name) ? name + "_" : name
  }

  private func members(_ key: String, _ entities: [EntityID], _ graph: KnowledgeGraph) -> [JSON.Member] {
    guard !entities.isEmpty else { return [] }
    return [JSON.Member(key: key, value: .array(entities.map { .string(graph.id(of: $0)) }))]
  }
}
