import CExpat

/// Reads XML in blocks with expat, in any encoding that expat knows, and refuses what workbooks
/// never have and attacks need: document types (so no entities), endless elements, deep nesting.
@safe final class XMLReader {
  /// How deeply elements may nest.
  static let deepest = 100
  /// How many bytes may be waiting for the end of an element's head or of a comment.
  static let longest = 4 << 20
  /// Stands between namespace and name; no XML can hold it.
  static let separator: CChar = 1

  private let parser: OpaquePointer
  private let handler: any XMLHandler
  private var fault: XMLFault?
  private var depth = 0
  private var taken: Int64 = 0

  init(_ handler: any XMLHandler) throws(XMLFault) {
    guard let parser = unsafe XML_ParserCreateNS(nil, Self.separator) else { throw .noMemory }
    unsafe self.parser = parser
    self.handler = handler
    // The parser lives no longer than this object, and calls back only while it is fed.
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { data, name, attributes in unsafe XMLReader.of(data)?.open(name, attributes) },
      { data, name in unsafe XMLReader.of(data)?.close(name) })
    unsafe XML_SetCharacterDataHandler(parser) { data, text, count in
      unsafe XMLReader.of(data)?.text(text, count)
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      unsafe XMLReader.of(data)?.stop(.documentType)
    }
  }

  deinit { unsafe XML_ParserFree(parser) }

  /// Reads on with the first `count` bytes of a block; `isLast` ends the text.
  func feed(_ block: [UInt8], _ count: Int, isLast: Bool) throws(XMLFault) {
    let status = unsafe block.withUnsafeBufferPointer { bytes in
      let start = unsafe UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
      return unsafe XML_Parse(parser, start, Int32(min(count, bytes.count)), isLast ? 1 : 0)
    }
    if let fault { throw fault }
    guard status == XML_STATUS_OK else { throw malformed() }
    taken += Int64(count)
    let reached = unsafe Int64(XML_GetCurrentByteIndex(parser))
    guard isLast || taken - max(0, reached) <= Self.longest else { throw .tooLong }
  }

  private func malformed() -> XMLFault {
    let code = unsafe XML_GetErrorCode(parser)
    if code == XML_ERROR_NO_MEMORY { return .noMemory }
    let words = unsafe XML_ErrorString(code).flatMap { unsafe String(validatingCString: $0) }
    return .malformed(
      words ?? "not XML", line: unsafe Int(XML_GetCurrentLineNumber(parser)),
      column: unsafe Int(XML_GetCurrentColumnNumber(parser)) + 1)
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> XMLReader? {
    unsafe data.map { unsafe Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
  }

  private func stop(_ fault: XMLFault) {
    if self.fault == nil { self.fault = fault }
    unsafe XML_StopParser(parser, 0)
  }

  private func open(
    _ name: UnsafePointer<CChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard fault == nil, let name = unsafe name else { return }
    depth += 1
    guard depth <= Self.deepest else { return stop(.tooDeep) }
    do throws(XMLFault) {
      try handler.open(unsafe XMLName(name), unsafe XMLAttributes(attributes))
    } catch {
      stop(error)
    }
  }

  private func close(_ name: UnsafePointer<CChar>?) {
    guard fault == nil, let name = unsafe name else { return }
    depth -= 1
    do throws(XMLFault) { try handler.close(unsafe XMLName(name)) } catch { stop(error) }
  }

  private func text(_ text: UnsafePointer<CChar>?, _ count: Int32) {
    guard fault == nil, let text = unsafe text else { return }
    let bytes = unsafe UnsafeRawBufferPointer(start: text, count: Int(count))
    let span = unsafe bytes.bindMemory(to: UInt8.self).span
    do throws(XMLFault) { try handler.text(span) } catch { stop(error) }
  }
}
