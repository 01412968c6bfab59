import Exact
import Foundation
import HoldfastModel
import HoldfastPluginHost
import JSONText
import Testing

/// A dialogue as docs/plugin-protocol.md prints it.
struct PrintedDialogue {
  let requests: [String]
  let replies: [String]
  let folder: String

  static let all: [PrintedDialogue] = {
    let file = "\(Place.root)docs/plugin-protocol.md"
    let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "```dialogue ").dropFirst().map { part in
      let lines = part.components(separatedBy: "```")[0].split(separator: "\n").map(String.init)
      func marked(_ sign: String) -> [String] {
        lines.dropFirst().filter { $0.hasPrefix(sign) }.map { String($0.dropFirst(sign.count)) }
      }
      return PrintedDialogue(
        requests: marked("> "), replies: marked("< "),
        folder: lines[0].trimmingCharacters(in: .whitespaces))
    }
  }()

  /// A plugin that answers what is printed here and keeps what it was sent.
  func manifest(_ name: String, in folder: Workdir) throws -> PluginManifest {
    try folder.write("replies", replies.joined(separator: "\n") + "\n")
    let script = try PluginManifest.script("keeps_requests", in: folder)
    return PluginManifest(name, script.command.value, in: folder.path)
  }

  func expect(_ folder: Workdir, without types: Set<String> = []) throws {
    func kept(_ line: String) -> Bool { !types.contains { line.hasPrefix("{\"type\":\"\($0)\"") } }
    let sent = try String(contentsOfFile: "\(folder.path)/requests", encoding: .utf8)
      .split(separator: "\n").map(String.init)
    #expect(sent.filter(kept) == requests.filter(kept))
  }
}

extension Plugins {
  /// What is sent is what the protocol prints, byte for byte.
  @Suite struct Golden {
    /// The plugins write down what they are sent, which nothing but an unconfined one can.
    let host = PluginHost(level: .none, launcher: Place.launcher, version: "0.1")
    let folder: Workdir

    init() throws { folder = try Workdir() }

    private func checker(_ manifest: PluginManifest) throws -> PluginChecker {
      try #require(try host.describe(manifest).first)
    }

    private var slice: Slice {
      get throws {
        var slice = Slice()
        for (condition, rows, sum) in [
          (RowClass.Condition.holds, 3, "600.00"), (.fails, 5, "1400.00"), (.unknown, 2, "400.00"),
        ] {
          let place = RowClass(.certain, condition, .positive).index
          let total = try #require(Number(sum))
          try slice.sums[place].add(rows, ManyTerms(total: total, largest: total))
        }
        return slice
      }
    }

    @Test func ofAggregates() throws {
      let dialogue = try #require(PrintedDialogue.all.first)
      let manifest = try dialogue.manifest("example", in: folder)
      let checker = try checker(manifest)
      let facts = CommitmentFacts(
        id: "CLE-1", hasMeasure: true, hasWhere: true, hasBy: false, hasPer: false,
        unit: .money("GBP"))
      // The same with the real plugin, and then with the one that keeps what it was sent; it says
      // nothing of itself twice.
      for folder in [Place.root + dialogue.folder, nil] {
        if folder == nil {
          let own = PrintedDialogue(
            requests: [], replies: dialogue.replies.filter { !$0.contains("\"description\"") },
            folder: "")
          _ = try own.manifest("example", in: self.folder)
        }
        let plugin = folder.map { PluginManifest("example", manifest.command.value, in: $0) }
        let session = try host.aggregates(plugin ?? manifest, isPersonal: false)
        let plan = try session.plan(checker, parameters: .object(), facts)
        #expect(plan == [.sums(all: true), .uncertainRows(limit: 20)])
        let result = try session.conclude(
          checker, parameters: .object(), facts, groups: [PluginGroup(nil, try slice)])
        try session.close()
        #expect(result.bounds?.lower == (try Rational(1, 4)))
        #expect(result.bounds?.upper == (try Rational(5, 12)))
        #expect(result.measurement(.share).form == .claimed)
      }
      try dialogue.expect(self.folder, without: ["describe"])
    }

    @Test func ofRows() throws {
      let dialogue = try #require(PrintedDialogue.all.dropFirst().first)
      let manifest = try dialogue.manifest("local-multiplier", in: folder)
      let checker = try checker(manifest)
      let own = PrintedDialogue(
        requests: [], replies: dialogue.replies.filter { !$0.contains("\"description\"") },
        folder: "")
      _ = try own.manifest("local-multiplier", in: folder)
      let parameters = try checker.parameters.prepared(
        JSONValue("{\"minimum_coverage\": 0.50}"))
      let opening = RowsOpening(
        checker, parameters: parameters,
        roles: ["round", "received", "local_share", "respondent"], hasWhere: false)
      let real = PluginManifest(
        "local-multiplier", manifest.command.value, in: Place.root + dialogue.folder)
      for plugin in [real, manifest] {
        let session = try host.rows(opening, of: plugin, isPersonal: false)
        var batch = session.makeBatch()
        fill(&batch, [(1, "10000.00", nil, nil), (2, "4000.00", "1", nil)])
        fill(&batch, [(2, "1000.00", "1", nil), (2, "5000.00", "0", nil)])
        try session.send(batch, firstRow: 0)
        batch.removeAll()
        fill(&batch, [(3, "4000.00", "0.7", "trent"), (3, "1000.00", nil, "lace-market")])
        try session.send(batch, firstRow: 4)
        let result = try session.finish()
        try session.close()
        #expect(result.bounds?.lower == Rational(Number(coefficient: 178, scale: 2)))
        #expect(result.bounds?.upper == Rational(Number(coefficient: 188, scale: 2)))
        #expect(result.remarks.count == 2 && result.unknownRows == 1)
      }
      try dialogue.expect(folder, without: ["describe"])
    }

    private func fill(_ batch: inout ColumnBatch, _ rows: [(Int, String, String?, String?)]) {
      for (round, received, share, respondent) in rows {
        batch.append(round, to: 0)
        for (column, text) in [(1, received), (2, share)] {
          if let number = text.flatMap({ Number($0) }) {
            batch.append(number, to: column)
          } else {
            batch.appendUnknown(to: column)
          }
        }
        if let respondent { batch.append(respondent, to: 3) } else { batch.appendUnknown(to: 3) }
        batch.endRow(.certain, .holds)
      }
    }
  }
}
