import SourceBytes
import Testing

@testable import Ingest

struct ContentKindTests {
  static let table: [(String, [UInt8], ContentKind)] = [
    ("no bytes", [], .empty),
    ("gzip", [0x1f, 0x8b, 0x08, 0, 0], .bundle),
    ("bzip2", Array("BZh91AY&SY".utf8), .bundle),
    ("xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00, 0x00], .bundle),
    ("Zstandard", [0x28, 0xb5, 0x2f, 0xfd, 0x04], .bundle),
    ("zip", [0x50, 0x4b, 0x03, 0x04, 0x14], .bundle),
    ("compress", [0x1f, 0x9d, 0x90], .bundle),
    ("tar", [UInt8](repeating: 0x61, count: 257) + Array("ustar\u{0}00".utf8), .bundle),
    (
      "an mbox of an exporter without addresses", Array("From \nList-Id: <a.example.org>\n".utf8),
      .mbox
    ),
    ("an mbox of Mozilla's kind", Array("From -\nFrom: ada@example.org\n".utf8), .mbox),
    ("an mbox", Array("From ada@example.org Mon Jan 16 08:00:00 2012\nFrom: a\n".utf8), .mbox),
    (
      "an mbox after a byte order mark and empty lines",
      [0xef, 0xbb, 0xbf] + Array("\r\n\nFrom a Mon Jan 16 08:00:00 2012\n".utf8), .mbox
    ),
    ("a sentence that begins with From", Array("From here on all is text.\n".utf8), .text),
    ("a message", Array("From: Ada <ada@example.org>\nSubject: plan\n\nText\n".utf8), .message),
    (
      "a message with CRLF", Array("Received: by x\r\n\tfor y\r\nDate: z\r\n\r\nText".utf8),
      .message
    ),
    (
      "a message under a quoted separator",
      Array(">From ada Mon Jan 16 2012\nFrom: Ada\nTo: Ben\n\nText".utf8), .message
    ),
    (
      "a message of parts alone",
      Array("Content-Type: Multipart/mixed; boundary=x\n\n--x\n".utf8), .message
    ),
    (
      "a message that says how it is encoded",
      Array("Content-Type: text/plain\nContent-Transfer-Encoding: 8bit\n\nText".utf8), .message
    ),
    (
      "a message with blanks before its colons",
      Array("Fro :Ada\nDate : now\nSubject\t: plan\n\nText".utf8), .message
    ),
    ("what a web server answers", Array("Content-Type: text/plain\n\nText".utf8), .text),
    (
      "a message whose header nothing ends",
      Array("From: Ada\nTo: Ben\nDate: now\nText\n".utf8), .message
    ),
    ("a text with a few labels", Array("To: Ben\nDate: now\nText\n".utf8), .text),
    ("fields that no message has", Array("title: x\nlayout: post\n\nText".utf8), .text),
    ("a note with a colon", Array("Dear all: this is text\n".utf8), .text),
    ("a page", Array("<!DOCTYPE html>\n<html>".utf8), .page),
    ("a page without a doctype", Array("  \n<HTML><HEAD>".utf8), .page),
    ("a page after a comment", Array("<!-- MHonArc v2.6.19 -->\n".utf8), .page),
    ("an export", Array("<?xml version=\"1.0\"?><rss>".utf8), .page),
    ("text that begins with a mark", Array("<ada> hello\n<ben> hi\n".utf8), .text),
    ("a picture", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d], .binary),
    ("text", Array("Just words.\n".utf8), .text),
    ("one blank", [0x20], .text),
  ]

  @Test("a file is known by its first bytes", arguments: table)
  func isKnown(name: String, bytes: [UInt8], kind: ContentKind) {
    #expect(ContentKind(sniffing: bytes.span) == kind, "\(name)")
  }

  @Test(
    "text whose first letters are those of a compressor is text",
    arguments: [
      "BZhello, everyone\n", "BZh.\n", "LZIP is a compressor\n",
    ])
  func lettersOfACompressorAreText(text: String) {
    #expect(ContentKind(sniffing: Array(text.utf8).span) == .text)
  }

  @Test func onlyTheHeadIsLookedAt() {
    let long = Array("words\n".utf8) + [UInt8](repeating: 0x20, count: 1 << 22)
    #expect(ContentKind(sniffing: long.span) == .text)
  }
}
