// swift-tools-version: 6.3
import PackageDescription

// A package of its own, since only a build with the sanitizer has the fuzzer's main function.
// The targets themselves belong to the package above, where tests replay what was found.
let package = Package(
  name: "fuzzing",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "thresh", path: "..")],
  targets: [
    .executableTarget(
      name: "fuzz",
      dependencies: [.product(name: "FuzzTargets", package: "thresh")],
      path: "Fuzz",
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  ],
  swiftLanguageModes: [.v6]
)
