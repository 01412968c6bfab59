// swift-tools-version: 6.2
import PackageDescription

/// Apart from the root package, so that nobody builds it who does not measure.
let package = Package(
  name: "bench-plugins",
  dependencies: [.package(name: "holdfast", path: "../..")],
  targets: [
    .executableTarget(
      name: "bench-plugins",
      dependencies: [.product(name: "HoldfastPluginHost", package: "holdfast")],
      swiftSettings: [
        .swiftLanguageMode(.v6), .strictMemorySafety(), .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
      ])
  ]
)
