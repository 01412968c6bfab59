public import Diagnostics
import Exact
public import HoldfastModel
import JSONText

/// What is other in one JSON report than in another, and which files may have caused it.
public struct ReportDifference {
  private let old: JSONValue
  private let new: JSONValue
  private let names: (String, String)

  /// Two reports, as their files hold them.
  ///
  /// - Throws: where one is no JSON report of one institution.
  public init(
    _ old: (name: String, bytes: [UInt8]), _ new: (name: String, bytes: [UInt8])
  ) throws(Diagnostic) {
    names = (old.name, new.name)
    self.old = try Self.report(old.bytes, old.name)
    self.new = try Self.report(new.bytes, new.name)
  }

  private static func report(_ bytes: [UInt8], _ file: String) throws(Diagnostic) -> JSONValue {
    guard let json = try? JSONValue(parsing: bytes), json["holdfast"]?.text == "1",
      json["result"]?["findings"]?.items != nil
    else {
      throw Diagnostic(
        .error, "this is no JSON report of one institution, as this version of holdfast writes it",
        at: .file(file), help: "write one with holdfast check ... --report json=FILE")
    }
    return json
  }

  /// All that is other.
  public var difference: Difference {
    Difference(names: names, entries: head + findings + choices + files)
  }

  private var head: [Difference.Entry] {
    ["institution", "as_of", "verdict", "exit", "partial"].compactMap { key in
      let texts = [old, new].map { Self.text($0["result"]?[key]) }
      guard let detail = Difference.Detail(key, texts[0], texts[1]) else { return nil }
      return Difference.Entry("Runs", key.replacing("_", with: " "), "changed", [detail])
    }
  }

  // MARK: Findings

  private var findings: [Difference.Entry] {
    let (was, now) = (Self.findings(old), Self.findings(new))
    let names =
      was.map(\.name) + now.map(\.name).filter { name in !was.contains { $0.name == name } }
    return names.compactMap { name in
      switch (was.first { $0.name == name }, now.first { $0.name == name }) {
      case (let before?, let after?): FindingDifference(before.json, after.json).entry(name.text)
      case (let before?, nil):
        Difference.Entry(
          "Findings", name.text, "gone, was \(FindingDifference.words(before.json))")
      case (nil, let after?):
        Difference.Entry("Findings", name.text, "new, is \(FindingDifference.words(after.json))")
      default: nil
      }
    }
  }

  private static func findings(_ report: JSONValue) -> [(name: TextKey, json: JSONValue)] {
    (report["result"]?["findings"]?.items ?? []).compactMap { item in
      item["finding_id"]?.text.map { (TextKey($0), item) }
    }
  }

  // MARK: Choices

  private var choices: [Difference.Entry] {
    let keys = ["value", "by", "on", "rows", "sum"]
    return compared("Choices", old["result"]?["choices"], new["result"]?["choices"], "what", keys)
  }

  // MARK: Files

  /// Files that are other, with the findings that rest on their datasets and are other too.
  private var files: [Difference.Entry] {
    let entries = compared(
      "Files", old["run"]?["files"], new["run"]?["files"], "path", ["bytes", "rows", "sha256"])
    let moved = findings
    let datasets = Dictionary(
      (Self.files(old) + Self.files(new)).map { ($0.path, $0.dataset) },
      uniquingKeysWith: { first, _ in first })
    return entries.map { entry in
      var entry = entry
      let dataset = datasets[entry.name] ?? ""
      let concerned = (Self.findings(new) + Self.findings(old)).filter { finding in
        Self.datasets(of: finding.json).contains(dataset)
          && moved.contains { TextKey($0.name) == finding.name }
      }.map(\.name)
      var seen: Set<TextKey> = []
      let names = concerned.filter { seen.insert($0).inserted }.map(\.text)
      if !names.isEmpty { entry.change += "; may have moved \(names.joined(separator: ", "))" }
      return entry
    }
  }

  /// The datasets that a finding, or a part of it, counts or looks rows up in.
  private static func datasets(of finding: JSONValue) -> Set<String> {
    let all = [finding] + (finding["parts"]?.items ?? [])
    return Set(
      all.flatMap { item in
        [item["dataset"]?.text].compactMap { $0 }
          + (item["looks_up"]?.items ?? []).compactMap(\.text)
      })
  }

  private static func files(_ report: JSONValue) -> [(path: String, dataset: String)] {
    (report["run"]?["files"]?.items ?? []).compactMap { item in
      item["path"]?.text.map { ($0, item["dataset"]?.text ?? "") }
    }
  }

  /// Two lists of things with names.
  private func compared(
    _ section: String, _ old: JSONValue?, _ new: JSONValue?, _ name: String, _ keys: [String]
  ) -> [Difference.Entry] {
    let (was, now) = (old?.items ?? [], new?.items ?? [])
    let key = { (item: JSONValue) in item[name]?.text.map(TextKey.init) }
    let find = { (list: [JSONValue], wanted: TextKey) in list.first { key($0) == wanted } }
    var seen: Set<TextKey> = []
    let names = (was + now).compactMap(key).filter { seen.insert($0).inserted }
    return names.compactMap { own in
      let (key, before, after) = (own.text, find(was, own), find(now, own))
      switch (before, after) {
      case (_?, nil): return Difference.Entry(section, key, "gone")
      case (nil, _?): return Difference.Entry(section, key, "new")
      case (let before?, let after?):
        let details = keys.compactMap { item -> Difference.Detail? in
          // What only one of two runs worked out says nothing.
          guard section != "Files" || (before[item] != nil && after[item] != nil) else {
            return nil
          }
          return Difference.Detail(item, Self.text(before[item]), Self.text(after[item]))
        }
        return details.isEmpty ? nil : Difference.Entry(section, key, "changed", details)
      case (nil, nil): return nil
      }
    }
  }

  static func text(_ json: JSONValue?) -> String? {
    guard let json, !json.isNull else { return nil }
    return json.text ?? json.compactText
  }
}
