internal import Anonymizer
internal import Foundation

/// Finds profiles: a file, or a shipped one by name.
public enum ProfileStore {
  /// Returns the profile's file as text, parsed once so that faults show before a run.
  static func text(_ nameOrPath: String) throws -> String {
    let path = try path(of: nameOrPath)
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(data: data, encoding: .utf8)
    else {
      throw JobError.unreadable(path: path)
    }
    do { _ = try ConfidentialityProfile(yaml: text) } catch {
      throw JobError.profile(path: path, problem: error.description)
    }
    return text
  }

  static func load(_ nameOrPath: String) throws -> ConfidentialityProfile {
    try ConfidentialityProfile(yaml: text(nameOrPath))
  }

  /// All shipped profiles by name, with what they are for by language.
  public static func shipped() throws -> [(name: String, summary: [String: String])] {
    let folder = Resources.path("profiles")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
      .sorted()
    return try names.map { name in
      let profile = try load(folder + "/" + name)
      return (profile.name, profile.summary)
    }
  }

  private static func path(of nameOrPath: String) throws -> String {
    if nameOrPath.contains("/") || nameOrPath.contains(".") {
      guard FileManager.default.fileExists(atPath: nameOrPath) else {
        throw JobError.notFound(path: nameOrPath)
      }
      return nameOrPath
    }
    let path = Resources.path("profiles/\(nameOrPath).yaml")
    guard FileManager.default.fileExists(atPath: path) else {
      throw JobError.profileUnknown(name: nameOrPath)
    }
    return path
  }
}

/// Files that come with the program: beside the installed binary, else in the folder it was built in.
enum Resources {
  static func path(_ name: String) -> String {
    let binary = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let installed = binary.deletingLastPathComponent().appendingPathComponent("../share/tokumei/\(name)")
      .standardized
    if FileManager.default.fileExists(atPath: installed.path) { return installed.path }
    var folder = binary.deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent(name)
      if FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) {
        return candidate.path
      }
      folder.deleteLastPathComponent()
    }
    return installed.path
  }
}
