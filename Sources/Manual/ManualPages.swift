/// The manual that is compiled into the program: this project's own `content/manual/`, which the folder `Resources`
/// links to. A test holds that no page is missing.
package struct ManualPages: Sendable {
  package let all: [ManualPage]

  /// In the order in which the first page lists them.
  package static let own = ManualPages(all: embedded.map { ManualPage($0.name, $0.bytes) })

  private static let embedded: [(name: String, bytes: [UInt8])] = [
    ("index", PackageResources.index_md),
    ("tour", PackageResources.tour_md),
    ("writing", PackageResources.writing_md),
    ("short", PackageResources.short_md),
    ("time", PackageResources.time_md),
    ("fields", PackageResources.fields_md),
    ("schema", PackageResources.schema_md),
    ("markdown", PackageResources.markdown_md),
    ("linking", PackageResources.linking_md),
    ("comparing", PackageResources.comparing_md),
    ("configuration", PackageResources.configuration_md),
    ("views", PackageResources.views_md),
    ("pictures", PackageResources.pictures_md),
    ("search", PackageResources.search_md),
    ("templates", PackageResources.templates_md),
    ("template-names", PackageResources.template_names_md),
    ("view-names", PackageResources.view_names_md),
    ("commands", PackageResources.commands_md),
    ("diagnostics", PackageResources.diagnostics_md),
    ("preview", PackageResources.preview_md),
    ("publishing", PackageResources.publishing_md),
    ("coming", PackageResources.coming_md),
    ("speed", PackageResources.speed_md),
    ("ci", PackageResources.ci_md),
  ]
}
