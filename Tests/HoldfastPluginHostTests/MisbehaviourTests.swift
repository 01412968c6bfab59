import Exact
import Foundation
import HoldfastModel
import HoldfastPluginHost
import JSONText
import Testing

/// A way to misbehave, and what it has to be found as.
struct Misbehaviour: Decodable, CustomTestStringConvertible {
  let name: String
  let command: [String]
  let does: String
  let fails: [String]?
  let sandbox: Bool?
  let allowed: [String]?

  var testDescription: String { name }

  static let all: [Misbehaviour] = {
    let file = URL(filePath: "\(Place.misbehaving)/cases.json")
    return (try? JSONDecoder().decode([Misbehaviour].self, from: Data(contentsOf: file))) ?? []
  }()

  var manifest: PluginManifest {
    PluginManifest("misbehaving", ["python3", "-BES"] + command, in: Place.misbehaving)
  }

  /// A dialogue from the first word to the last.
  func converse(_ host: PluginHost, path: String = "/etc/hostname") throws -> PluginMeasurement {
    let checker = try #require(Self.honestChecker)
    let described = try host.describe(manifest)
    guard let own = described.first(where: { $0.name == checker.name }) else {
      throw Unlike(name: "name")
    }
    if does == "aggregates" { return try conclude(own, host) }
    var opening = RowsOpening(
      checker, parameters: try JSONValue("{\"path\":\"\(path)\"}"), roles: ["id"], hasWhere: false)
    opening.workers = does == "merge" ? 2 : 1
    let session = try host.rows(opening, of: manifest, isPersonal: false)
    for start in stride(from: 0, to: does == "flood" ? 3_000_000 : 3, by: 3) {
      try session.send(Self.batch(session), firstRow: start)
    }
    if does == "merge" { try session.merge([try session.partial()]) }
    let result = try session.finish()
    try session.close()
    return result
  }

  private func conclude(_ checker: PluginChecker, _ host: PluginHost) throws -> PluginMeasurement {
    var slice = Slice()
    for membership in [RowClass.Membership.certain, .certain, .possible] {
      try slice.sums[RowClass(membership, .holds, .positive).index].add(Number(1))
    }
    let facts = CommitmentFacts(
      id: "A", hasMeasure: false, hasWhere: false, hasBy: false, hasPer: false, unit: .rows)
    let session = try host.aggregates(manifest, isPersonal: false)
    _ = try session.plan(checker, parameters: .object(), facts)
    let result = try session.conclude(
      checker, parameters: .object(), facts, groups: [PluginGroup(nil, slice)])
    try session.close()
    return result
  }

  /// What is found out before a plugin is asked for rows.
  struct Unlike: Error { let name: String }

  static let honestChecker = try? PluginHost.usual().describe(.misbehaving("honest.py")).first

  private static func batch(_ session: RowsSession) -> ColumnBatch {
    var batch = session.makeBatch()
    for id in ["a", nil, "b"] {
      if let id { batch.append(id, to: 0) } else { batch.appendUnknown(to: 0) }
      batch.endRow(.certain, .holds)
    }
    return batch
  }
}

extension Plugins {
  @Suite struct Misbehaving {
    @Test func allAreThere() { #expect(Misbehaviour.all.count > 100) }

    @Test(arguments: Misbehaviour.all.filter { $0.sandbox != true })
    func areFoundOut(_ misbehaviour: Misbehaviour) throws {
      // Only what never comes is waited for in vain.
      let waits = !Set(misbehaviour.fails ?? []).isDisjoint(with: ["time", "output", "long"])
      let host = try PluginHost.usual(limits: waits ? .short : PluginLimits())
      var found: String?
      do {
        let result = try misbehaviour.converse(host)
        #expect(result.rows == 3 && result.bounds?.lower == result.bounds?.upper)
      } catch let failure as PluginFailure {
        found = failure.kind.rawValue
        #expect(failure.plugin == "misbehaving")
        #expect(failure.sentence.hasPrefix("the plugin 'misbehaving' "))
        #expect(!failure.help.isEmpty)
      } catch let unlike as Misbehaviour.Unlike {
        found = unlike.name
      }
      if let fails = misbehaviour.fails {
        #expect(fails.contains(found ?? "nothing"))
      } else {
        #expect(found == nil)
      }
    }
  }
}
