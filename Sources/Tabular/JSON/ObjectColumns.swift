/// What the declared columns say about a file of objects.
enum ObjectColumns {
  /// The headers that columns are declared under, each as often as some column needs it.
  static func declared(_ schema: [ColumnSchema]) -> [String] {
    var headers: [String] = []
    var width = 0
    for column in schema {
      switch column.origin {
      case .constant, .fileName: continue
      case .position(let position): width = max(width, min(position, HeaderMap.limit))
      case .headers(let names):
        guard let name = names.first else { continue }
        let there = headers.count { $0.utf8.elementsEqual(name.text.utf8) }
        let missing = max(0, min(name.nth ?? 1, HeaderMap.limit) - there)
        headers += Array(repeating: name.text, count: missing)
      }
    }
    return headers + Array(repeating: "", count: max(0, width - headers.count))
  }

  /// The columns in which a schema gives blank cells a meaning.
  static func meaningful(
    _ schema: [ColumnSchema], _ headers: [String], _ order: [Int]
  ) -> Set<Int> {
    var result: Set<Int> = []
    for column in schema where column.blank != .unknown {
      switch column.origin {
      case .constant, .fileName: continue
      case .position(let position):
        if order.indices.contains(position - 1) { result.insert(order[position - 1]) }
      case .headers(let names):
        let wanted = names.map { HeaderText.folded($0.text) }
        for (header, index) in zip(headers, order) where wanted.contains(HeaderText.folded(header))
        {
          result.insert(index)
        }
      }
    }
    return result
  }
}
