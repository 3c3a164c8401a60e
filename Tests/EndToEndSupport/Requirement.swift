public import Testing

/// What a test needs besides the binary.
public enum Requirement: Sendable {
  case python
  case pydicomFiles
  case dcmtkTools
  case dciodvfy
  case strace
  case sqlite
  case compiler
  /// A user other than root to lose rights as.
  case lesserUser
  /// A file system of its own, which takes root or user namespaces.
  case privateMount
  case shared(String)
  case freeSpace(gigabytes: Int)

  private var isMet: Bool {
    switch self {
    case .python: Locations.exists(Locations.python)
    case .pydicomFiles: Locations.pydicomFiles != nil
    case .dcmtkTools: Locations.program("dcmdump") != nil && Locations.program("dcmconv") != nil
    case .dciodvfy: Locations.program("dciodvfy") != nil
    case .strace: Program.succeeds("strace", ["-o", "/dev/null", "true"])
    case .sqlite: Locations.program("sqlite3") != nil
    case .compiler: PoisonLibrary.compiler != nil
    case .lesserUser: !UserID.isRoot || Program.succeeds("setpriv", LesserUser.options + ["true"])
    case .privateMount: Program.succeeds("unshare", PrivateMount.options + ["true"])
    case .shared(let path): Locations.exists(Locations.shared + "/" + path)
    case .freeSpace(let gigabytes): Workspace.freeBytes >= gigabytes << 30
    }
  }

  private var reason: String {
    switch self {
    case .python: "no Python with pydicom at TOKUMEI_PYTHON (scripts/bootstrap --tests makes it)"
    case .pydicomFiles: "pydicom's test files are not in .venv (scripts/bootstrap --tests makes it)"
    case .dcmtkTools: "dcmdump and dcmconv are missing (Debian: dcmtk)"
    case .dciodvfy: "dciodvfy is missing (Debian: dicom3tools)"
    case .strace: "strace is missing or may not trace here"
    case .sqlite: "sqlite3 is missing"
    case .compiler: "no C compiler (Debian: g++)"
    case .lesserUser: "setpriv is missing, so that root cannot lose its rights"
    case .privateMount: "no mount of its own: neither root nor user namespaces"
    case .shared(let path): "../shared/\(path) is missing"
    case .freeSpace(let gigabytes): "fewer than \(gigabytes) GiB are free in the temporary folder"
    }
  }

  /// A machine's limits are no fault of the set-up: these skip even where everything is required.
  private var mayBeMissing: Bool {
    switch self {
    case .freeSpace, .lesserUser, .privateMount, .strace: true
    case .python, .pydicomFiles, .dcmtkTools, .dciodvfy, .sqlite, .compiler, .shared: false
    }
  }

  fileprivate var trait: ConditionTrait {
    .enabled("\(reason)") { isMet || Locations.requiresEverything && !mayBeMissing }
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips a test, with the reason printed, where something is missing; where everything is required it runs and fails.
  public static func needs(_ requirement: Requirement) -> Self { requirement.trait }
}
