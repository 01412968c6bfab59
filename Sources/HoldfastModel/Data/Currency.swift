/// How currencies are written.
public enum Currency {
  /// The signs that amounts may be written with, and the codes they stand for.
  public static let signs: KeyValuePairs<String, String> = ["£": "GBP", "$": "USD", "€": "EUR"]

  /// What stands before an amount of a currency: its sign, or its code and a blank.
  public static func prefix(_ code: String) -> String {
    signs.first { $0.value == code }?.key ?? code + " "
  }
}
