import Foundation
import Testing

/// What made something so is a name like any other.
extension RenameTests {
  @Test func whatMadeItSoIsRewrittenWhereverItIsNamed() throws {
    let path = "content/policies/more.md"
    let file = """
      ---
      title: More
      issued: [{is: 2020}, {is: 2021, from: 2021-06, by: ☞}]
      issued_by:
        - {to: water, until: 2022, by: agency/☞}
        - {from: 2022, by: ☞, items: [water, {to: airport, by: Air Office}]}
      parts: [{what: air, who: water, until: 2023, by: ☞}]
      ---

      """
    let repository = try repository([
      path: file.replacing("☞", with: "air"),
      "schema.yaml": "claims: {by: [agency]}\n" + Self.schema,
      "remit.yaml": "as_of: 2024-01-01\n",
    ])
    let outcome = try rename("air", "clean-air", in: repository)
    try #require(outcome.status == 0, "\(outcome.errors)")
    #expect(try text(path, in: repository) == file.replacing("☞", with: "clean-air"))
  }
}
