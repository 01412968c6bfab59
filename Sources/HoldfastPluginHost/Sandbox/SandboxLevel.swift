internal import CSandbox
public import Diagnostics

/// How well plugins are confined.
public enum SandboxLevel: Sendable, Hashable {
  /// By the kernel's Landlock and a filter of system calls; where it is not `full`, the network
  /// and signals are held by the filter alone.
  case landlock(full: Bool)
  /// By the program bubblewrap and the filter.
  case bubblewrap
  /// Not at all.
  case none

  /// The level as a report names it.
  public var words: String {
    switch self {
    case .landlock(full: true): "landlock"
    case .landlock(full: false): "landlock without network rules"
    case .bubblewrap: "bubblewrap"
    case .none: "none"
    }
  }

  var walls: SandboxPolicy.Walls {
    switch self {
    case .landlock: .landlock
    case .bubblewrap: .bubblewrap
    case .none: .none
    }
  }
}

/// How plugins are to be confined.
public enum SandboxWish: String, Sendable, CaseIterable {
  /// As well as the machine can.
  case auto
  /// By Landlock alone.
  case landlock
  /// By bubblewrap alone.
  case bubblewrap
}

extension SandboxLevel {
  /// What Landlock can do here; nil, and why, where it can do nothing. Asked once.
  private static let landlock: (level: SandboxLevel?, reason: String) = {
    let probe = unsafe csb_probe()
    switch unsafe probe.level {
    case CSB_LEVEL_FULL: return (.landlock(full: true), "")
    case CSB_LEVEL_BASIC: return (.landlock(full: false), "")
    default: return (nil, unsafe SandboxFailure(probe.failure).words)
    }
  }()

  /// The level that plugins run at, found out by confining a process.
  ///
  /// - Parameters:
  ///   - wish: How they are to be confined.
  ///   - allowNone: Whether they may run unconfined where nothing else can be had.
  ///   - launcher: The words that start the launcher.
  /// - Throws: What is missing, and what to do.
  public static func choose(
    _ wish: SandboxWish = .auto, allowNone: Bool = false,
    launcher: [String] = PluginHost.ownLauncher
  ) throws(Diagnostic) -> SandboxLevel {
    if wish != .bubblewrap, let level = landlock.level { return level }
    if wish != .landlock, BubblewrapProbe.works(launcher) { return .bubblewrap }
    if allowNone { return .none }
    throw refusal(wish)
  }

  private static func refusal(_ wish: SandboxWish) -> Diagnostic {
    let lacking =
      switch wish {
      case .auto: "\(landlock.reason); and bubblewrap does not work here"
      case .landlock: landlock.reason
      case .bubblewrap: "bubblewrap does not work here"
      }
    return Diagnostic(
      .error, "plugins cannot be confined on this machine: \(lacking)",
      help: "use a kernel with Landlock (5.13 or later), or install bubblewrap, or, if you trust "
        + "the plugins with all that you can read, say --allow-unsandboxed-plugins")
  }
}
