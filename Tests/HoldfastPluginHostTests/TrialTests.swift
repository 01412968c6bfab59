import Diagnostics
import Foundation
import HoldfastModel
import HoldfastPluginHost
import Testing

extension Plugins {
  /// Plugins that break a law, each told by what shows it. They are the same but for some lines.
  @Suite struct Trial {
    static let text = """
      from holdfast_plugin import Batch, Column, Measurement, RowsChecker, main
      from os import _exit, urandom

      class Filled(RowsChecker):
          name, summary, unit, mergeable = "filled", "rows that have a note", "number", True
          columns = [Column("note", "text", nullable=True, means="the note")]

          def start(self):
              self.rows, self.notes, self.seen = 0, [], 0

          def update(self, batch):
              self.notes += [note for note in batch["note"] if note is not None]
              self.rows += batch.rows

          def state(self):
              return [self.rows, sorted(self.notes)]

          def merge(self, states):
              self.rows = sum(state[0] for state in states)
              self.notes = sorted(note for state in states for note in state[1])

          def finish(self):
              return Measurement(len(self.notes), len(self.notes), rows=self.rows, unknown_rows=0)

      main("notes", [Filled])
      """

    /// What is replaced in it, by what, and what the test then says.
    static let broken: [(old: String, new: String, says: [String])] = [
      (
        "len(self.notes), len(self.notes)", "len(self.notes) + 1, len(self.notes) + 1",
        [
          "a.dialogue.jsonl:8:1", "answers 'finish' otherwise than was recorded",
          #"lower: recorded "3", now "4""#,
        ]
      ),
      (
        "unknown_rows=0)", "unknown_rows=0, remarks=[urandom(8).hex()])",
        ["remarks/0: recorded nothing, now"]
      ),
      (
        "return [self.rows, sorted(self.notes)]", "return [self.rows, self.notes[:1]]",
        [
          "the checker 'filled': merging the states of", "gives another measurement",
          #"lower: in one piece "2", now "1""#,
        ]
      ),
      (
        "return [self.rows, sorted(self.notes)]", "return [self.rows, self.notes]",
        ["merging the states of rows 0, 2 | no row", "gives another state", #"state/own/1/0"#]
      ),
      (
        "for state in states for note", "for state in states[:2] for note",
        ["merging the states of row", "gives another measurement"]
      ),
      (
        "self.rows += batch.rows",
        "self.rows += batch.rows; self.seen += 1\n"
          + "        if self.seen > 2: raise ValueError()",
        ["in batches of 1 gives an error: ValueError at line"]
      ),
      (
        "self.rows += batch.rows",
        "self.rows += batch.rows\n        if batch.rows == 1: _exit(7)",
        ["ended without a reply, with exit code 7", "when its rows were split"]
      ),
    ]

    static let dialogue = """
      {"send": {"type": "hello", "versions": [1], "host": "holdfast/0.1"}}
      {"expect": {"type": "hello", "version": 1, "name": "notes", "encodings": ["json-columns"]}}
      {"send": {"type": "open", "session": "1", "checker": "filled", "params": {}, "columns": [{"role": "note", "type": "text"}], "where": false, "worker": 0, "workers": 1, "limits": {}}}
      {"expect": {"type": "opened"}}
      {"send": {"type": "batch", "rows": 5, "first_row": 0}}
      {"payload": {"c": [["b", null, "a", null, "c"]]}}
      {"send": {"type": "finish", "rows": 5}}
      {"expect": {"type": "measurement", "lower": "3", "upper": "3", "unit": "number", "rows": 5, "unknown_rows": 0, "selected": 5, "certain": 5, "remarks": [], "witnesses": [], "rows_seen": 5}}
      {"send": {"type": "close"}}

      """

    private func outcome(
      _ text: String, _ dialogue: String = Trial.dialogue
    ) throws -> PluginTrial.Outcome {
      let folder = try Workdir()
      let sdk = try String(
        contentsOfFile: Place.root + "Plugins/python/holdfast_plugin.py", encoding: .utf8)
      try folder.write("holdfast_plugin.py", sdk)
      try folder.write("plugin.py", text)
      let manifest = PluginManifest(
        "notes", ["python3", "-BES", "plugin.py"], in: folder.path)
      let recording = try Recording(SourceText(name: "a.dialogue.jsonl", text: dialogue))
      return try PluginTrial(manifest, in: .usual()).run([recording])
    }

    @Test func anHonestOneHolds() throws {
      let outcome = try outcome(Self.text)
      #expect(outcome.broken.isEmpty && outcome.untested.isEmpty)
      #expect(
        outcome.held == [
          "a.dialogue.jsonl: 3 replies as recorded, 3 times",
          "a.dialogue.jsonl: 'filled' makes the same of 5 rows in any batches, and 20 splits",
        ])
    }

    @Test(arguments: broken) func whatBreaksIsShown(
      _ row: (old: String, new: String, says: [String])
    ) throws {
      let changed = Self.text.replacing(row.old, with: row.new)
      #expect(changed != Self.text)
      let outcome = try outcome(changed)
      #expect(!outcome.broken.isEmpty)
      let text = DiagnosticList(outcome.broken).rendered()
      for phrase in row.says { #expect(text.contains(phrase), "\(text)") }
    }

    /// What answers for random numbers is found by asking again, also where the record agrees.
    @Test func asksAgain() throws {
      let random = Self.text.replacing(
        "unknown_rows=0)",
        with: "unknown_rows=0, remarks=[] if urandom(1)[0] < 128 else ['odd'])")
      // One of forty times it says so.
      var text = ""
      for _ in 0..<40 where text.isEmpty {
        let folder = DiagnosticList(try outcome(random).broken).rendered()
        if folder.contains("time: ") { text = folder }
      }
      #expect(text.contains("ask for neither the time nor random numbers"), "\(text)")
    }

    @Test func whatNoRecordingMeasuresIsSaid() throws {
      let short = Self.dialogue.split(separator: "\n")
      let outcome = try outcome(
        Self.text, (short[..<2] + short.suffix(1)).joined(separator: "\n"))
      #expect(outcome.broken.isEmpty)
      #expect(
        outcome.untested.map(\.message) == [
          "no recorded dialogue has the checker 'filled' measure anything"
        ])
    }
  }
}
