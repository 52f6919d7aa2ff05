private import CZstd

/// Compresses and restores byte strings with Zstandard (RFC 8878).
///
/// Owns its working memory, so one codec serves many calls; not `Sendable`.
@safe public final class ZstandardCodec {
  /// Level 1 takes half the time of the library's own choice, 3, for texts that come out a twentieth longer.
  private static let level: CInt = 1

  private var compressor: OpaquePointer?
  private var decompressor: OpaquePointer?

  /// Makes a codec; it takes memory for what it is used for.
  public init() {}

  deinit {
    unsafe ZSTD_freeCCtx(compressor)
    unsafe ZSTD_freeDCtx(decompressor)
  }

  /// Compresses `content` into one frame that states its size.
  public func compress(_ content: Span<UInt8>) -> [UInt8] {
    if unsafe compressor == nil { unsafe compressor = ZSTD_createCCtx() }
    let bound = ZSTD_compressBound(content.count)
    return unsafe [UInt8](unsafeUninitializedCapacity: bound) { buffer, byteCount in
      let written = unsafe content.withUnsafeBufferPointer { source in
        unsafe ZSTD_compressCCtx(
          compressor, buffer.baseAddress, buffer.count, source.baseAddress, source.count,
          ZstandardCodec.level)
      }
      byteCount = ZSTD_isError(written) == 0 ? written : 0
    }
  }

  /// Restores one frame.
  ///
  /// - Parameter limit: The most bytes that are restored.
  /// - Throws: ``CompressionError`` when the frame is damaged or larger than `limit`.
  public func decompress(_ frame: Span<UInt8>, limit: Int = 1 << 31) throws -> [UInt8] {
    let stated = unsafe frame.withUnsafeBufferPointer { source in
      unsafe ZSTD_getFrameContentSize(source.baseAddress, source.count)
    }
    guard stated <= UInt64(limit) else {
      throw CompressionError(description: "not a frame of stored text")
    }
    if unsafe decompressor == nil { unsafe decompressor = ZSTD_createDCtx() }
    var isDamaged = false
    let content = unsafe [UInt8](unsafeUninitializedCapacity: Int(stated)) { buffer, byteCount in
      let written = unsafe frame.withUnsafeBufferPointer { source in
        unsafe ZSTD_decompressDCtx(
          decompressor, buffer.baseAddress, buffer.count, source.baseAddress, source.count)
      }
      isDamaged = ZSTD_isError(written) != 0 || written != Int(stated)
      byteCount = isDamaged ? 0 : written
    }
    guard !isDamaged else { throw CompressionError(description: "damaged frame of stored text") }
    return content
  }
}
