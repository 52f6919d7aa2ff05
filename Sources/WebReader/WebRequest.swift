internal import SourceBytes

/// What a browser asks for.
public struct WebRequest: Sendable, Hashable {
  /// `GET`, `HEAD` and their like.
  public var method: String
  /// The path, with `%` escapes undone.
  public var path: String
  /// The fields behind the `?`; of a field that comes twice the first.
  public var fields: [String: String]
  /// The `Host` header; nil where there is none.
  public var host: String?

  /// Takes over a request.
  public init(
    method: String = "GET", path: String, fields: [String: String] = [:], host: String? = nil
  ) {
    self.method = method
    self.path = path
    self.fields = fields
    self.host = host
  }

  /// Takes apart the target of a request: its path, and the fields of a form behind the `?`.
  ///
  /// In fields `+` stands for a blank, as forms write it (`application/x-www-form-urlencoded`). Bytes that are no UTF-8
  /// become replacement characters.
  public init(method: String, target: String, host: String?) {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    self.init(
      method: method, path: PercentEncoding.decoded(parts.first ?? ""), host: host)
    guard parts.count == 2 else { return }
    for field in parts[1].split(separator: "&") {
      let sides = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = PercentEncoding.decoded(sides.first ?? "", plusIsBlank: true)
      guard fields[name] == nil else { continue }
      fields[name] = sides.count == 2 ? PercentEncoding.decoded(sides[1], plusIsBlank: true) : ""
    }
  }

  /// A field as a whole number that is not negative; nil where it is none.
  public func number(_ name: String) -> Int? {
    guard let text = fields[name], !text.isEmpty, text.utf8.count <= 9,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }

  /// Why a request is not answered; nil where it is.
  ///
  /// A page on the web can let a name of its own lead to 127.0.0.1 and read what the browser then thinks comes from that
  /// page (DNS rebinding). The browser still says the name in `Host`, so any other than ours is refused.
  ///
  /// - Parameter port: Where the server listens.
  public func refusal(port: UInt16) -> WebAnswer? {
    guard method == "GET" || method == "HEAD" else {
      return .plain(405, "This server only reads.\n")
    }
    let ours = ["127.0.0.1", "localhost"].flatMap { [$0, "\($0):\(port)"] }
    guard let host, ours.contains(host.lowercased()) else {
      return .plain(421, "This server answers to 127.0.0.1:\(port) only.\n")
    }
    return nil
  }
}

/// What a browser gets.
public struct WebAnswer: Sendable, Hashable {
  /// The status of HTTP.
  public var status: Int
  /// The media type.
  public var type: String
  /// Where to go instead, as a path of this server; nil where the answer stands here.
  public var location: String?
  /// The document.
  public var bytes: [UInt8]

  /// Takes over an answer.
  public init(status: Int = 200, type: String, location: String? = nil, bytes: [UInt8]) {
    self.status = status
    self.type = type
    self.location = location
    self.bytes = bytes
  }

  /// A page.
  public static func page(_ bytes: [UInt8], status: Int = 200) -> WebAnswer {
    WebAnswer(status: status, type: "text/html; charset=utf-8", bytes: bytes)
  }

  /// Data.
  public static func json(_ bytes: [UInt8], status: Int = 200) -> WebAnswer {
    WebAnswer(status: status, type: "application/json", bytes: bytes)
  }

  /// A few words.
  public static func plain(_ status: Int, _ text: String) -> WebAnswer {
    WebAnswer(status: status, type: "text/plain; charset=utf-8", bytes: Array(text.utf8))
  }

  /// A way to another page.
  ///
  /// - Parameter location: A path of this server; letters, digits and the signs of paths only.
  public static func moved(to location: String) -> WebAnswer {
    let isPath =
      location.hasPrefix("/") && !location.hasPrefix("//")
      && location.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "/-._#".utf8.contains(byte)
        }
      }
    guard isPath else { return .plain(404, "There is no such page.\n") }
    return WebAnswer(status: 302, type: "text/plain; charset=utf-8", location: location, bytes: [])
  }

  /// The headers of the answer, in order.
  public var headers: [(name: String, value: String)] {
    var headers = [
      (name: "Content-Type", value: type),
      (
        name: "Content-Security-Policy",
        value:
          "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
      ),
      (name: "X-Content-Type-Options", value: "nosniff"),
      (name: "Referrer-Policy", value: "no-referrer"),
      (name: "Cross-Origin-Resource-Policy", value: "same-origin"),
      (name: "Cache-Control", value: "no-store"),
    ]
    if let location { headers.append((name: "Location", value: location)) }
    return headers
  }
}
