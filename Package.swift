// swift-tools-version: 6.3
import PackageDescription

/// What every target of ours is compiled with.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .treatAllWarnings(as: .error),
]

/// Programs for use carry Swift's libraries in themselves: loading them takes longer than most searches.
let isStatic = BuildSettingCondition.when(platforms: [.linux], configuration: .release)
let carriesLibraries: [SwiftSetting] = [.unsafeFlags(["-static-stdlib"], isStatic)]
/// What Foundation is made of; the compiler names them only to programs that it compiles as a whole in this way.
let foundationParts = [
  "FoundationInternationalization", "FoundationEssentials", "CoreFoundation", "_FoundationICU",
  "_FoundationCShims", "_FoundationCollections",
].map { "-l" + $0 }

/// A module of the pipeline.
///
/// `touchesPointers` asks for each unsafe expression to be marked.
func module(
  _ name: String, imports: [Target.Dependency] = [], touchesPointers: Bool = false
) -> Target {
  .target(
    name: name,
    dependencies: imports,
    swiftSettings: touchesPointers ? strict + [.strictMemorySafety()] : strict)
}

/// The tests of a module, with their fixtures where there are any.
func tests(
  of name: String, alsoImporting others: [Target.Dependency] = [], fixtures: Bool = false
) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: [.target(name: name)] + others,
    resources: fixtures ? [.copy("Fixtures")] : [],
    swiftSettings: strict)
}

func systemLibrary(_ name: String, pkgConfig: String, apt: String, brew: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt]), .brew([brew])])
}

