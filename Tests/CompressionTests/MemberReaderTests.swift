import Compression
import TestSupport
import Testing

/// A member as a test compares it.
private struct Read: Equatable {
  var path: String
  var text: String

  init(_ path: String, _ text: String) {
    self.path = path
    self.text = text
  }
}

/// Hands out bytes in pieces of one size.
private func supply(_ bytes: [UInt8], pieceByteCount: Int = 1 << 16) -> MemberReader.Supply {
  var offset = 0
  return {
    let end = min(bytes.count, offset + pieceByteCount)
    defer { offset = end }
    return Array(bytes[offset..<end])
  }
}

/// All members of an input, and the error that ended it.
private func members(
  of bytes: [UInt8], pieceByteCount: Int = 1 << 16
) -> (read: [Read], failure: (any Error)?) {
  var read: [Read] = []
  do {
    let reader = try MemberReader(supply: supply(bytes, pieceByteCount: pieceByteCount))
    while let member = try reader.nextMember() {
      read.append(Read(member.path, ""))
      while case let chunk = try reader.read(), !chunk.isEmpty {
        read[read.count - 1].text += String(decoding: chunk, as: UTF8.self)
      }
    }
    return (read, nil)
  } catch {
    return (read, error)
  }
}

struct MemberReaderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let paths: [String]
    let texts: [String]
  }

  static let lines = "one line\nanother line\n"

  static let cases: [Case] = [
    Case(
      testDescription: "plain bytes are one member without a path", bytes: Array(lines.utf8),
      paths: [""], texts: [lines]),
    Case(
      testDescription: "gzip is one member without a path", bytes: Bundles.gzip, paths: [""],
      texts: [lines]),
    Case(
      testDescription: "gzip pieces in a row are one member",
      bytes: Bundles.gzip + Bundles.gzip + Bundles.gzip, paths: [""], texts: [lines + lines + lines]
    ),
    Case(
      testDescription: "a compressed tar shows its files and not its folders",
      bytes: Bundles.tarGzip, paths: ["lists/a.txt", "lists/b.txt"], texts: ["first\n", "second\n"]),
    Case(
      testDescription: "a zip shows its files", bytes: Bundles.zip, paths: ["a.txt", "b.txt"],
      texts: ["first\n", "second\n"]),
  ]

  @Test("an input is opened by its content", arguments: cases)
  func isOpenedByContent(_ item: Case) {
    let (read, failure) = members(of: item.bytes)
    #expect(failure == nil)
    #expect(read.map(\.path) == item.paths)
    #expect(read.map(\.text) == item.texts)
  }

  @Test("the size of the pieces that come in does not matter", arguments: cases)
  func sizeOfPiecesDoesNotMatter(_ item: Case) {
    for size in [1, 2, 7, 100] {
      let (read, failure) = members(of: item.bytes, pieceByteCount: size)
      #expect(failure == nil)
      #expect(read.map(\.path) == item.paths && read.map(\.text) == item.texts)
    }
  }

  @Test func bundlesInBundlesAreLeftToTheCaller() {
    let (read, failure) = members(of: gzip(tar([("inner.zip", Bundles.zip)])))
    #expect(failure == nil)
    #expect(read.map(\.path) == ["inner.zip"])
    #expect(read.first?.text.hasPrefix("PK") == true)
  }

  @Test func anEmptyInputHasNoMembersOrAnEmptyOne() {
    let (read, failure) = members(of: [])
    #expect(failure == nil && read.allSatisfy { $0.text.isEmpty })
  }

  @Test func aMemberStatesWhenItWasChanged() throws {
    let reader = try MemberReader(supply: supply(Bundles.tarGzip))
    #expect(try reader.nextMember()?.modified == 1_326_700_800)
    let plain = try MemberReader(supply: supply(Array("words".utf8)))
    let member = try plain.nextMember()
    #expect(member?.path == "" && member?.modified == nil)
  }

  @Test func aTruncatedGzipGivesWhatItHasAndThenFails() throws {
    let content = noise(1_000_000)
    let reader = try MemberReader(supply: supply(gzip(content, isWhole: false)))
    let member = try reader.nextMember()
    #expect(member != nil)
    var read: [UInt8] = []
    let failure = #expect(throws: CompressionError.self) {
      while case let chunk = try reader.read(), !chunk.isEmpty { read += chunk }
    }
    #expect(failure?.description.isEmpty == false)
    #expect(content.starts(with: read))
    // The last block that libarchive unpacks, 64 KiB, may be lost, no more.
    #expect(read.count >= content.count - (1 << 16))
  }

  @Test func aTinyGzipThatIsCutOffIsAnErrorInWords() {
    let (read, failure) = members(of: Array(Bundles.gzip.dropLast(8)))
    #expect(read.allSatisfy { $0.text.isEmpty })
    #expect((failure as? CompressionError)?.description.contains("truncated") == true)
  }

  @Test func aDamagedBundleKeepsTheMembersBeforeTheDamage() {
    let half = Array(Bundles.zip[..<60])
    let (read, failure) = members(of: half)
    #expect(read.first == Read("a.txt", "first\n"))
    #expect(failure is CompressionError)
  }

  @Test func anErrorOfTheSupplyComesThrough() throws {
    struct Unplugged: Error {}
    var callCount = 0
    #expect(throws: Unplugged.self) {
      let reader = try MemberReader {
        callCount += 1
        if callCount > 1 { throw Unplugged() }
        return Array(Bundles.gzip.prefix(20))
      }
      _ = try reader.nextMember()
      while case let chunk = try reader.read(), !chunk.isEmpty {}
    }
  }

  @Test func aMemberMayBeLeftUnread() throws {
    let reader = try MemberReader(supply: supply(Bundles.tarGzip))
    _ = try reader.nextMember()
    #expect(try reader.nextMember()?.path == "lists/b.txt")
    #expect(try reader.read() == Array("second\n".utf8))
  }

  private static let named = [Read("münchen.txt", "first\n"), Read("łódź.txt", "second\n")]

  @Test func namesInATarAreReadAsUTF8() {
    let (read, failure) = members(of: Bundles.tarWithNames)
    #expect(failure == nil)
    #expect(read == Self.named)
  }

  @Test func namesInAZipAreReadAsUTF8WhateverTheLocale() {
    let (read, failure) = members(of: Bundles.zipWithNames)
    #expect(failure == nil)
    #expect(read == Self.named)
  }

  @Test(
    "noise is read as it is or refused, never hung on",
    arguments: [
      [0x1f, 0x8b], [0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 0], [0x50, 0x4b, 0x03, 0x04],
      [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], [0x42, 0x5a, 0x68, 0x39], [0x28, 0xb5, 0x2f, 0xfd],
      [0x04, 0x22, 0x4d, 0x18], [0x4c, 0x5a, 0x49, 0x50], [0x1f, 0x9d],
    ] as [[UInt8]])
  func noiseEnds(signature: [UInt8]) {
    for byteCount in [0, 1, 100, 70_000] {
      let (read, _) = members(of: signature + noise(byteCount))
      #expect(read.count <= 1)
    }
  }
}
