import Diagnostics
import Knowledge
import Templates

/// Who answers for what: the entities of one kind against those that a relation of theirs leads to.
struct MatrixView: View {
  static let type = "matrix"

  /// The kind whose entities are the rows.
  let rows: KindID
  /// The relation whose targets are the columns.
  let columns: Int
  /// The relation of a row to what it's a part of; each such whole has a page of its own.
  let group: Int?
  /// The qualifiers that say what a target is to the row, and at which place it's named.
  let role: String?
  let order: String?

  init?(_ settings: inout ViewSettings) {
    let rows = settings.kind("rows")
    let columns = rows.flatMap { settings.field("columns", of: $0, .reference) }
    let group = rows.flatMap { settings.optionalField("group", of: $0, .reference) }
    let relation = rows.flatMap { rows in columns.flatMap { settings.schema[rows].fields[$0].relation } }
    let role = relation.flatMap { settings.qualifier("role", of: $0) }
    let order = relation.flatMap { settings.qualifier("order", of: $0) }
    settings.skip("columns", "group", "role", "order")
    guard let rows, let columns else { return nil }
    (self.rows, self.columns, self.group, self.role, self.order) = (rows, columns, group, role, order)
  }

  /// The relation of its rows to those who have something to do.
  func task(in schema: Schema) -> (rows: KindID, name: String) { (rows, schema[rows].fields[columns].name) }

  /// The whole, and each group in which a row has a mark.
  func parts(of matrices: MadeOnce<EntityID?, Matrix>, in graph: KnowledgeGraph, problems: inout ViewProblems)
    -> [ViewPart]
  {
    guard group != nil else { return [.whole] }
    let matrix = matrix(of: .whole, matrices, in: graph)
    // A page of the only group would be the page of the whole.
    guard matrix.groups.count > 1 || matrix.rows.contains(where: \.groups.isEmpty) else { return [.whole] }
    var slugs = PartSlugs()
    return [.whole]
      + matrix.rows.filter { !$0.cells.isEmpty }.flatMap(\.groups).unique.map {
        ViewPart.entity($0, slug: slugs.slug(of: $0, in: graph), in: graph)
      }
  }

  /// By the group that a page is about: the matrix of the whole is too large to be cut into all the others at once.
  func answer(in graph: KnowledgeGraph) -> MadeOnce<EntityID?, Matrix> { MadeOnce() }

  func matrix(of part: ViewPart, _ matrices: MadeOnce<EntityID?, Matrix>, in graph: KnowledgeGraph) -> Matrix
  {
    matrices.value(of: part.entity) { Matrix(self, of: part.entity, in: graph) }
  }

  static let shape = Shape.record(MatrixPage.record)

  func value(of part: ViewPart, _ matrices: MadeOnce<EntityID?, Matrix>, on page: PageContext) -> Value {
    MatrixPage.record.value(
      MatrixPage(page: page, matrix: matrix(of: part, matrices, in: page.graph), part: part))
  }
}
