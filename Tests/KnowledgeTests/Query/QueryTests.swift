import TestSite
import Testing

@testable import Knowledge

@Suite struct QueryTests {
  private let graph: KnowledgeGraph

  init() async { graph = await SmallKnowledge.site.graph }

  private func slugs(_ kind: String, _ conditions: [String]) throws -> [String] {
    let query = try Query(kind: graph.schema.kind(asked: kind), where: conditions, in: graph)
    return query.entities(in: graph).map { graph[$0].slug }
  }

  @Test func theKnowledgeBaseHasNoMistakes() async {
    #expect(await SmallKnowledge.site.printedDiagnostics == "")
  }

  @Test func withoutConditionsAllOfAKindAreFoundInTheirNaturalOrder() throws {
    #expect(try slugs("measure", []) == ["opinions/2", "opinions/10", "plan/1"])
  }

  /// The kind, the conditions with `&` between them, and the slugs that they find.
  @Test(arguments: [
    // References by id, slug, title and alias, by a name of one source, and by a part of an entity.
    ("measure", "part_of=policy/opinions", "opinions/2 opinions/10"),
    ("measure", "part_of=opinions", "opinions/2 opinions/10"),
    ("measure", "part_of = guiding  OPINIONS", "opinions/2 opinions/10"),
    ("measure", "responsible=MIIT", "opinions/2 opinions/10"),
    ("measure", "responsible=Exchequer@english", "opinions/10"),
    ("agency", "addressed_by=measure/opinions/2#a-2", "miit"),
    ("agency", "addressed_by=measure/opinions/2", "miit sasac"),
    // Conditions on one relation hold for one item of it.
    ("measure", "responsible.role=lead", "opinions/2 opinions/10"),
    ("measure", "responsible=miit & responsible.role=lead", "opinions/10"),
    ("measure", "responsible=sasac & responsible.role=responsible", ""),
    ("measure", "responsible=sasac & responsible=miit", "opinions/2"),
    ("measure", "responsible.since<2021 & responsible.role=lead", "opinions/2"),
    ("measure", "responsible=miit & responsible.since<2021", ""),
    // `!=`: no item is it; beside a qualifier, the item isn't it.
    ("measure", "responsible!=sasac", "opinions/10 plan/1"),
    ("measure", "responsible.role!=cooperating", "opinions/2 plan/1"),
    ("measure", "responsible=miit & responsible.role!=lead", "opinions/2"),
    ("measure", "responsible!=miit & responsible.role=lead", "opinions/2"),
    ("measure", "responsible=miit & responsible!=sasac", "opinions/10"),
    // Who says so.
    ("measure", "responsible.source=english", "opinions/2 opinions/10"),
    ("measure", "responsible=miit & responsible.source=English page", "opinions/2"),
    ("measure", "responsible.inferred=true", "opinions/10"),
    ("measure", "responsible.quote=By  the miit", "opinions/2"),
    ("target", "value.source=update & value>500", "champions"),
    ("target", "value.source=english & value>500", ""),
    ("target", "value.disputed=true", "champions"),
    ("target", "value.disputed=no", "growth"),
    ("policy", "published.state=explained", "opinions"),
    ("policy", "published.class=date & published.state!=open", "opinions"),
    ("policy", "published.weight=fact", "opinions"),
    ("policy", "published.weight=wording", ""),
    // What a class weighs, though no field says it.
    ("discrepancy", "weight=fact", "names"),
    ("discrepancy", "weight=wording", ""),
    // Inverse names.
    ("agency", "responsible_for=measure/opinions/2", "miit sasac"),
    ("agency", "responsible_for.role=lead", "miit sasac"),
    ("agency", "responsible_for=measure/opinions/10 & responsible_for.role=lead", "miit"),
    ("agency", "issues=opinions & issues.order=1", "miit"),
    ("agency", "discrepancies=names", "mof"),
    // Records: conditions on them hold for one record.
    ("measure", "actions.text=select FIRMS.", "opinions/2"),
    ("measure", "actions.modality=must & actions.addressee=miit", ""),
    ("measure", "actions.modality=may & actions.addressee=miit", "opinions/2"),
    ("measure", "actions.addressee=sasac & actions.addressee.source=update", "opinions/2"),
    ("measure", "actions.addressee=miit & actions.addressee.source=update", ""),
    ("measure", "actions.modality!=may", "opinions/10 plan/1"),
    ("measure", "actions.id=a-2", "opinions/2"),
    // Dates are stretches of days; a fact matches when any claim does.
    ("policy", "published=2021", "opinions plan"),
    ("policy", "published=2021-07", "opinions"),
    ("policy", "published>=2021-07", "opinions"),
    ("policy", "published<2021-07", "opinions"),
    ("policy", "published!=2021", ""),
    ("policy", "published>2021-05 & published<2021-07", "opinions"),
    ("policy", "published>=2021-07 & published<2021-07", ""),
    ("target", "deadline<=2025", "champions"),
    ("target", "deadline>2025", "growth"),
    // Quantities by magnitude, and wordings.
    ("target", "value>=43 billion", "growth"),
    ("target", "value>=1000", "champions growth"),
    ("target", "value=1000", "champions"),
    ("target", "value=thousands", "champions"),
    ("target", "value!=1,000 firms", "growth"),
    ("target", "official=yes", "champions"),
    // Texts.
    ("measure", "number>2", "opinions/10"),
    ("measure", "number<=2", "opinions/2 plan/1"),
    ("measure", "instrument=fund & instrument=tax", "opinions/2"),
    ("measure", "instrument!=fund", "opinions/10 plan/1"),
    ("policy", "title=five-year plan", "plan"),
    ("agency", "names=工业和信息化部", "miit"),
    ("agency", "alias=exchequer", "mof"),
    ("agency", "alias.sort=mistranslation & alias.only_in=english", "mof"),
    ("agency", "website!=https://sasac.example", "miit mof"),
    ("agency", "id=agency/mof", "mof"),
    ("agency", "slug!=mof & kind=agency", "miit sasac"),
    ("policy", "status=in-force & url!=https://x.example", "opinions"),
  ]) func finds(kind: String, conditions: String, slugs: String) throws {
    let conditions = conditions.split(separator: "&").map(String.init)
    #expect(try self.slugs(kind, conditions) == slugs.split(separator: " ").map(String.init))
  }

