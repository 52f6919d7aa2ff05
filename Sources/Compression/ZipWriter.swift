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
    let name = Array(path.utf8)
    var shared = ZipBytes()
    // Names are UTF-8: bit 11.
    shared.add(0x0800, 2)
    shared.add(packed == nil ? 0 : 8, 2)
    shared.add(0, 2)
    shared.add(0x21, 2)
    shared.add(Deflate.checksum(content), 4)
    shared.add(body.count, 4)
    shared.add(content.count, 4)
    shared.add(name.count, 2)

    var local = ZipBytes()
    local.add(0x0403_4b50, 4)
    local.add(20, 2)
    local.bytes += shared.bytes
    local.add(0, 2)
    local.bytes += name
    local.bytes += body

    let isFar = offset > 0xffff_fffe
    var central = ZipBytes()
    central.add(0x0201_4b50, 4)
    central.add(isFar ? 45 : 20, 2)
    central.add(isFar ? 45 : 20, 2)
    central.bytes += shared.bytes
    central.add(isFar ? 12 : 0, 2)
    central.add(0, 2)
    central.add(0, 2)
    central.add(0, 2)
    central.add(0, 4)
    central.add(isFar ? 0xffff_ffff : offset, 4)
    central.bytes += name
    if isFar {
      central.add(1, 2)
      central.add(8, 2)
      central.add(offset, 8)
    }
    directory += central.bytes
    entryCount += 1
    offset += local.bytes.count
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
