private import Foundation

/// What the allocator keeps for later.
public enum FreeMemory {
  /// Returns freed memory to the system, between two phases that need much; does nothing where the C library has no
  /// `malloc_trim`.
  public static func giveBack() {
    typealias Trim = @convention(c) (Int) -> CInt
    guard let address = unsafe dlsym(UnsafeMutableRawPointer(bitPattern: 0), "malloc_trim") else {
      return
    }
    _ = unsafe unsafeBitCast(address, to: Trim.self)(0)
  }
}
