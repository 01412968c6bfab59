/// The texts that cells point to by number.
final class SharedTexts: XMLHandler {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var text = RichText()
  private var depth = 0

  var count: Int { ends.count }

  /// Where a text stands in `all`; `index` must be below `count`.
  func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  /// All texts one after another.
  var all: [UInt8] { bytes }

  func open(_ name: XMLName, _ attributes: XMLAttributes) throws(XMLFault) {
    depth += 1
    switch depth {
    case 1:
      guard name.isSheet("sst") else { throw .unexpected("it is no list of shared texts") }
    case 2:
      guard name.isSheet("si") || name.local == "extLst" else {
        throw .unexpected("the shared texts have something else among them")
      }
    default: text.open(name)
    }
  }

  func close(_ name: XMLName) throws(XMLFault) {
    depth -= 1
    if depth >= 2 { return text.close() }
    guard depth == 1, name.isSheet("si") else { return }
    bytes += text.take()
    guard bytes.count <= SheetLimit.sharedText, ends.count < SheetLimit.sharedCount else {
      throw .unexpected("the shared texts have more than \(SheetLimit.sharedText >> 20) MiB")
    }
    ends.append(UInt32(bytes.count))
  }

  func text(_ piece: Span<UInt8>) throws(XMLFault) {
    guard depth > 2 else { return }
    guard text.add(piece) else {
      throw .unexpected("a shared text is longer than \(SheetLimit.cell) bytes")
    }
  }
}
