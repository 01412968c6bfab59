/// Texts in files that spreadsheet programs open: an apostrophe in front keeps such a program from
/// running a cell as a formula, and from making a number or a day of it.
public enum GuardedText {
  /// The text with an apostrophe in front, where it needs one.
  public static func guarded(_ text: String) -> String { needsGuard(text) ? "'" + text : text }

  /// The text with an apostrophe in front where a program would run it: for files that are read and
  /// do not come back.
  public static func inert(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    return leading.contains(first) && first != "'" && first != " " ? "'" + text : text
  }

  /// The text that was guarded: without one apostrophe in front, if there is one.
  public static func unguarded(_ text: String) -> String {
    text.utf8.first == apostrophe ? String(decoding: text.utf8.dropFirst(), as: UTF8.self) : text
  }

  private static let apostrophe = UInt8(ascii: "'")

  /// Signs that begin a formula, or are taken away; wide ones are read as formulas in East Asia.
  private static let leading: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "'", " ", "\u{A0}", "＝", "＋", "－", "＠",
  ]

  /// Words of Excel for truth values, in the languages of its larger editions.
  private static let words: Set<String> = [
    "true", "false", "wahr", "falsch", "vrai", "faux", "verdadero", "falso", "vero",
  ]

  /// The beginnings of months' names in those languages.
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mai",
    "mär", "mrz", "okt", "dez", "fév", "avr", "jui", "aoû", "déc", "ene", "abr", "ago", "dic",
    "gen", "mag", "giu", "lug", "set", "ott", "out", "fev", "mei", "maa",
  ]

  /// Letters behind digits that are part of a number or a time of day.
  private static let marks: Set<String> = ["e", "a", "p", "am", "pm"]

  private static func needsGuard(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    if leading.contains(first) || words.contains(text.lowercased()) { return true }
    let digits = text.utf8.count { (0x30...0x39).contains($0) }
    guard digits > 0 else { return false }
    // A whole number of few digits comes back as it was.
    if digits == text.utf8.count { return digits > 11 || (first == "0" && digits > 1) }
    let beginsWithLetter = first.properties.isAlphabetic
    let runs = text.lowercased().split { !$0.isLetter }.map(String.init)
    return runs.allSatisfy { run in
      months.contains { run.hasPrefix($0) } || (!beginsWithLetter && marks.contains(run))
    }
  }
}
