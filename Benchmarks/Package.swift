// swift-tools-version: 6.3
import PackageDescription

// A package of its own, so that nobody builds it who does not measure. Each benchmark is a small executable that
// times itself by the processor time of the process, which other work on the machine disturbs least.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "thresh", path: "..")],
  targets: [
    .target(name: "Measuring", path: "Measuring"),
    .executableTarget(
      name: "parse-mail",
      dependencies: ["Measuring", .product(name: "ThreshModules", package: "thresh")],
      path: "ParseMail"),
    .executableTarget(
      name: "evidence-cases",
      dependencies: [.product(name: "ThreshModules", package: "thresh")],
      path: "EvidenceCases"),
    .target(
      name: "MadeUpMail",
      dependencies: [.product(name: "ThreshModules", package: "thresh")],
      path: "MadeUpMail"),
    .executableTarget(
      name: "thread-posts",
      dependencies: [
        "MadeUpMail", "Measuring", .product(name: "ThreshModules", package: "thresh"),
      ],
      path: "ThreadPosts"),
    .executableTarget(
      name: "grow-archive",
      dependencies: [
        "MadeUpMail", "Measuring", .product(name: "ThreshModules", package: "thresh"),
      ],
      path: "GrowArchive"),
    .executableTarget(
      name: "parse-pages",
      dependencies: ["Measuring", .product(name: "ThreshModules", package: "thresh")],
      path: "ParsePages"),
    .executableTarget(
      name: "read-arguments",
      dependencies: ["Measuring", .product(name: "ThreshModules", package: "thresh")],
      path: "ReadArguments"),
  ],
  swiftLanguageModes: [.v6]
)
