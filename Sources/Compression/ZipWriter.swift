private import CZlib

/// Writes a ZIP file piece by piece (PKWARE APPNOTE 6.3.10, with the Zip64 records where they are needed).
///
/// libarchive writes ZIP too, but always with extra fields, which the first entry of an EPUB may not have (OCF 3.3 §4.2).
/// Every entry bears the first day of the format, 1 January 1980, so that the same content gives the same bytes.
public struct ZipWriter: Sendable {
  private var directory: [UInt8] = []
  private var entryCount = 0
  private var offset = 0

  /// A file without entries.
  public init() {}

  /// The bytes of one more entry.
  ///
  /// - Parameters:
  ///   - path: The name inside the file, with `/` between folders.
  ///   - isStored: Whether the content stands there as it is; else it is deflated.
  /// - Complexity: Linear; holds the entry in memory.
  public mutating func entry(_ path: String, _ content: [UInt8], isStored: Bool = false) -> [UInt8]
  {
    let packed = isStored ? nil : Deflate.packed(content)
    let body = packed ?? content
    return add(
      Entry(
        name: Array(path.utf8), isDeflated: packed != nil, checksum: Deflate.checksum(content),
        byteCount: content.count, packedCount: body.count)) + body
  }

  /// Writes an entry that was made piece by piece.
  ///
  /// - Parameter write: Takes the bytes of the entry in order.
  public mutating func entry(
    _ path: String, _ content: PackedContent, write: ([UInt8]) throws -> Void
  ) throws {
    let (checksum, byteCount, packedCount) = try content.finish()
    try write(
      add(
        Entry(
          name: Array(path.utf8), isDeflated: true, checksum: checksum, byteCount: byteCount,
          packedCount: packedCount)))
    try content.forEachPiece(write)
  }

  private struct Entry {
    var name: [UInt8]
    var isDeflated: Bool
    var checksum: Int
    var byteCount: Int
    var packedCount: Int

    /// Whether its sizes need more than 32 bits.
    var isLarge: Bool { max(byteCount, packedCount) > 0xffff_fffe }

    /// What the local and the central header share.
    var shared: [UInt8] {
      var shared = ZipBytes()
      // Names are UTF-8: bit 11.
      shared.add(0x0800, 2)
      shared.add(isDeflated ? 8 : 0, 2)
      shared.add(0, 2)
      shared.add(0x21, 2)
      shared.add(checksum, 4)
      shared.add(isLarge ? 0xffff_ffff : packedCount, 4)
      shared.add(isLarge ? 0xffff_ffff : byteCount, 4)
      shared.add(name.count, 2)
      return shared.bytes
    }
  }

  /// Notes an entry for the table of contents.
  ///
  /// - Returns: Its local header; its bytes follow.
  private mutating func add(_ entry: Entry) -> [UInt8] {
    var sizes = ZipBytes()
    if entry.isLarge {
      sizes.add(entry.byteCount, 8)
      sizes.add(entry.packedCount, 8)
    }
    var local = ZipBytes()
    local.add(0x0403_4b50, 4)
    local.add(entry.isLarge ? 45 : 20, 2)
    local.bytes += entry.shared
    local.addFarExtra(sizes, isLengthOnly: true)
    local.bytes += entry.name
    local.addFarExtra(sizes, isLengthOnly: false)

    let isFar = offset > 0xffff_fffe
    if isFar { sizes.add(offset, 8) }
    let version = isFar || entry.isLarge ? 45 : 20
    var central = ZipBytes()
    central.add(0x0201_4b50, 4)
    central.add(version, 2)
    central.add(version, 2)
    central.bytes += entry.shared
    central.addFarExtra(sizes, isLengthOnly: true)
    central.add(0, 2)
    central.add(0, 2)
    central.add(0, 2)
    central.add(0, 4)
    central.add(isFar ? 0xffff_ffff : offset, 4)
    central.bytes += entry.name
    central.addFarExtra(sizes, isLengthOnly: false)
    directory += central.bytes
    entryCount += 1
    offset += local.bytes.count + entry.packedCount
    return local.bytes
  }

  /// The table of contents that ends the file.
  public func end() -> [UInt8] {
    var end = ZipBytes()
    end.bytes = directory
    let isLarge = entryCount > 0xfffe || offset > 0xffff_fffe
    if isLarge {
      end.add(0x0606_4b50, 4)
      end.add(44, 8)
      end.add(45, 2)
      end.add(45, 2)
      end.add(0, 4)
      end.add(0, 4)
      end.add(entryCount, 8)
      end.add(entryCount, 8)
      end.add(directory.count, 8)
      end.add(offset, 8)
      end.add(0x0706_4b50, 4)
      end.add(0, 4)
      end.add(offset + directory.count, 8)
      end.add(1, 4)
    }
    end.add(0x0605_4b50, 4)
    end.add(0, 4)
    end.add(min(entryCount, 0xffff), 2)
    end.add(min(entryCount, 0xffff), 2)
    end.add(min(directory.count, 0xffff_ffff), 4)
    end.add(isLarge ? 0xffff_ffff : offset, 4)
    end.add(0, 2)
    return end.bytes
  }
}

/// Numbers in the byte order of ZIP, the lowest byte first.
private struct ZipBytes {
  var bytes: [UInt8] = []

  mutating func add(_ number: Int, _ byteCount: Int) {
    for place in 0..<byteCount {
      bytes.append(UInt8(truncatingIfNeeded: number >> (8 * place)))
    }
  }

  /// The extra field of Zip64 with numbers of 64 bits, or how long it is; nothing where there are none.
  mutating func addFarExtra(_ numbers: ZipBytes, isLengthOnly: Bool) {
    if isLengthOnly {
      add(numbers.bytes.isEmpty ? 0 : numbers.bytes.count + 4, 2)
    } else if !numbers.bytes.isEmpty {
      add(1, 2)
      add(numbers.bytes.count, 2)
      bytes += numbers.bytes
    }
  }
}

/// DEFLATE (RFC 1951) and CRC-32 as zlib computes them.
private enum Deflate {
  /// The content packed; nil where that would not make it shorter.
  static func packed(_ content: [UInt8]) -> [UInt8]? {
    guard content.count > 64 else { return nil }
    var stream = unsafe z_stream()
    guard unsafe czlib_start_bare_deflate(&stream) == Z_OK else { return nil }
    defer { unsafe deflateEnd(&stream) }
    var input = content
    let bound = Int(unsafe deflateBound(&stream, UInt(content.count)))
    var status = Z_OK
    let output = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe [UInt8](unsafeUninitializedCapacity: bound) { target, byteCount in
        unsafe stream.next_in = source.baseAddress
        unsafe stream.avail_in = UInt32(clamping: source.count)
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = UInt32(clamping: target.count)
        status = unsafe deflate(&stream, Z_FINISH)
        byteCount = unsafe target.count - Int(stream.avail_out)
      }
    }
    return status == Z_STREAM_END && output.count < content.count ? output : nil
  }

  static func checksum(_ content: [UInt8]) -> Int {
    unsafe content.withUnsafeBufferPointer { source in
      unsafe Int(crc32(0, source.baseAddress, UInt32(clamping: source.count)))
    }
  }
}
