import HoldfastModel
import JSONText

/// A file that a run read, as a bundle names it.
public struct BundleInput: Sendable, Hashable {
  /// Its path below the data folder.
  public var path: String
  /// Its size.
  public var bytes: Int
  /// The SHA-256 digest of its bytes, as hexadecimal digits.
  public var digest: String

  /// A file.
  public init(path: String, bytes: Int, digest: String) {
    (self.path, self.bytes, self.digest) = (path, bytes, digest)
  }
}

/// Where a log stood when a bundle was made.
public struct BundleLog: Sendable, Hashable {
  /// The digest of its last record.
  public var head: String
  /// How many records it had.
  public var records: Int
  /// How many runs since the bundle before; since its beginning, where there was none.
  public var runs: Int

  /// A place in a log.
  public init(head: String, records: Int, runs: Int) {
    (self.head, self.records, self.runs) = (head, records, runs)
  }
}

/// What a bundle says of itself beside its report: all that it takes to make the report again.
public struct BundleManifest: Sendable {
  /// Holdfast's version.
  public var version: String
  /// The institution.
  public var institution: String
  /// The day that the run speaks about.
  public var asOf: String
  /// The packs as they were named, by the names of their files in the bundle.
  public var packs: [String] = []
  /// The files of parameters, likewise.
  public var parameters: [String] = []
  /// The words of `--only`.
  public var only: [String] = []
  /// What was read.
  public var inputs: [BundleInput] = []
  /// Whether the inputs are in the bundle.
  public var includesData = false
  /// Why there are no tallies; nil where there are.
  public var withoutTallies: String?
  /// The log; nil where the run was not written into one.
  public var log: BundleLog?
  /// The digest of the bundle that this one stands in for.
  public var supersedes: String?
  /// The plugins that were asked, by name and digest.
  public var plugins: [String] = []

  /// A manifest.
  public init(version: String, institution: String, asOf: String) {
    (self.version, self.institution, self.asOf) = (version, institution, asOf)
  }

  /// The name of an input in the bundle, and in what is signed of it.
  static func name(of input: BundleInput) -> String { "data/\(input.path)" }

  var bytes: [UInt8] {
    let texts = { (list: [String]) in JSON.array(list.map(JSON.text)) }
    let json = JSON.object([
      ("holdfast_bundle", .text("1")), ("version", .text(version)),
      ("institution", .text(institution)), ("as_of", .text(asOf)), ("packs", texts(packs)),
      ("parameters", texts(parameters)), ("only", texts(only)), ("plugins", texts(plugins)),
      ("includes_data", .bool(includesData)),
      (
        "inputs",
        .array(
          inputs.map {
            .object([
              ("path", .text($0.path)), ("bytes", .integer($0.bytes)), ("sha256", .text($0.digest)),
            ])
          })
      ),
      ("without_tallies", JSON(withoutTallies)),
      (
        "log",
        log.map {
          .object([
            ("head", .text($0.head)), ("records", .integer($0.records)),
            ("runs_since_bundle", .integer($0.runs)),
          ])
        } ?? .null
      ),
      ("supersedes", JSON(supersedes)),
    ])
    return Array(json.document.utf8)
  }

  /// Reads a manifest; nil where the bytes are none.
  init?(_ bytes: [UInt8]) {
    guard let json = try? JSONValue(parsing: bytes), json["holdfast_bundle"]?.text == "1",
      let version = json["version"]?.text, let institution = json["institution"]?.text,
      let asOf = json["as_of"]?.text, let packs = Self.texts(json["packs"]),
      let parameters = Self.texts(json["parameters"]), let only = Self.texts(json["only"]),
      let plugins = Self.texts(json["plugins"]), let inputs = Self.inputs(json["inputs"]),
      case .bool(let includesData)? = json["includes_data"]?.kind
    else { return nil }
    self.init(version: version, institution: institution, asOf: asOf)
    (self.packs, self.parameters, self.only, self.plugins) = (packs, parameters, only, plugins)
    (self.inputs, self.includesData) = (inputs, includesData)
    withoutTallies = json["without_tallies"]?.text
    supersedes = json["supersedes"]?.text
    log = json["log"].flatMap(Self.log)
  }

  /// Whether a report is of the same institution and day.
  func speaks(of report: [UInt8]) -> Bool {
    let result = (try? JSONValue(parsing: report))?["result"]
    let texts = [result?["institution"]?.text, result?["as_of"]?.text].map { $0.map(TextKey.init) }
    return texts == [TextKey(institution), TextKey(asOf)]
  }

  private static func texts(_ json: JSONValue?) -> [String]? {
    guard let items = json?.items else { return nil }
    let texts = items.compactMap(\.text)
    return texts.count == items.count ? texts : nil
  }

  private static func inputs(_ json: JSONValue?) -> [BundleInput]? {
    guard let items = json?.items else { return nil }
    let inputs = items.compactMap { item -> BundleInput? in
      guard let path = item["path"]?.text, let bytes = item["bytes"]?.integer,
        let digest = item["sha256"]?.text
      else { return nil }
      return BundleInput(path: path, bytes: bytes, digest: digest)
    }
    return inputs.count == items.count ? inputs : nil
  }

  private static func log(_ json: JSONValue) -> BundleLog? {
    guard let head = json["head"]?.text, let records = json["records"]?.integer,
      let runs = json["runs_since_bundle"]?.integer
    else { return nil }
    return BundleLog(head: head, records: records, runs: runs)
  }
}
