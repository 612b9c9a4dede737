import Folding

/// What browsers are told that a file is.
enum MediaType {
  static let html = "text/html; charset=utf-8"

  /// By the suffix of the path; small letters or capitals.
  static func of(_ path: String) -> String {
    let name = path.parts(at: "/").last ?? ""
    guard let suffix = name.divided(atLast: ".")?.after else { return unknown }
    return bySuffix[suffix.asciiLowercased] ?? unknown
  }

  private static let unknown = "application/octet-stream"

  private static let bySuffix = [
    "html": html, "htm": html, "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "mjs": "text/javascript; charset=utf-8", "txt": "text/plain; charset=utf-8",
    "md": "text/markdown; charset=utf-8", "csv": "text/csv; charset=utf-8", "json": "application/json",
    "geojson": "application/geo+json", "jsonld": "application/ld+json", "xml": "application/xml",
    "yaml": "application/yaml", "yml": "application/yaml", "pdf": "application/pdf", "zip": "application/zip",
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon", "woff": "font/woff",
    "woff2": "font/woff2", "ttf": "font/ttf", "otf": "font/otf", "mp4": "video/mp4", "webm": "video/webm",
    "mp3": "audio/mpeg", "ogg": "audio/ogg", "wasm": "application/wasm",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  ]
}
