internal import HTMLTree
internal import SourceBytes

/// Message pages of Yahoo Groups, and of eGroups and ONElist before it, in any of their layouts.
public struct YahooGroupsPage: Producer {
  /// Makes the reader.
  public init() {}

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "yahoo-groups-page", title: "Yahoo Groups, message page",
      recognition:
        "links or addresses of the shape /group/NAME/message/N, and fields or hAtom classes",
      gives: "author, date, subject, text, the group, the number of the message",
      isTestedOnRealPages: false)
  }

  /// Sure where the page is of a group and holds a message.
  public func confidence(in page: Page) -> Int {
    guard Self.place(of: page) != nil else { return 0 }
    return messages(page).isEmpty ? 0 : 86
  }

  /// Reads the messages of the page.
  public func read(_ page: Page) -> PageReading {
    var reading = PageReading(producer: summary.name, venueKind: .list)
    reading.entries = messages(page)
    reading.canonicalURL = page.site.canonicalURL
    guard let place = Self.place(of: page) else { return reading }
    reading.siteName = place.group
    if reading.entries.count == 1, reading.entries[0].ordinal == nil {
      reading.entries[0].ordinal = place.number
    }
    return reading
  }

  private func messages(_ page: Page) -> [PageEntry] {
    let fields = GenericMessage().read(page).entries
    if fields.contains(where: { $0.date != nil }) { return fields }
    let marked = HAtom.entries(of: page)
    return marked.map { item in
      var entry = item
      entry.kind = .message
      entry.parent = nil
      return entry
    }
  }

  /// The group, and the number of the message where the page's own address has it.
  private static func place(of page: Page) -> (group: String, number: Int?)? {
    let own = page.site.canonicalURL ?? ""
    if let place = place(in: own), place.number != nil { return place }
    var hosts = own + page.head
    for link in page.document.elements("a") {
      guard let href = link.attribute("href"), let place = place(in: Wayback.original(href)) else {
        continue
      }
      hosts += href
      let isYahoo = ["groups.yahoo.", "egroups.com", "onelist.com", "Yahoo! Groups"].contains {
        hosts.contains($0)
      }
      return isYahoo ? (place.group, nil) : nil
    }
    return nil
  }

  private static func place(in address: String) -> (group: String, number: Int?)? {
    guard address.contains("message") else { return nil }
    let parts = address.split(separator: "/")
    guard let start = parts.firstIndex(where: { $0 == "group" || $0 == "message" }),
      let message = parts[start...].firstIndex(where: { $0 == "message" || $0 == "messages" }),
      start < message || parts[start] == "message", start + 1 < parts.count
    else { return nil }
    let isYahoo = ["yahoo.", "egroups.", "onelist."].contains { address.contains($0) }
    guard isYahoo || address.hasPrefix("/group/") else { return nil }
    let number =
      message + 1 < parts.count ? Int(parts[message + 1].prefix { $0 >= "0" && $0 <= "9" }) : nil
    return (String(parts[start + 1]), number)
  }
}
