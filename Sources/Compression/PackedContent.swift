private import CZlib

/// A file of a ZIP that is made piece by piece: deflated on the way into files without a name, so that its size costs no
/// memory.
///
/// It may have sections, which are written side by side and stand one after another in the file, those with lower
/// numbers first.
public final class PackedContent {
  private var sections: [Int: PackedSection] = [:]

  /// A file without bytes.
  public init() {}

  /// Adds bytes at the end of a section.
  public func append(_ bytes: [UInt8], section: Int = 0) throws {
    let open: PackedSection
    if let known = sections[section] {
      open = known
    } else {
      open = try PackedSection()
      sections[section] = open
    }
    try open.append(bytes)
  }

  /// Ends all sections.
  ///
  /// - Returns: CRC-32 and size of the whole, and the size deflated.
  func finish() throws -> (checksum: Int, byteCount: Int, packedCount: Int) {
    var checksum: UInt = 0
    var byteCount = 0
    var packedCount = PackedSection.end.count
    for (_, section) in sections.sorted(by: { $0.key < $1.key }) {
      try section.finish()
      checksum = crc32_combine(checksum, section.checksum, section.byteCount)
      byteCount += section.byteCount
      packedCount += section.packedCount
    }
    return (Int(checksum), byteCount, packedCount)
  }

  /// Hands out what ``finish()`` counted, in pieces.
  func forEachPiece(_ body: ([UInt8]) throws -> Void) throws {
    for (_, section) in sections.sorted(by: { $0.key < $1.key }) {
      try section.forEachPiece(body)
    }
    try body(PackedSection.end)
  }
}

/// A stretch of deflated bytes (RFC 1951) that ends at a byte but without the mark of the last block, so that another may
/// follow it.
@safe private final class PackedSection {
  /// An empty last block.
  static let end: [UInt8] = [3, 0]
  private static let pieceCount = 1 << 16

  private(set) var checksum: UInt = 0
  private(set) var byteCount = 0
  private let spool: SpooledFile
  private let stream: UnsafeMutablePointer<z_stream>
  private var waiting: [UInt8] = []

  var packedCount: Int { spool.byteCount }

  init() throws {
    spool = try SpooledFile()
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    guard unsafe czlib_start_bare_deflate(stream) == Z_OK else {
      throw CompressionError(description: "zlib cannot start")
    }
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deinitialize(count: 1)
    unsafe stream.deallocate()
  }

  func append(_ bytes: [UInt8]) throws {
    waiting += bytes
    if waiting.count >= PackedSection.pieceCount { try pack(Z_NO_FLUSH) }
  }

  func finish() throws { try pack(Z_SYNC_FLUSH) }

  func forEachPiece(_ body: ([UInt8]) throws -> Void) throws {
    var offset = 0
    while offset < spool.byteCount {
      let piece = try spool.read(at: offset, byteCount: PackedSection.pieceCount)
      guard !piece.isEmpty else { break }
      try body(piece)
      offset += piece.count
    }
  }

  private func pack(_ flush: Int32) throws {
    // zlib counts in 32 bits.
    var rest = waiting[...]
    waiting = []
    repeat {
      var input = Array(rest.prefix(1 << 30))
      rest = rest.dropFirst(input.count)
      byteCount += input.count
      try unsafe input.withUnsafeMutableBufferPointer { source in
        unsafe checksum = crc32(checksum, source.baseAddress, UInt32(source.count))
        unsafe stream.pointee.next_in = source.baseAddress
        unsafe stream.pointee.avail_in = UInt32(source.count)
        try deflateAll(rest.isEmpty ? flush : Z_NO_FLUSH)
      }
    } while !rest.isEmpty
  }

  private func deflateAll(_ flush: Int32) throws {
    var isFull = true
    while isFull {
      var status = Z_OK
      let output = unsafe [UInt8](unsafeUninitializedCapacity: PackedSection.pieceCount) {
        target, count in
        unsafe stream.pointee.next_out = target.baseAddress
        unsafe stream.pointee.avail_out = UInt32(target.count)
        status = unsafe deflate(stream, flush)
        count = unsafe target.count - Int(stream.pointee.avail_out)
      }
      // No progress is possible where there was nothing left to do.
      guard status == Z_OK || status == Z_BUF_ERROR else {
        throw CompressionError(description: "zlib failed with \(status)")
      }
      try spool.write(output)
      isFull = output.count == PackedSection.pieceCount
    }
  }
}
