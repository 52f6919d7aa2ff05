internal import Discussion
package import SourceBytes

/// Posts as messages (RFC 5322) and as entries of an mbox in the mboxrd manner.
package enum MessageEncoding {
  /// An entry of an mbox: the separator, the message with quoted `From ` lines, and an empty line.
  static func entry(_ message: [UInt8], of post: Post) -> [UInt8] {
    var entry = Array("From \(envelopeAddress(post)) \(envelopeDate(post))\n".utf8)
    entry.reserveCapacity(message.count + 128)
    var start = 0
    while start < message.count {
      let end = (message[start...].firstIndex(of: 0x0a) ?? message.count - 1) + 1
      let line = message[start..<end]
      if line.drop(while: { $0 == UInt8(ascii: ">") }).starts(with: "From ".utf8) {
        entry.append(UInt8(ascii: ">"))
      }
      entry.append(contentsOf: line)
      start = end
    }
    if entry.last != 0x0a { entry.append(0x0a) }
    entry.append(0x0a)
    return entry
  }

  /// The original message with the exchange fields on top.
  static func message(original: [UInt8], with fields: ExchangeFields) -> [UInt8] {
    var lines = fields.lines
    if let id = fields.id { lines.append("Message-ID: <\(id.text)@\(ExchangeFields.domain)>") }
    return Array(lines.map { $0 + "\n" }.joined().utf8) + original
  }

  /// A message made up from a post that never was mail.
  static func message(synthesizedFrom archived: ArchivedPost, with fields: ExchangeFields)
    -> [UInt8]
  {
    let post = archived.post
    var lines = fields.lines
    let id = post.messageID?.asWritten ?? "\(post.id.text)@\(ExchangeFields.domain)"
    lines.append("Message-ID: <\(plain(id))>")
    lines += references(of: archived)
    let address = post.author.address ?? "\(post.id.text)@\(ExchangeFields.domain)"
    lines.append("From: \(encodedWord(post.author.name ?? "unknown")) <\(plain(address))>")
    if let date = post.date { lines.append("Date: \(mailDate(date.stated))") }
    if let subject = post.subject { lines.append("Subject: \(unstructured(subject))") }
    lines += [
      "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: 8bit", "",
    ]
    return Array(lines.map { $0 + "\n" }.joined().utf8) + Array((post.text ?? "").utf8) + [0x0a]
  }

  private static func references(of archived: ArchivedPost) -> [String] {
    func ids(_ ids: [MessageID]) -> String {
      ids.map { "<\(plain($0.asWritten))>" }.joined(separator: "\n ")
    }
    var lines: [String] = []
    if !archived.post.inReplyTo.isEmpty {
      lines.append("In-Reply-To: \(ids(archived.post.inReplyTo))")
    }
    if !archived.post.references.isEmpty {
      lines.append("References: \(ids(archived.post.references))")
    }
    return lines
  }

  /// Text that cannot end a header line.
  package static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0.value > 0x20 && $0 != "\u{7f}" }))
  }

  /// The value of a field without structure, such as Subject (RFC 5322, section 3.6.5): as it stands where that is ASCII
  /// which comes back unchanged from one line.
  package static func unstructured(_ text: String) -> String {
    let comesBack =
      text.utf8.count < 900 && text.utf8.allSatisfy { (0x20...0x7e).contains($0) }
      && text.utf8.first != 0x20 && text.utf8.last != 0x20 && !text.holds("=?")
    return comesBack ? text : encodedWord(text)
  }

  /// A name of a mailbox: RFC 2047 `B` words where the text is not plain ASCII or has signs of addresses in it, at most 75
  /// characters each.
  package static func encodedWord(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      (0x20...0x7e).contains($0) && !"\"\\()<>,;:@[]=".utf8.contains($0)
    }
    if isPlain { return text }
    var words: [String] = []
    var piece: [UInt8] = []
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if piece.count + bytes.count > 45 {
        words.append("=?utf-8?B?\(Base64.encode(piece))?=")
        piece = []
      }
      piece += bytes
    }
    words.append("=?utf-8?B?\(Base64.encode(piece))?=")
    return words.joined(separator: "\n ")
  }

  private static func envelopeAddress(_ post: Post) -> String {
    let address = plain(post.author.address ?? "")
    return address.isEmpty ? "MAILER-DAEMON" : address
  }

  private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The date in the manner of asctime, on the clock where it was written.
  private static func envelopeDate(_ post: Post) -> String {
    let stated = post.date?.stated ?? StatedDate(instant: 0, offsetMinutes: nil)
    return envelopeDate(stated)
  }

  /// The date in the manner of asctime.
  package static func envelopeDate(_ stated: StatedDate) -> String {
    let (year, month, day, hour, minute, second) = stated.civil
    let clock = "\(padded(hour)):\(padded(minute)):\(padded(second))"
    let dayText = day < 10 ? " \(day)" : "\(day)"
    return "\(weekday(year, month, day)) \(months[month - 1]) \(dayText) \(clock) \(year)"
  }

  /// The date as RFC 5322 §3.3 writes it; `-0000` where no zone was stated.
  package static func mailDate(_ stated: StatedDate) -> String {
    let (year, month, day, hour, minute, second) = stated.civil
    var zone = "-0000"
    if let offset = stated.offsetMinutes {
      let size = abs(offset)
      zone = (offset < 0 ? "-" : "+") + padded(size / 60) + padded(size % 60)
    }
    let clock = "\(padded(hour)):\(padded(minute)):\(padded(second))"
    return "\(weekday(year, month, day)), \(day) \(months[month - 1]) \(year) \(clock) \(zone)"
  }

  private static func weekday(_ year: Int, _ month: Int, _ day: Int) -> String {
    let number = StatedDate.daysSince1970(year: year, month: month, day: day) % 7
    return days[(number + 7) % 7]
  }

  private static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
