internal import Discussion
internal import Exports
internal import SourceBytes

/// Messages as mail carries them, with headers in which no text can start another.
enum DigestMail {
  static func headers(_ message: DigestMessage, hasReferences: Bool) -> [String] {
    var lines: [String] = []
    if let date = message.date { lines.append("Date: \(MessageEncoding.mailDate(date))") }
    let address = message.address.map { MessageEncoding.plain($0) }.flatMap { address in
      address.contains("@") && !address.contains(where: { "<>()[],;:\\\"".contains($0) })
        ? address : nil
    }
    lines.append(
      "From: \(MessageEncoding.encodedWord(message.author))"
        + " <\(address ?? "\(Anchor.safe(message.id.text))@\(ExchangeFields.domain)")>")
    lines.append("Subject: \(MessageEncoding.unstructured(message.subject))")
    lines.append("Message-ID: <\(message.messageID)>")
    if hasReferences, let parent = message.references.last {
      lines.append("In-Reply-To: <\(parent)>")
      lines.append(
        "References: " + message.references.map { "<\($0)>" }.joined(separator: "\n "))
    }
    return lines
  }

  /// The preamble of a digest: what it is, and its topics with the number of messages.
  static func preamble(_ document: DigestDocument) -> [String] {
    var lines = ["Today's Topics:", ""]
    for thread in document.threads {
      lines.append(
        PlainText.filled(
          "\(thread.number). \(thread.subject) (\(DigestPhrases.facts(thread)))", width: 70,
          first: "   ", rest: "      "))
    }
    return lines.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
      .map(String.init)
  }

  /// The head of the message that holds the digest.
  static func head(_ document: DigestDocument, contentType: [String]) -> [String] {
    var lines = [
      "From: \(MessageEncoding.encodedWord(document.title)) <digest@\(ExchangeFields.domain)>"
    ]
    lines.append("Subject: \(MessageEncoding.unstructured(document.title))")
    if let last = document.period?.last {
      lines.append("Date: \(MessageEncoding.mailDate(last))")
    }
    let name = document.threads.first.map { Anchor.safe($0.id.text) } ?? "empty"
    lines.append(
      "Message-ID: <digest.\(name).\(document.messages.count)@\(ExchangeFields.domain)>")
    lines.append("MIME-Version: 1.0")
    return lines + contentType
  }
}

/// A digest in the manner of RFC 1153: messages between lines of dashes, as mailing lists send them.
struct RFC1153Renderer: DigestRenderer {
  let name = "rfc1153"
  let fileExtension = "digest"
  let help = "whole posts in the manner of list digests"

  private static let preambleRule = String(repeating: "-", count: 70)
  private static let rule = String(repeating: "-", count: 30)

  func render(_ document: DigestDocument) -> [UInt8] {
    var lines = DigestMail.head(
      document,
      contentType: [
        "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit",
      ])
    // Programs that burst digests look for a title and an end that name a digest.
    let isNamed = document.title.split(separator: " ").contains { $0.lowercased() == "digest" }
    let title = isNamed ? document.title : "\(document.title) Digest"
    lines += ["", title, ""]
    lines += DigestMail.preamble(document)
    lines += ["", RFC1153Renderer.preambleRule, ""]
    for message in document.messages {
      lines += DigestMail.headers(message, hasReferences: true)
      lines.append("")
      // A line of thirty dashes would end the message: a blank goes before it.
      lines += message.lines.map { line in
        line.hasPrefix(RFC1153Renderer.rule) && line.allSatisfy({ $0 == "-" }) ? " " + line : line
      }
      lines += ["", RFC1153Renderer.rule, ""]
    }
    let end = "End of \(title)"
    lines += [end, String(repeating: "*", count: min(70, end.unicodeScalars.count))]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}

/// A digest as an mbox of one message of type `multipart/digest` (RFC 2046 §5.1.5), which mail programs burst.
struct MultipartDigestRenderer: DigestRenderer {
  let name = "mbox"
  let fileExtension = "mbox"
  let help = "whole posts as multipart/digest for mail programs"

  func render(_ document: DigestDocument) -> [UInt8] {
    let (outer, boundary) = boundaries(document)
    var lines = DigestMail.head(
      document,
      contentType: ["Content-Type: multipart/mixed; boundary=\"\(outer)\""])
    lines += [
      "", "--\(outer)", "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: 8bit", "",
    ]
    lines += DigestMail.preamble(document)
    lines += [
      "", "--\(outer)", "Content-Type: multipart/digest; boundary=\"\(boundary)\"", "",
    ]
    for message in document.messages {
      // Inside multipart/digest a part without a type is a message.
      lines += ["--\(boundary)", ""]
      lines += DigestMail.headers(message, hasReferences: true)
      lines += [
        "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit", "",
      ]
      lines += message.lines
    }
    lines += ["--\(boundary)--", "", "--\(outer)--"]
    // mboxrd: a line that looks like a separator is quoted.
    let quoted = lines.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
      .map { line in
        line.drop(while: { $0 == ">" }).hasPrefix("From ") ? ">" + line : String(line)
      }
    let instant = document.period?.last ?? StatedDate(instant: 0, offsetMinutes: 0)
    let separator = "From MAILER-DAEMON " + MessageEncoding.envelopeDate(instant)
    return Array(([separator] + quoted).joined(separator: "\n").utf8) + [0x0a, 0x0a]
  }

  /// Lines that stand in no message: around everything, and around each message.
  ///
  /// - Complexity: Linear in the lines, whatever numbers they try.
  private func boundaries(_ document: DigestDocument) -> (outer: String, inner: String) {
    let name = "=_thresh_\(document.threads.first.map { Anchor.safe($0.id.text) } ?? "digest")_"
    var taken: Set<Int> = []
    for message in document.messages {
      for line in message.lines where line.hasPrefix("--" + name) {
        let rest = line.dropFirst(name.count + 2)
        let number = (rest.hasPrefix("outer_") ? rest.dropFirst(6) : rest)
          .prefix { ("0"..."9").contains($0) }
        if let number = Int(number) { taken.insert(number) }
      }
    }
    // A sign behind the number keeps 1 from standing at the head of 12.
    let free = (0...taken.count).first { !taken.contains($0) } ?? 0
    return ("\(name)outer_\(free)_", "\(name)\(free)_")
  }
}
