// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "remit",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    // Without its Foundation trait: bytes and strings are all that is needed.
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
  ],
  targets: [
    // The module map of the system's libcmark.
    .systemLibrary(name: "CCmark", providers: [.apt(["libcmark-dev"])]),
    // The rules by which names, quotes, units, language tags, anchors and paths are compared.
    .target(name: "Folding", swiftSettings: strict),
    // How far long work is: told by the stages, read by whoever shows it.
    .target(name: "Progress", swiftSettings: strict),
    // Texts with places to fill, and the form of a text that a number takes.
    .target(name: "Sentences", swiftSettings: strict),
    // Source files, places in them, what is wrong there, and how that is printed.
    .target(name: "Diagnostics", dependencies: ["Folding"], swiftSettings: strict),
    // Markdown text to a flat tree of nodes, and that tree to HTML.
    .target(
      name: "CommonMark", dependencies: ["CCmark", "Diagnostics", "Folding"], swiftSettings: strict),
    // Typed YAML values, each with its place.
    .target(name: "FrontMatter", dependencies: ["Diagnostics", "Folding", "Yams"], swiftSettings: strict),
    // Templates compiled once, filled in with values.
    .target(name: "Templates", dependencies: ["Diagnostics", "Folding", "Sentences"], swiftSettings: strict),
    // Schema, entities, claims, the resolved graph and its checks.
    .target(
      name: "Knowledge",
      dependencies: ["CommonMark", "Diagnostics", "Folding", "FrontMatter", "Progress", "Sentences"],
      swiftSettings: strict),
    // What differs between two graphs, and the records of it.
    .target(
      name: "Changes", dependencies: ["CommonMark", "Diagnostics", "Folding", "FrontMatter", "Knowledge"],
      swiftSettings: strict),
    // What readers look for by words: documents to an index in files, and questions to results.
    .target(name: "Search", dependencies: ["Folding"], swiftSettings: strict),
    // Routes, views and pages: the graph to finished files.
    .target(
      name: "Site",
      dependencies: [
        "Changes", "CommonMark", "Diagnostics", "Folding", "FrontMatter", "Knowledge", "Progress", "Search",
        "Sentences", "Templates",
      ],
      resources: [
        .embedInCode("Resources/theme"), .embedInCode("Resources/schema.yaml"),
        .embedInCode("Resources/workflows"),
      ],
      swiftSettings: strict),
    // What another id of an entity changes in the files.
    .target(
      name: "Renaming",
      dependencies: [
        "Changes", "CommonMark", "Diagnostics", "Folding", "FrontMatter", "Knowledge", "Site",
      ],
      swiftSettings: strict),
    // The manual's pages, and what somebody asks of them.
    .target(
      name: "Manual", dependencies: ["CommonMark", "Diagnostics", "Folding", "FrontMatter"],
      resources: [.embedInCode("Resources/pages")], swiftSettings: strict),
    // Reads a source tree, writes finished files, watches for changes, runs other programs.
    .target(
      name: "Files",
      dependencies: ["Diagnostics", "Progress", .product(name: "Subprocess", package: "swift-subprocess")],
      swiftSettings: strict),
    // Serves pages on loopback and reloads the browser; knows no site types.
    .target(
      name: "Preview",
      dependencies: [
        "Diagnostics", "Folding", .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
      ],
      resources: [
        .embedInCode("Resources/morph.js"), .embedInCode("Resources/problems.js"),
        .embedInCode("Resources/reload.js"),
      ],
      swiftSettings: strict),
    // The stages, one after another: a folder to a knowledge base, and that to a website.
    .target(
      name: "Pipeline",
      dependencies: [
        "CommonMark", "Diagnostics", "Files", "Folding", "Knowledge", "Progress", "Renaming", "Search",
        "Site",
      ],
      swiftSettings: strict),
    // Asks for the pages elsewhere that are linked.
    .target(
      name: "Links",
      dependencies: ["Diagnostics", "Files", "Folding", "FrontMatter", "Knowledge", "Progress"],
      swiftSettings: strict),
    // The command line, and the preview in it.
    .executableTarget(
      name: "remit",
      dependencies: [
        "Changes", "CommonMark", "Diagnostics", "Files", "Folding", "Knowledge", "Links", "Manual",
        "Pipeline", "Preview", "Progress", "Renaming", "Search", "Site", "Templates",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [.embedInCode("Resources/notice.html")],
      swiftSettings: strict),
    .testTarget(name: "FoldingTests", dependencies: ["Folding", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "CommonMarkTests", dependencies: ["CommonMark", "Diagnostics", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "FrontMatterTests", dependencies: ["Diagnostics", "FrontMatter", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TemplatesTests", dependencies: ["Diagnostics", "Sentences", "Templates"], swiftSettings: strict),
    .testTarget(
      name: "KnowledgeTests",
      dependencies: [
        "Changes", "CommonMark", "Diagnostics", "Folding", "FrontMatter", "Knowledge", "TestSite",
        "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ChangesTests",
      dependencies: ["Changes", "Diagnostics", "Folding", "Knowledge", "TestSite", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "SiteTests",
      dependencies: [
        "Changes", "Diagnostics", "Folding", "FrontMatter", "Knowledge", "Search", "Sentences", "Site",
        "Templates", "TestSite", "TestSupport",
      ],
      exclude: ["Fixtures", "Situations"], swiftSettings: strict),
    .testTarget(
      name: "SearchTests", dependencies: ["Folding", "Search", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "LinksTests", dependencies: ["Links"], swiftSettings: strict),
    .testTarget(name: "FilesTests", dependencies: ["Diagnostics", "Files"], swiftSettings: strict),
    // What tests of several targets use: fixture files, and numbers that are the same in every run.
    .target(
      name: "TestSupport", dependencies: ["CommonMark"], path: "Tests/Support", swiftSettings: strict),
    // Small knowledge bases in memory, built by the stages that the program goes through.
    .target(
      name: "TestSite", dependencies: ["Diagnostics", "Files", "Knowledge", "Pipeline", "Site"],
      path: "Tests/TestSite", swiftSettings: strict),
    // A headless Chromium for tests of what people see.
    .target(name: "TestBrowser", path: "Tests/Browser", swiftSettings: strict),
    .testTarget(
      name: "PreviewTests", dependencies: ["Diagnostics", "Preview", "TestBrowser"], swiftSettings: strict),
    .testTarget(
      name: "remitTests",
      dependencies: [
        "Changes", "Diagnostics", "Files", "Knowledge", "Links", "Manual", "Pipeline", "Preview", "Progress",
        "Site", "TestBrowser", "TestSite", "TestSupport", "remit",
      ],
      exclude: ["AIAct", "Adopted", "Climate", "Diffs", "Foreign"], swiftSettings: strict),
    // Feeds the program inputs of every kind that no one would write, and looks what becomes of them.
    .executableTarget(
      name: "remit-fuzz",
      dependencies: [
        "Changes", "CommonMark", "Diagnostics", "Files", "FrontMatter", "Knowledge", "Site", "Templates",
        "TestSite", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/Fuzz", exclude: ["Corpus", "Found"], swiftSettings: strict),
    .testTarget(
      name: "FuzzTests", dependencies: ["Files", "TestSupport", "remit-fuzz"], swiftSettings: strict),
  ]
)