let package = Package(
  name: "thresh",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "thresh", targets: ["thresh"]),
    // For the packages Fuzzing and Benchmarks.
    .library(name: "FuzzTargets", targets: ["FuzzTargets"]),
    .library(
      name: "ThreshModules",
      targets: [
        "SourceBytes", "MailFormat", "HTMLTree", "HTMLArchive", "Discussion", "Quotation",
        "Threading", "Ingest", "ArchiveStore", "Arguments", "Topics",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
  ],
  targets: [
    systemLibrary("CLibXML2", pkgConfig: "libxml-2.0", apt: "libxml2-dev", brew: "libxml2"),
    systemLibrary(
      "CLibArchive", pkgConfig: "libarchive", apt: "libarchive-dev", brew: "libarchive"),
    systemLibrary("CPCRE2", pkgConfig: "libpcre2-8", apt: "libpcre2-dev", brew: "pcre2"),
    systemLibrary("CZstd", pkgConfig: "libzstd", apt: "libzstd-dev", brew: "zstd"),
    systemLibrary("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev", brew: "zlib"),
    systemLibrary("CSQLite", pkgConfig: "sqlite3", apt: "libsqlite3-dev", brew: "sqlite"),
    systemLibrary("CNettle", pkgConfig: "nettle", apt: "nettle-dev", brew: "nettle"),

    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"]), .brew(["snowball"])]),

    module("SourceBytes", imports: ["CNettle"], touchesPointers: true),
    module("Compression", imports: ["CLibArchive", "CZstd", "CZlib"], touchesPointers: true),
    module("HTMLTree", imports: ["SourceBytes", "CLibXML2"], touchesPointers: true),
    module("MailFormat", imports: ["SourceBytes"]),
    module("HTMLArchive", imports: ["SourceBytes", "HTMLTree"]),
    module("Discussion", imports: ["SourceBytes"]),
    module("Identity", imports: ["SourceBytes", "Discussion"]),
    module("Quotation", imports: ["SourceBytes", "Discussion"]),
    module("People", imports: ["Discussion"]),
    module("WordForms", imports: ["CStemmer"], touchesPointers: true),
    module(
      "Ingest",
      imports: [
        "SourceBytes", "Compression", "MailFormat", "HTMLTree", "HTMLArchive", "Discussion",
        "Quotation", "People", "Threading", "WordForms", "Identity",
      ],
      touchesPointers: true),
    module("Threading", imports: ["Discussion", "People"]),
    module("Statistics", imports: ["SourceBytes"]),
    module("Privacy", imports: ["Discussion"]),
    module("Manuscripts", imports: ["SourceBytes", "Compression", "HTMLTree", "Discussion"]),
    module("ArchiveQuery"),
    module(
      "Corrections",
      imports: ["SourceBytes", "Discussion", .product(name: "Yams", package: "Yams")]),
    module(
      "ArchiveStore",
      imports: [
        "SourceBytes", "Discussion", "People", "Threading", "ArchiveQuery", "Compression",
        "Corrections", "WordForms", "Identity", "CSQLite",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      touchesPointers: true),
    module(
      "Topics",
      imports: ["WordForms", "HTMLTree", "CPCRE2", .product(name: "Yams", package: "Yams")]),
    module("Arguments", imports: ["Discussion"]),
    module("Annotating", imports: ["SourceBytes", "Discussion", "Corrections", "Exports"]),
    module(
      "Digests",
      imports: [
        "Discussion", "SourceBytes", "Compression", "Exports",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    module("Exports", imports: ["Discussion", "SourceBytes"]),
    module(
      "WebReader",
      imports: [
        "SourceBytes",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    module(
      "Commands",
      imports: [
        "SourceBytes", "Discussion", "People", "Ingest", "Threading", "ArchiveQuery",
        "ArchiveStore", "Digests", "Exports", "Corrections", "Privacy", "Manuscripts",
        "Statistics",
        "Compression", "Identity", "Quotation", "Arguments", "Topics", "WordForms",
        "Annotating", "WebReader", "MailFormat",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "thresh", dependencies: ["Commands"], swiftSettings: strict + carriesLibraries,
      linkerSettings: [
        .unsafeFlags(["-static-stdlib", "-use-ld=lld"] + foundationParts, isStatic)
      ]),

    .target(
      name: "TestSupport",
      dependencies: [
        "SourceBytes", "Compression", "Discussion", "Ingest", "ArchiveStore", "Exports",
      ],
      path: "Tests/Support", swiftSettings: strict),
    .target(
      name: "FuzzTargets",
      dependencies: [
        "SourceBytes", "MailFormat", "HTMLArchive", "Discussion", "Quotation", "ArchiveQuery",
        "WordForms", "Annotating", "Topics",
      ],
      path: "Fuzzing/Targets",
      swiftSettings: strict),
    tests(of: "FuzzTargets"),
    tests(of: "Annotating", alsoImporting: ["Discussion", "Exports"]),
    tests(of: "SourceBytes"),
    tests(of: "Compression", alsoImporting: ["TestSupport"]),
    tests(of: "Discussion", alsoImporting: ["SourceBytes"]),
    tests(
      of: "Ingest",
      alsoImporting: ["SourceBytes", "Discussion", "ArchiveStore", "TestSupport"]),
    tests(
      of: "ArchiveStore",
      alsoImporting: [
        "SourceBytes", "Discussion", "ArchiveQuery", "Ingest", "Corrections", "People",
        "Identity", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    tests(
      of: "Exports",
      alsoImporting: [
        "SourceBytes", "Discussion", "ArchiveStore", "Ingest", "HTMLTree", "TestSupport",
      ]),
    tests(
      of: "Manuscripts",
      alsoImporting: ["Compression", "Discussion", "ArchiveStore", "TestSupport"], fixtures: true),
    tests(of: "Statistics", alsoImporting: ["SourceBytes"]),
    tests(of: "Privacy", alsoImporting: ["Discussion"]),
    tests(
      of: "Commands",
      alsoImporting: [
        "SourceBytes", "Discussion", "ArchiveStore", "ArchiveQuery", "Arguments", "Topics",
        "TestSupport", "WebReader",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    tests(of: "HTMLTree", alsoImporting: ["SourceBytes"]),
    tests(of: "MailFormat", alsoImporting: ["SourceBytes"], fixtures: true),
    tests(of: "HTMLArchive", alsoImporting: ["SourceBytes"], fixtures: true),
    tests(of: "Identity", alsoImporting: ["SourceBytes", "Discussion"]),
    tests(of: "Quotation", alsoImporting: ["Discussion"], fixtures: true),
    tests(of: "Threading", alsoImporting: ["SourceBytes", "Discussion", "MailFormat"]),
    tests(of: "People", alsoImporting: ["Discussion"]),
    tests(of: "ArchiveQuery"),
    tests(of: "Topics"),
    tests(of: "Arguments", alsoImporting: ["Discussion"]),
    tests(of: "Corrections", alsoImporting: ["Discussion", "SourceBytes", "TestSupport"]),
    tests(of: "WordForms"),
    tests(of: "WebReader"),
    tests(of: "Digests", alsoImporting: ["Discussion", "SourceBytes"], fixtures: true),
  ],
  swiftLanguageModes: [.v6]
)
