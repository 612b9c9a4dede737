/// What all connections of a server share.
struct Service: Sendable {
  var pages: any PageSource
  var names: OwnNames
  var limits: PreviewLimits
  var connections: OpenConnections

  /// What every page loads: three files in a scope of their own.
  static let script = ServedPage(
    contentType: "text/javascript; charset=utf-8",
    body: Array("(() => {\n'use strict'\n".utf8) + PackageResources.morph_js + PackageResources.problems_js
      + PackageResources.reload_js + Array("})()\n".utf8))
}
