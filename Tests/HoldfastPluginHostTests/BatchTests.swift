import Exact
import Foundation
import HoldfastModel
import HoldfastPluginHost
import JSONText
import Testing

extension Plugins {
  /// Rows as a plugin gets them.
  @Suite struct Batches {
    /// What a plugin reads of a batch.
    private func payload(
      hasWhere: Bool, _ fill: (inout ColumnBatch) throws -> Void
    ) throws -> String {
      let folder = try Workdir()
      let manifest = try PluginManifest.script("echo", in: folder)
      let host = try PluginHost.usual()
      let checker = try #require(try host.describe(manifest).first)
      let opening = RowsOpening(
        checker, parameters: .object(), roles: ["text", "decimal", "date", "bool", "integer"],
        hasWhere: hasWhere)
      let session = try host.rows(opening, of: manifest, isPersonal: false)
      var batch = session.makeBatch()
      try fill(&batch)
      try session.send(batch, firstRow: 0)
      let failure = try #require(throws: PluginFailure.self) { try session.finish() }
      try #require(failure.kind == .told)
      return String(failure.sentence.drop { $0 != "{" }.prefix { $0 != "(" }.dropLast())
    }

    @Test func haveTypedCells() throws {
      let text = try payload(hasWhere: true) { batch in
        batch.append("a \"b\" \\ c\n\u{1}é", to: 0)
        batch.append(Number(coefficient: -5, scale: 2), to: 1)
        batch.append(try #require(CivilDate("0024-04-01")), to: 2)
        batch.append(true, to: 3)
        batch.append(-9_007_199_254_740_991, to: 4)
        batch.endRow(.certain, .holds)
        batch.append(encoded: ColumnBatch.encoded("x"), to: 0)
        for column in 1..<5 { batch.appendUnknown(to: column) }
        batch.endRow(.possible, .unknown)
        batch.append("", to: 0)
        batch.append(Number(coefficient: .max, scale: 38), to: 1)
        batch.append(try #require(CivilDate("9999-12-31")), to: 2)
        batch.append(false, to: 3)
        batch.append(0, to: 4)
        batch.endRow(.certain, .fails)
      }
      #expect(
        text == #"{"c": [["a \"b\" \\ c\n\u0001\u00e9", "x", ""], "#
          + #"["-0.05", null, "1.70141183460469231731687303715884105727"], "#
          + #"["0024-04-01", null, "9999-12-31"], [true, null, false], "#
          + #"[-9007199254740991, null, 0]], "m": [true, null, true], "w": [true, null, false]}"#)
    }

    @Test func leaveOutWhatIsTheSameForAll() throws {
      let text = try payload(hasWhere: false) { batch in
        for column in 0..<5 { batch.appendUnknown(to: column) }
        batch.endRow(.certain, .holds)
        batch.removeAll()
        for column in 0..<5 { batch.appendUnknown(to: column) }
        batch.endRow(.certain, .fails)
      }
      #expect(text == #"{"c": [[null], [null], [null], [null], [null]]}"#)
    }

    @Test func areFullBeforeTheyAreTooLong() throws {
      let folder = try Workdir()
      let manifest = try PluginManifest.script("echo", in: folder)
      let host = try PluginHost.usual()
      let checker = try #require(try host.describe(manifest).first)
      let opening = RowsOpening(
        checker, parameters: .object(), roles: ["text"], hasWhere: false)
      let session = try host.rows(opening, of: manifest, isPersonal: false)
      var batch = session.makeBatch()
      batch.append(String(repeating: "x", count: 5 << 20), to: 0)
      batch.endRow(.certain, .holds)
      #expect(batch.isFull)
      try session.send(batch, firstRow: 0)
      batch.append(String(repeating: "x", count: 12 << 20), to: 0)
      batch.endRow(.certain, .holds)
      let failure = try #require(throws: PluginFailure.self) {
        try session.send(batch, firstRow: 1)
      }
      #expect(failure.kind == .long && failure.request == "batch")
    }

    /// Each decimal comes out as it describes itself.
    @Test func writeEveryDecimal() throws {
      let folder = try Workdir()
      let manifest = try PluginManifest.script("echo", in: folder)
      let checker = try #require(try PluginHost.usual().describe(manifest).first)
      #expect(checker.columns.count == 5)
      for coefficient in [0, 1, 9, 10, 100, 123_456, Int128(Int.max), Int128(UInt64.max), 1 << 90] {
        for scale in [0, 1, 2, 5, 19, 20, 38] {
          for sign in [Int128(1), -1] {
            let number = Number(coefficient: sign * coefficient, scale: scale)
            #expect(ColumnBatch.encoded(number) == Array("\"\(number)\",".utf8))
          }
        }
      }
    }
  }
}
