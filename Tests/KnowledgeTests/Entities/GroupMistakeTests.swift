import TestSite
import Testing

/// What is wrong in groups and defaults is told at its place, once.
@Suite struct GroupMistakeTests {
  private func told(_ frontMatter: String, at path: String = "content/measures/opinions/9.md") async -> String
  {
    var files = SmallKnowledge.files
    files[path] = "---\ntitle: More\npart_of: opinions\n\(frontMatter)\n---\n"
    return await TestSite(files).printedDiagnostics
  }

  @Test(arguments: [
    ("defaults: english", "'defaults' must name a source, not the text 'english'"),
    ("defaults: {at: p. 1}", "these defaults name no source"),
    (
      "defaults: {source: english, quote: a}",
      "'quote' cannot be a default: it belongs to one claim, item or record"
    ),
    ("defaults: {source: english, plcae: a}", "'defaults' has no 'plcae'"),
    ("defaults: {source: englsh}", "no source 'englsh'; did you mean 'english'?"),
    (
      "responsible: {source: englsh, role: lead, items: [miit, sasac]}",
      "no source 'englsh'; did you mean 'english'?"
    ),
    ("responsible: {source: english, role: laed, items: [miit, sasac]}", "'laed' is not a value of 'role'"),
    ("responsible: {source: english, rolle: lead, items: [miit, sasac]}", "'rolle'"),
    ("actions: {addressee: [miitt], items: [{text: Do.}, {text: Go.}]}", "no agency or policy 'miitt'"),
    ("actions: {text: 'See [[miitt]].', items: [{id: a-8}, {id: a-9}]}", "no page 'miitt'"),
    ("responsible: {quote: by the MIIT, items: [miit, sasac]}", "this quote has no source"),
    ("instrument: {is: fund, items: [tax], source: update}", "a group has no 'is'"),
    ("responsible: {is: [miit], items: [sasac], source: update}", "a group has no 'is'"),
    ("number: {is: '1', items: ['2'], source: update}", "a group has no 'is'"),
    ("number: {is: '1', items: [{is: '2'}], source: update}", "a group has no 'is'"),
    ("number: {claims: {is: '1', items: ['2'], source: update}, state: open}", "a group has no 'is'"),
    ("responsible: {source: update, role: lead, items: []}", "a group without items has no 'role'"),
    ("responsible: {source: update, itmes: [miit]}", "a group has no 'itmes'; did you mean 'items'?"),
    ("responsible: [{source: update, item: [miit, sasac]}]", "a group has no 'item'; did you mean 'items'?"),
    ("responsible: {source: update, items: }", "'items' is empty"),
    ("instrument: {source: update, itmes: [fund]}", "a group has no 'itmes'; did you mean 'items'?"),
    ("instrument: {source: update, items: }", "'items' is empty"),
    ("actions: {source: update, modality: must, itmes: [{text: Do.}]}", "did you mean 'items'?"),
    ("aliases: {source: update, itmes: [a]}", "a group has no 'itmes'; did you mean 'items'?"),
    ("number: {claims: {source: update, itmes: [{is: '1'}]}, state: open}", "did you mean 'items'?"),
  ])
  func mistakesAreToldOnce(_ frontMatter: String, _ message: String) async {
    let printed = await told(frontMatter)
    #expect(printed.split(separator: "\n").count { $0.contains(": error[") } == 1, "\(printed)")
    #expect(printed.contains(message), "\(printed)")
  }

  @Test func itemsBesideTheFieldAreToldWhereTheyBelong() async {
    let printed = await told("responsible:\n  - {to: miit}\nitems: [sasac]")
    #expect(printed.contains("has no field 'items'"), "\(printed)")
    #expect(printed.contains("if it belongs to the group in 'responsible', indent it"), "\(printed)")
  }

  @Test func aFieldOfOneValueHasNoGroup() async {
    let printed = await told("summary: Ours.", at: "content/measures/opinions/8.md")
    #expect(printed == "")
    var files = SmallKnowledge.files
    files["content/measures/opinions/9.md"] =
      "---\ntitle: More\npart_of: {source: update, items: [opinions]}\n---\n"
    let told = await TestSite(files).printedDiagnostics
    #expect(told.contains("'part_of' takes one value, but 'items' is for several"), "\(told)")
  }

  @Test(arguments: [
    "issued_by: [{to: miit, order: listed}]", "issued_by: {to: miit, order: listed}",
    "issued_by: {order: listed, items: [miit, {to: sasac, order: listed}]}",
  ])
  func listedIsNoWordForOneItem(_ frontMatter: String) async {
    var files = SmallKnowledge.files
    files["content/policies/more.md"] = "---\ntitle: More\n\(frontMatter)\n---\n"
    let told = await TestSite(files).printedDiagnostics
    #expect(
      told.contains("error[unknown-value]: 'listed' numbers the items of a group: it belongs to the group"),
      "\(told)")
  }

  @Test(arguments: ["list", "Listed", "lsited"])
  func whatIsNearlyListedIsDoubted(_ word: String) async {
    var files = SmallKnowledge.files
    files["content/policies/more.md"] =
      "---\ntitle: More\nissued_by: {order: \(word), items: [miit, sasac]}\n---\n"
    let told = await TestSite(files).printedDiagnostics
    #expect(
      told.contains("each item of this group has the order '\(word)'; did you mean 'listed'?"), "\(told)")
    #expect(told.contains(": warning["), "\(told)")
  }
}
