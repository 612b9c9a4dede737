package import Diagnostics

/// The theme that is compiled into the program: this project's own `templates/`. A test holds that none is missing.
package enum BuiltInTheme {
  package static let files: [SourceText] = embedded.map {
    SourceText(path: Theme.folder + $0.path, bytes: $0.bytes)
  }

  private static let embedded: [(path: String, bytes: [UInt8])] = [
    ("404.html", PackageResources._04_html),
    ("assessment.html", PackageResources.assessment_html),
    ("assets/icon.svg", PackageResources.icon_svg),
    ("assets/style.css", PackageResources.style_css),
    ("compare.html", PackageResources.compare_html),
    ("coverage.html", PackageResources.coverage_html),
    ("discrepancy.html", PackageResources.discrepancy_html),
    ("entity.html", PackageResources.entity_html),
    ("glossary.html", PackageResources.glossary_html),
    ("home.html", PackageResources.home_html),
    ("ladder.html", PackageResources.ladder_html),
    ("layout.html", PackageResources.layout_html),
    ("list.html", PackageResources.list_html),
    ("matrix.html", PackageResources.matrix_html),
    ("measure.html", PackageResources.measure_html),
    ("page.html", PackageResources.page_html),
    ("partials/aliases.html", PackageResources.aliases_html),
    ("partials/backlinks.html", PackageResources.backlinks_html),
    ("partials/bibliography.html", PackageResources.bibliography_html),
    ("partials/brief.html", PackageResources.brief_html),
    ("partials/cite.html", PackageResources.cite_html),
    ("partials/claims.html", PackageResources.claims_html),
    ("partials/comparison-line.html", PackageResources.comparison_line_html),
    ("partials/comparison.html", PackageResources.comparison_html),
    ("partials/contents.html", PackageResources.contents_html),
    ("partials/fact.html", PackageResources.fact_html),
    ("partials/goal.html", PackageResources.goal_html),
    ("partials/inverse.html", PackageResources.inverse_html),
    ("partials/letters.html", PackageResources.letters_html),
    ("partials/origin.html", PackageResources.origin_html),
    ("partials/quotes.html", PackageResources.quotes_html),
    ("partials/records.html", PackageResources.records_html),
    ("partials/said.html", PackageResources.said_html),
    ("partials/sides.html", PackageResources.sides_html),
    ("partials/shown.html", PackageResources.shown_html),
    ("partials/statement.html", PackageResources.statement_html),
    ("partials/text.html", PackageResources.text_html),
    ("partials/titles.html", PackageResources.titles_html),
    ("partials/value.html", PackageResources.value_html),
    ("partials/values.html", PackageResources.values_html),
    ("redirect.html", PackageResources.redirect_html),
    ("register.html", PackageResources.register_html),
    ("sources.html", PackageResources.sources_html),
    ("strings.en.yaml", PackageResources.strings_en_yaml),
    ("timeline.html", PackageResources.timeline_html),
    ("tracker.html", PackageResources.tracker_html),
    ("view.html", PackageResources.view_html),
    ("wordings.html", PackageResources.wordings_html),
  ]
}
