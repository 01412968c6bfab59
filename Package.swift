// swift-tools-version: 6.2
import PackageDescription

/// Every arrow in the package: a target may import only what stands to its right.
/// `Scripts/verify-layers` holds the imports in the sources to this table.
let arrows: KeyValuePairs<String, [Target.Dependency]> = [
  "Diagnostics": [],
  "Exact": [],
  "Patterns": [],
  "JSONText": ["Diagnostics"],
  "YAMLSource": ["CLibYAML", "Diagnostics"],
  "CEL": ["Patterns", "Diagnostics", "Exact"],
  "Tabular": ["CScan", "CZlib", "CExpat", "JSONText", "Patterns", "Diagnostics", "Exact"],
  "Processes": ["CSpawn"],
  "CommandOutput": ["Processes", "Diagnostics"],
  "HoldfastModel": ["Diagnostics", "Exact"],
  "HoldfastExpressions": ["CEL", "HoldfastModel", "Diagnostics", "Exact"],
  "HoldfastPluginKit": ["JSONText", "Exact", "Diagnostics"],
  "HoldfastLoader": [
    "HoldfastModel", "HoldfastExpressions", "YAMLSource", "CEL", "JSONText", "Patterns",
    "Diagnostics", "Exact",
  ],
  "HoldfastCheckers": ["HoldfastModel", "Diagnostics", "Exact"],
  "HoldfastPluginHost": [
    "CSandbox", "CSpawn", "Processes", "HoldfastCheckers", "HoldfastModel", "JSONText", "Patterns",
    "Diagnostics", "Exact", "Crypto",
  ],
  "HoldfastEngine": [
    "HoldfastCheckers", "HoldfastExpressions", "HoldfastModel", "CEL", "Tabular", "JSONText",
    "Patterns", "Diagnostics", "Exact", "Crypto",
  ],
  "HoldfastReports": ["HoldfastModel", "JSONText", "Diagnostics", "Exact"],
  "HoldfastEvidence": ["HoldfastModel", "JSONText", "Diagnostics", "Exact", "Crypto"],
  "HoldfastInit": ["HoldfastModel", "YAMLSource", "Tabular", "Diagnostics", "Exact"],
]

/// What the command wires together: all of the above.
let command: [Target.Dependency] = [
  "HoldfastEngine", "HoldfastCheckers", "HoldfastExpressions", "HoldfastLoader", "HoldfastModel",
  "HoldfastReports", "HoldfastEvidence", "HoldfastInit", "HoldfastPluginHost", "CommandOutput",
  "CEL", "Tabular",
  "JSONText", "YAMLSource",
  "Diagnostics", "Exact", "ArgumentParser",
]

/// What the suites of cases are run against: the readers, and the language of expressions.
let readers: [Target.Dependency] = [
  "YAMLSource", "CEL", "Tabular", "JSONText", "Diagnostics", "Exact", "ArgumentParser",
]

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// Files beside tests that tests read, and the compiler does not.
let fixtures = [
  "CommandLine": ["Fixtures"], "HoldfastLoader": ["Messages"], "HoldfastReports": ["Golden"],
  "RealFiles": ["Institutions", "independent"], "Tabular": ["Messages"],
  "HoldfastEngine": ["Golden"],
  "HoldfastPluginHost": ["Scripts"],
  "Patterns": ["make_group_cases.py"],
]

/// Programs that tests start.
let programs: [String: [Target.Dependency]] = [
  "HoldfastPluginHost": ["plugin-launcher"],
  "HoldfastPluginKit": [
    "HoldfastPluginHost", "HoldfastModel", "plugin-launcher", "template-plugin",
    "representation-parity",
  ],
]

/// What tests of the built program take to make their files with.
let tools: [String: [Target.Dependency]] = ["CommandLine": ["HoldfastEvidence"]]

let external: [String: Target.Dependency] = [
  "ArgumentParser": .product(name: "ArgumentParser", package: "swift-argument-parser"),
  "Crypto": .product(name: "Crypto", package: "swift-crypto"),
]

/// A name in the tables above as SwiftPM wants it: a product of a package, or a target here.
func resolved(_ dependencies: [Target.Dependency]) -> [Target.Dependency] {
  dependencies.map { dependency in
    guard case .byNameItem(let name, _) = dependency else { return dependency }
    return external[name] ?? dependency
  }
}

let package = Package(
  name: "holdfast",
  products: [
    .executable(name: "holdfast", targets: ["holdfast"]),
    // For plugins in Swift.
    .library(name: "HoldfastPluginKit", targets: ["HoldfastPluginKit", "Exact"]),
    // For the benchmarks, which are a package of their own.
    .library(name: "CEL", targets: ["CEL", "Exact"]),
    .library(
      name: "HoldfastPluginHost",
      targets: ["HoldfastPluginHost", "HoldfastModel", "JSONText", "Diagnostics", "Exact"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CSpawn"),
    .target(name: "CScan"),
    .target(name: "CSandbox"),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
  ]
    + arrows.map { .target(name: $0, dependencies: resolved($1), swiftSettings: strict) }
    + [
      .executableTarget(name: "holdfast", dependencies: resolved(command), swiftSettings: strict),
      // For tests: what confines a plugin, in a program that is small to build.
      .executableTarget(
        name: "plugin-launcher", dependencies: ["HoldfastPluginHost"], swiftSettings: strict),
      // A plugin in Swift; Scripts/make-plugins makes the folder of a plugin of it.
      .executableTarget(
        name: "representation-parity", dependencies: ["HoldfastPluginKit", "Exact"],
        path: "Plugins/representation-parity/Sources", swiftSettings: strict),
      // What `holdfast plugins new` begins a plugin in Swift with.
      .executableTarget(
        name: "template-plugin", dependencies: ["HoldfastPluginKit"],
        path: "Plugins/swift/template/Sources", swiftSettings: strict),
      .executableTarget(
        name: "conformance", dependencies: resolved(readers), swiftSettings: strict),
    ]
    + arrows.map { name, dependencies in
      .testTarget(
        name: "\(name)Tests",
        dependencies: [.target(name: name)] + resolved(dependencies) + (programs[name] ?? []),
        exclude: fixtures[name] ?? [], swiftSettings: strict)
    }
    + ["CommandLine", "Conformance", "RealFiles"].map {
      .testTarget(
        name: "\($0)Tests", dependencies: tools[$0] ?? [], exclude: fixtures[$0] ?? [],
        swiftSettings: strict)
    }
)
