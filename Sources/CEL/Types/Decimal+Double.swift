import Exact

extension Decimal {
  /// The decimal of exactly the same value as a double, where 38 digits hold it.
  init?(exactly double: Double) {
    guard let whole = Int128(cutting: double) else { return nil }
    if Double(whole) == double {
      self.init(coefficient: whole, scale: 0)
      return
    }
    // A fraction with k binary places has k decimal places: m / 2^k = m * 5^k / 10^k.
    let places = Int(double.significandWidth) - Int(double.exponent)
    guard (1...Self.maximumScale).contains(places) else { return nil }
    let power = Double(sign: .plus, exponent: places, significand: 1)
    var scaled = Int128(cutting: double * power)
    for _ in 0..<places {
      guard let (product, overflow) = scaled?.multipliedReportingOverflow(by: 5), !overflow else {
        return nil
      }
      scaled = product
    }
    guard let scaled else { return nil }
    self.init(coefficient: scaled, scale: places)
  }
}

extension Int128 {
  /// A double without its fraction; nil from 2^126 on. The standard library's own conversion calls
  /// the C library's mathematics, which nothing else here needs to be linked with.
  init?(cutting double: Double) {
    guard double.magnitude < 0x1p126 else { return nil }
    if double.magnitude < 0x1p62 {
      self.init(Int64(double))
    } else {
      let digits = Int128(double.significandBitPattern | 1 << 52) << Int128(double.exponent - 52)
      self = double < 0 ? -digits : digits
    }
  }
}
