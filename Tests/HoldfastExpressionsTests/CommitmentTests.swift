import Exact
import HoldfastExpressions
import HoldfastModel
import Testing

@Suite struct CommitmentTests {
  /// What is wrong with a commitment, in one sentence each.
  @Test(arguments: [
    (
      Draft(condition: "amount"),
      "amount: 'where' must be a condition, true or false, but this is of type decimal "
        + "[compare it with something: amount == ...]"
    ),
    (
      Draft(among: "category"),
      "category: 'among' must be a condition, true or false, but this is of type string "
        + "[compare it with something: category == ...]"
    ),
    (
      Draft(measure: "category"),
      "category: 'measure' must be an exact number, but this is of type string "
        + "[use a column of type decimal or integer]"
    ),
    (
      Draft(leaveOut: ["count"]),
      "count: 'when' must be a condition, true or false, but this is of type int "
        + "[compare it with something: count == ...]"
    ),
    (
      Draft(measure: "amount + fee"),
      "amount + fee: the measure mixes the currencies EUR and GBP"
    ),
    (Draft(groups: ["a"]), "pack: 'groups' needs 'per'"),
    (
      Draft(per: "departmnt"),
      "pack: there is no column 'departmnt' to group by [did you mean 'department'?]"
    ),
    (Draft(per: "params.home"), "pack: there is no column 'params.home' to group by"),
    (Draft(per: "amount"), "pack: groups come from a column of texts"),
  ])
  func refuses(_ draft: Draft, _ message: String) {
    let outcome = Outcome(draft)
    #expect(outcome.messages == [message])
    #expect(outcome.commitments.isEmpty)
  }

  @Test func reportsEveryMistakeInOneGo() {
    let draft = Draft(
      among: "categry == \"x\"", condition: "amount", measure: "category", leaveOut: ["!"],
      per: "none")
    #expect(Outcome(draft).messages.count == 5)
  }

  @Test func takesTheCurrencyOfTheMeasure() throws {
    #expect(try Outcome(Draft(measure: "amount")).commitment().currency == "GBP")
    #expect(try Outcome(Draft(measure: "fee * 2.0")).commitment().currency == "EUR")
    #expect(try Outcome(Draft(measure: "count")).commitment().currency == nil)
    #expect(try Outcome(Draft(measure: nil)).commitment().currency == nil)
  }

  @Test func findsTheGroup() throws {
    let checked = try Outcome(Draft(per: "supplier.town")).commitment()
    #expect(checked.groupSlot.map { checked.schema.slots[$0].name } == "supplier.town")
  }

  @Test func wantsDatesForAPeriod() {
    let undated = institution { $0.datasets[0].periodBy = nil }
    let draft = Draft(period: .fiscalYear)
    #expect(
      Outcome(draft, undated).messages == [
        "pack: 'A-1' asks for a period, but dataset 'spend' has no dates "
          + "[add period_by: with a date column, or snapshot: with the day it describes]"
      ])
    let described = institution {
      $0.datasets[0].periodBy = nil
      $0.datasets[0].snapshot = CivilDate(year: 2024, month: 4, day: 1)
    }
    #expect(Outcome(draft, described).messages == [])
    #expect(Outcome(Draft(), undated).messages == [])
  }

  @Test func checksWhatTheDatasetKeeps() throws {
    let good = institution { $0.datasets[0].keep = ExpressionText("department == \"x\"") }
    #expect(try Outcome(Draft(), good).commitment().keep?.source.text == "department == \"x\"")
    let bad = institution { $0.datasets[0].keep = ExpressionText("departments == \"x\"") }
    #expect(Outcome(Draft(), bad).messages.count == 1)
    // A dataset knows nothing of the pack's definitions.
    let alien = institution { $0.datasets[0].keep = ExpressionText("local") }
    #expect(Outcome(Draft(), alien).messages.count == 1)
  }

  @Test func wantsTheDataset() {
    let none = institution { $0.datasets[0].name = "spends" }
    #expect(
      Outcome(Draft(), none).messages
        == ["pack: the institution has no dataset 'spend' [did you mean 'spends'?]"])
  }

  @Test func templatesAreCheckedButDoNotRun() {
    var pack = Draft().pack()
    pack.commitments[0].isTemplate = true
    #expect(Outcome(pack).messages == [] && Outcome(pack).commitments.isEmpty)
    var broken = Draft(condition: "amount").pack()
    broken.commitments[0].isTemplate = true
    #expect(Outcome(broken).messages.count == 1)
  }

  @Test func oneBadCommitmentLeavesTheOthers() {
    var pack = Draft(commitments: 2).pack()
    pack.commitments[0].per = Located("nowhere", at: pack.span)
    #expect(Outcome(pack).commitments.map(\.commitment.id) == ["A-2"])
  }
}
