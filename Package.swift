// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target: Swift 6 mode, visible imports, no warnings, `unsafe` spelled out.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
]

let package = Package(
  name: "tokumei",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "DICOMCore", swiftSettings: house),
    .target(
      name: "Anonymizer",
      dependencies: ["DICOMCore", .product(name: "Crypto", package: "swift-crypto"), "Yams"],
      swiftSettings: house),
    .systemLibrary(name: "CZlib"),
    .target(name: "CLinux"),
    .target(
      name: "CDCMTK",
      linkerSettings: [
        .linkedLibrary("dcmimage"), .linkedLibrary("dcmimgle"), .linkedLibrary("dcmjpeg"),
        .linkedLibrary("dcmdata"), .linkedLibrary("oflog"), .linkedLibrary("ofstd"), .linkedLibrary("z"),
      ]),
    .target(name: "DCMTK", dependencies: ["CDCMTK", "CZlib", "DICOMCore"], swiftSettings: house),
    .systemLibrary(name: "CPNG"),
    .target(name: "Imaging", dependencies: ["CPNG"], swiftSettings: house),
    .target(
      name: "Vault",
      dependencies: [
        "DICOMCore", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: house),
    .target(
      name: "Catalog", dependencies: ["DICOMCore", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: house),
    .target(
      name: "Pipeline",
      dependencies: [
        "CLinux", "DICOMCore", "DCMTK", "Imaging", "Anonymizer", "Vault", "Catalog",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: house),
    .executableTarget(
      name: "tokumei",
      dependencies: ["Pipeline", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: house),
    .target(name: "TableGeneration", path: "Tools/TableGeneration", swiftSettings: house),
    .executableTarget(
      name: "GenerateTables", dependencies: ["TableGeneration"], path: "Tools/GenerateTables",
      swiftSettings: house),
    .target(name: "TestSupport", dependencies: ["Anonymizer", "DICOMCore"], swiftSettings: house),
    .testTarget(
      name: "DICOMCoreTests", dependencies: ["DICOMCore", "TableGeneration", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "AnonymizerTests", dependencies: ["Anonymizer", "DICOMCore", "TableGeneration", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "DCMTKTests", dependencies: ["DCMTK", "DICOMCore", "TestSupport"], swiftSettings: house),
    .testTarget(name: "ImagingTests", dependencies: ["Imaging"], swiftSettings: house),
    .testTarget(
      name: "PipelineTests", dependencies: ["Anonymizer", "Pipeline", "TableGeneration"], swiftSettings: house
    ),
    .target(
      name: "EndToEndSupport", path: "Tests/EndToEndSupport", exclude: ["Poison", "Python"],
      swiftSettings: house),
    .testTarget(name: "EndToEndTests", dependencies: ["EndToEndSupport"], swiftSettings: house),
    .testTarget(name: "SlowTests", dependencies: ["EndToEndSupport"], swiftSettings: house),
    .testTarget(name: "SoakTests", dependencies: ["EndToEndSupport"], swiftSettings: house),
  ],
  cxxLanguageStandard: .cxx17
)
