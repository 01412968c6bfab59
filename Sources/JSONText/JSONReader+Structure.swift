extension JSONReader {
  /// Takes the byte with which something begins between two tokens.
  mutating func begin(_ byte: UInt8) throws(JSONError) -> JSONEvent? {
    if wanted == .nextValue, line == lastLine { wanted = .nothing }
    switch byte {
    case UInt8(ascii: "\""): return try beginText()
    case UInt8(ascii: "{"): return try open(object: true)
    case UInt8(ascii: "["): return try open(object: false)
    case UInt8(ascii: "}"): return try close(object: true)
    case UInt8(ascii: "]"): return try close(object: false)
    case UInt8(ascii: ","), UInt8(ascii: ":"): try separate(byte)
    case UInt8(ascii: "-"), 0x30...0x39:
      try want(wanted.allowsValue, byte)
      place = here
      token.removeAll(keepingCapacity: true)
      token.append(byte)
      index += 1
      state = .number(byte == UInt8(ascii: "-") ? .minus : byte == 0x30 ? .zero : .digits)
    case 0x41...0x5A, 0x61...0x7A:
      place = here
      token.removeAll(keepingCapacity: true)
      state = .word
    case 0x80...:
      token.removeAll(keepingCapacity: true)
      state = .stranger
    default: throw misplaced(byte)
    }
    return nil
  }

  private mutating func beginText() throws(JSONError) -> JSONEvent? {
    try want(wanted.allowsValue || wanted.allowsKey, UInt8(ascii: "\""))
    place = here
    token.removeAll(keepingCapacity: true)
    index += 1
    state = .text(.plain)
    return nil
  }

  private mutating func open(object: Bool) throws(JSONError) -> JSONEvent {
    try want(wanted.allowsValue, object ? UInt8(ascii: "{") : UInt8(ascii: "["))
    place = here
    guard isObject.count < limits.depth else {
      throw error(.tooDeep(limit: limits.depth), at: here)
    }
    isObject.append(object)
    if scopes.count < isObject.count { scopes.append(KeyScope()) }
    wanted = object ? .keyOrEnd : .itemOrEnd
    index += 1
    return object ? .beginObject : .beginList
  }

  private mutating func close(object: Bool) throws(JSONError) -> JSONEvent {
    let allowed =
      object
      ? wanted == .keyOrEnd || wanted == .commaOrObjectEnd
      : wanted == .itemOrEnd || wanted == .commaOrListEnd
    try want(allowed, object ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    place = here
    if object, scopes.indices.contains(isObject.count - 1) {
      openKeyBytes -= scopes[isObject.count - 1].bytes
      scopes[isObject.count - 1].clear()
    }
    isObject.removeLast()
    valueEnded()
    index += 1
    return object ? .endObject : .endList
  }

  private mutating func separate(_ byte: UInt8) throws(JSONError) {
    switch (byte, wanted) {
    case (UInt8(ascii: ":"), .colon): wanted = .memberValue
    case (UInt8(ascii: ","), .commaOrListEnd): wanted = .item
    case (UInt8(ascii: ","), .commaOrObjectEnd): wanted = .key
    default: throw misplaced(byte)
    }
    index += 1
  }

  /// A value is complete: what may follow depends on what it stands in.
  mutating func valueEnded() {
    state = .between
    guard let object = isObject.last else {
      wanted = form == .document ? .nothing : .nextValue
      lastLine = line
      return
    }
    wanted = object ? .commaOrObjectEnd : .commaOrListEnd
  }

  /// Notes a key, which must be the object's first of that name.
  mutating func keyEnded() throws(JSONError) {
    state = .between
    wanted = .colon
    let scope = isObject.count - 1
    guard scopes.indices.contains(scope) else { return }
    guard scopes[scope].insert(token) else {
      throw error(.doubleKey(tokenText), at: place)
    }
    openKeyBytes += token.count + KeyScope.cost
    guard scopes[scope].count <= limits.keys else {
      throw error(.tooManyKeys(limit: limits.keys), at: place)
    }
    guard openKeyBytes <= limits.openKeyBytes else {
      throw error(.keysTooLong(limit: limits.openKeyBytes), at: place)
    }
  }

  private func want(_ allowed: Bool, _ byte: UInt8) throws(JSONError) {
    guard allowed else { throw misplaced(byte) }
  }

  /// A sign that may not stand here.
  private func misplaced(_ byte: UInt8) -> JSONError {
    if wanted.allowsValue {
      if byte == UInt8(ascii: "+") { return error(.number(.plus), at: here) }
      if byte == UInt8(ascii: ".") { return error(.number(.noDigitBefore), at: here) }
    }
    return error(.sign(Unicode.Scalar(byte), wanted: wanted), at: here)
  }
}
