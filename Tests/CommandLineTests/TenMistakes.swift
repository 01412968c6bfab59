/// A pack with ten mistakes, each of another kind, and where each stands.
enum TenMistakes {
  static let pack = """
    pack: fair
    titel: Fair spending
    version: 1.0.0
    effective: 2024-02-30
    commitments:
      - id: A
        title: First
        check: shair
        of: spend
        where: department == "Parks"
        target: ">= 25%"
      - id: B
        title: Second
        check: share
        of: spend
        measure: amonut
        where: department == "Parks"
        period: fiscal_yaer
        target: ">= 25"
      - id: B
        title: Third
        check: share
        of: spend
        measure: amount
        where: amount + 1
        target: "about 25%"
        enforcement: blokc
      - id: C
        title: Fourth
        check: share
        of: spnd
        measure: amount
        where: department ==
        target: ">= 25%"

    """

  struct Mistake {
    let place: String
    /// The text that the caret stands under.
    let at: String
    let says: String
    let help: String
  }

  static let all = [
    Mistake(place: "2:1", at: "titel", says: "unknown key", help: "did you mean 'title'?"),
    Mistake(place: "4:12", at: "2024-02-30", says: "not a date", help: "write a day that exists"),
    Mistake(
      place: "8:12", at: "shair", says: "no checker", help: "the checkers are composite"),
    Mistake(place: "16:14", at: "amonut", says: "'amonut'", help: "did you mean 'amount'?"),
    Mistake(
      place: "18:13", at: "fiscal_yaer", says: "unknown period", help: "did you mean 'fiscal_year'?"
    ),
    Mistake(place: "19:14", at: ">= 25", says: "measured in percent", help: "write for example"),
    Mistake(place: "20:9", at: "B", says: "the id 'B' is used twice", help: "an id of its own"),
    Mistake(place: "25:12", at: "amount + 1", says: "must be a condition", help: "compare it with"),
    Mistake(place: "26:14", at: "about 25%", says: "a target begins with", help: "in quotes"),
    Mistake(
      place: "27:18", at: "blokc", says: "must be one of block", help: "did you mean 'block'?"),
    Mistake(place: "31:9", at: "spnd", says: "no dataset 'spnd'", help: "did you mean 'spend'?"),
    // An expression that ends early is wrong whatever dataset it is about.
    Mistake(place: "33:25", at: "", says: "expression", help: "help:"),
  ]
}
