import Testing

/// Awards of contracts, released after the Open Contracting Data Standard.
@Suite struct AwardTests {
  private static let releases = """
    [{"ocid": "o1", "date": "2024-01-01T00:00:00Z", "id": "1", "awards": [{"id": "A",
      "value": {"amount": 10, "currency": "EUR"}, "suppliers": [{"id": "s1", "name": "Ann"}]}]}]
    """

  private func workdir(_ currency: String, _ more: String = "") throws -> Workdir {
    let workdir = try Workdir()
    try workdir.write("data/releases.json", Self.releases)
    try workdir.write(
      "data/institution.yaml",
      """
      institution: Northgate
      currency: GBP
      datasets:
        awards:
          files: releases.json
          format: { kind: ocds }
          value: { per: [ocid, award] }
          columns:
            ocid: {}
            award: { from: awards.id }
            amount: { from: awards.value.amount, type: decimal\(currency) }\(more)

      """)
    try workdir.write(
      "pack.yaml",
      """
      pack: p
      version: 1.0.0
      commitments:
        - { id: A, title: a, check: total, of: awards, measure: amount, target: ">= £1" }

      """)
    return workdir
  }

  @Test func aCurrencyThatNobodyReadsIsSaid() throws {
    try workdir("").run(Sample.check).expect(
      exit: 0, ["'amount' is all taken for GBP, though 'awards.value.currency' says"])
  }

  @Test func aCurrencyWithoutRateIsNoPound() throws {
    let column = "\n      code: { from: awards.value.currency }"
    try workdir(", currency: { column: code }", column).run(Sample.check).expect(
      exit: 2, ["1 in EUR without a rate"], never: ["all taken for GBP"])
  }
}
