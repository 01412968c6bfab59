extension Decimal {
  /// The number with commas between the thousands: `-1,234,567.50`.
  public var grouped: String {
    let parts = description.split(separator: ".", omittingEmptySubsequences: false)
    var whole = Array(parts[0])
    let first = whole.first == "-" ? 1 : 0
    var place = whole.count - 3
    while place > first {
      whole.insert(",", at: place)
      place -= 3
    }
    return String(whole) + (parts.count > 1 ? "." + parts[1] : "")
  }
}
