/// Draws when posts were written and who answers whom, as SVG inside the page.
enum HTMLCharts {
  static func write(_ document: DigestDocument, to page: inout HTMLPage) {
    let hasNetwork = document.network.people.count > 2 && document.network.replies.count > 1
    guard document.timeline.count > 2 || hasNetwork else { return }
    page.raw("<section class=\"charts\">\n")
    if document.timeline.count > 2 { timeline(document.timeline, &page) }
    if hasNetwork { network(document.network, &page) }
    page.raw("</section>\n")
  }

  private static func timeline(_ spans: [DigestSpan], _ page: inout HTMLPage) {
    let (width, height) = (560.0, 84.0)
    let most = max(1, spans.map(\.postCount).max() ?? 1)
    let step = width / Double(spans.count)
    let first = spans.first?.label ?? ""
    let last = spans.last?.label ?? ""
    let peak = spans.first { $0.postCount == most }
    let words =
      "Posts over time, from \(first) to \(last)"
      + (peak.map { "; most in \($0.label): \(most)" } ?? "")
    page.raw("<figure>\n")
    page.open(
      "svg",
      [
        "class": "timeline", "role": "img",
        "viewBox": "0 0 \(number(width)) \(number(height + 18))",
        "xmlns": "http://www.w3.org/2000/svg", "aria-label": words,
      ])
    for (index, span) in spans.enumerated() where span.postCount > 0 {
      let size = max(1.5, Double(span.postCount) / Double(most) * height)
      page.open(
        "rect",
        [
          "class": "bar", "x": number(Double(index) * step), "y": number(height - size),
          "width": number(max(1, step - min(2, step * 0.2))), "height": number(size),
        ])
      page.element("title", "\(span.label): \(span.postCount)")
      page.close("rect")
    }
    page.open(
      "line",
      [
        "class": "axis", "x1": "0", "x2": number(width), "y1": number(height), "y2": number(height),
      ])
    page.close("line")
    page.element("text", ["class": "tick", "x": "0", "y": number(height + 14)], first)
    page.element(
      "text",
      [
        "class": "tick", "x": number(width), "y": number(height + 14), "text-anchor": "end",
      ], last)
    page.raw("</svg>\n")
    page.element("figcaption", words + ".")
    page.raw("\n</figure>\n")
  }

  private static func network(_ network: DigestNetwork, _ page: inout HTMLPage) {
    let (width, height, radius) = (560.0, 360.0, 130.0)
    let count = network.people.count
    let most = Double(max(1, network.people.first?.postCount ?? 1))
    let busiest = Double(max(1, network.replies.map(\.count).max() ?? 1))
    // Clockwise from the top, by number of posts.
    let places = (0..<count).map { index in
      Circle.point(Double(index) / Double(count), radius, (width / 2, height / 2))
    }
    let strongest = network.replies.max { ($0.count, $1.from) < ($1.count, $0.from) }
    var words = "Who answers whom among the \(count) people with most posts"
    if let strongest {
      words +=
        "; most often \(network.people[strongest.from].name) answers \(network.people[strongest.to].name)"
    }
    page.raw("<figure>\n")
    page.open(
      "svg",
      [
        "class": "network", "role": "img", "viewBox": "0 0 \(number(width)) \(number(height))",
        "xmlns": "http://www.w3.org/2000/svg", "aria-label": words,
      ])
    for reply in network.replies {
      let (from, to) = (places[reply.from], places[reply.to])
      // Both directions bend to their own right, so that they stand apart.
      let middle = ((from.0 + to.0) / 2, (from.1 + to.1) / 2)
      let bend = (middle.0 + (to.1 - from.1) * 0.12, middle.1 - (to.0 - from.0) * 0.12)
      let path =
        "M\(number(from.0)) \(number(from.1))Q\(number(bend.0)) \(number(bend.1)) \(number(to.0)) \(number(to.1))"
      page.open(
        "path",
        [
          "class": "reply", "d": path,
          "stroke-width": number(0.7 + 3.3 * Double(reply.count) / busiest),
        ])
      page.element(
        "title",
        "\(network.people[reply.from].name) answers \(network.people[reply.to].name): \(reply.count)"
      )
      page.close("path")
    }
    for (index, person) in network.people.enumerated() {
      let place = places[index]
      let size = 3 + 7 * (Double(person.postCount) / most).squareRoot()
      page.open(
        "circle",
        [
          "class": "person", "cx": number(place.0), "cy": number(place.1), "r": number(size),
        ])
      page.element("title", "\(person.name): \(person.postCount)")
      page.close("circle")
      let isRight = place.0 > width / 2 + 12
      let isLeft = place.0 < width / 2 - 12
      let below = place.1 > height / 2 ? 18.0 : -14.0
      page.element(
        "text",
        [
          "class": "name", "x": number(place.0 + (isRight ? 14 : isLeft ? -14 : 0)),
          "y": number(isRight || isLeft ? place.1 + 4 : place.1 + below),
          "text-anchor": isRight ? "start" : isLeft ? "end" : "middle",
        ], FirstWords(of: person.name, wordLimit: 4, scalarLimit: 22).text)
    }
    page.raw("</svg>\n")
    page.element("figcaption", words + ".")
    page.raw("\n</figure>\n")
  }

  /// A number with one digit after the point at most, the same on every machine.
  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let size = abs(tenths)
    return size % 10 == 0 ? "\(sign)\(size / 10)" : "\(sign)\(size / 10).\(size % 10)"
  }
}

/// Points on a circle, by Taylor series: the modules here do without Foundation.
enum Circle {
  /// The point at a share of a turn, clockwise from the top.
  static func point(
    _ turn: Double, _ radius: Double, _ center: (Double, Double)
  ) -> (Double, Double) {
    let angle = 2 * Double.pi * (turn > 0.5 ? turn - 1 : turn)
    return (center.0 + radius * sine(angle), center.1 - radius * sine(angle + Double.pi / 2))
  }

  private static func sine(_ angle: Double) -> Double {
    var reduced = angle
    if reduced > Double.pi { reduced -= 2 * Double.pi }
    // Into the quarter where the series is exact after a few terms.
    if reduced > Double.pi / 2 { reduced = Double.pi - reduced }
    if reduced < -Double.pi / 2 { reduced = -Double.pi - reduced }
    var term = reduced
    var sum = reduced
    for step in stride(from: 2.0, through: 16, by: 2) {
      term *= -reduced * reduced / (step * (step + 1))
      sum += term
    }
    return sum
  }
}