  @Test(arguments: [
    ("measures", "x=y", "no kind 'measures'; did you mean 'measure'?"),
    ("policies", "x=y", "no kind 'policies'; did you mean 'policy'?"),
    ("measure", "responsable=miit", "kind 'measure' has no field 'responsable'; did you mean 'responsible'?"),
    (
      "agency", "responsible-for=x",
      "kind 'agency' has no field 'responsible-for'; did you mean 'responsible_for'?"
    ),
    ("measure", "responsible.roll=lead", "'responsible' has no qualifier 'roll'; did you mean 'role'?"),
    ("measure", "responsible.role.x=lead", "'responsible.role' has nothing that 'x' could name"),
    ("measure", "actions.txt=x", "'actions' has no qualifier 'txt'; did you mean 'text'?"),
    ("measure", "actions=a-1", "'actions' is a record; a condition needs one of its fields"),
    ("measure", "id.source=x", "'id' has nothing that 'source' could name"),
    ("measure", "responsible=sasaac", "no agency 'sasaac'; did you mean 'sasac'?"),
    ("measure", "responsible=agency/sasaac", "no agency 'agency/sasaac'; did you mean 'agency/sasac'?"),
    ("measure", "responsible=opinions", "'opinions' is policy/opinions, but this must be agency"),
    ("measure", "responsible=Exchequer", "'Exchequer' is a name in only one source"),
    (
      "agency", "addressed_by=measure/opinions/2#a-3",
      "measure/opinions/2 has no part '#a-3'; did you mean 'a-1'?"
    ),
    ("measure", "responsible.role=leed", "'leed' is not a value of 'responsible.role'; did you mean 'lead'?"),
    ("measure", "responsible<miit", "'responsible' has no order, so '<' does not apply"),
    ("policy", "published=2021-13", "month 13 does not exist"),
    ("target", "value=1,00,0", "in '1,00,0' a comma does not come before three digits"),
    ("target", "official=maybe", "'official' must be true or false, not 'maybe'"),
    ("measure", "number", "the condition 'number' has no operator"),
    ("measure", "number==2", "no operator '=='; did you mean '='?"),
    ("measure", "number=>2", "no operator '=>'; did you mean '>='?"),
    ("measure", "=2", "the condition '=2' names no field"),
    ("measure", "number=", "the condition 'number=' names no value"),
  ]) func refuses(kind: String, condition: String, message: String) {
    let error = #expect(throws: QueryError.self) { try slugs(kind, [condition]) }
    #expect(error?.message == message)
  }

  @Test func saysWhatThereIs() {
    let error = #expect(throws: QueryError.self) { try slugs("measure", ["responsible.roll=x"]) }
    #expect(
      error?.description == """
        'responsible' has no qualifier 'roll'; did you mean 'role'?
          help: it has role, since, source, quote, at, scope, as_of, from, until, inferred, note, disputed, class, state, weight
        """)
  }
}
