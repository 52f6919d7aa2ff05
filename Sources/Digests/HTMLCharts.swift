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
        "viewBox": "0 0 \(number(width)) \(number(height + 24))",
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
    page.element("text", ["class": "tick", "x": "0", "y": number(height + 18)], first)
    page.element(
      "text",
      [
        "class": "tick", "x": number(width), "y": number(height + 18), "text-anchor": "end",
      ], last)
    page.raw("</svg>\n")
    page.element("figcaption", words + ".")
    page.raw("\n</figure>\n")
  }

  /// People one below the other, those with most posts first, and an arc for each who answers another: so names stay
  /// legible on a telephone, where a circle of them would not.
  private static func network(_ network: DigestNetwork, _ page: inout HTMLPage) {
    let (width, row, axis) = (360.0, 24.0, 156.0)
    let height = row * Double(network.people.count)
    let most = Double(max(1, network.people.first?.postCount ?? 1))
    let busiest = Double(max(1, network.replies.map(\.count).max() ?? 1))
    let places = network.people.indices.map { row * (Double($0) + 0.5) }
    let strongest = network.replies.max { ($0.count, $1.from) < ($1.count, $0.from) }
    var words = "Who answers whom among the \(network.people.count) people with most posts"
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
    page.open("defs")
    page.open(
      "marker",
      [
        "id": "to", "viewBox": "0 0 6 6", "refX": "6", "refY": "3", "markerWidth": "6",
        "markerHeight": "6", "markerUnits": "userSpaceOnUse", "orient": "auto",
      ])
    page.open("path", ["class": "tip", "d": "M0 0L6 3L0 6Z"])
    page.close("path")
    page.close("marker")
    page.close("defs")
    // The farthest arc still lies inside, whatever the number of people.
    let reach = min(0.5, (width - axis - 16) / max(1, height - row))
    for reply in network.replies {
      let (from, to) = (places[reply.from], places[reply.to])
      // Answers down the list bulge further than those up, so that both directions stand apart.
      let bulge = abs(to - from) * reach * (from < to ? 1 : 0.82) * 4 / 3 + 8
      let path =
        "M\(number(axis + 6)) \(number(from))C\(number(axis + bulge)) \(number(from)) "
        + "\(number(axis + bulge)) \(number(to)) \(number(axis + 9)) \(number(to))"
      page.open(
        "path",
        [
          "class": "reply", "d": path, "marker-end": "url(#to)",
          "stroke-width": number(0.7 + 3.3 * Double(reply.count) / busiest),
        ])
      page.element(
        "title",
        "\(network.people[reply.from].name) answers \(network.people[reply.to].name): \(reply.count)"
      )
      page.close("path")
    }
    for (place, person) in zip(places, network.people) {
      let size = 2.5 + 4.5 * (Double(person.postCount) / most).squareRoot()
      page.open(
        "circle",
        [
          "class": "person", "cx": number(axis), "cy": number(place), "r": number(size),
        ])
      page.element("title", "\(person.name): \(person.postCount)")
      page.close("circle")
      page.element(
        "text",
        [
          "class": "name", "x": number(axis - 12), "y": number(place + 4), "text-anchor": "end",
        ], FirstWords(of: person.name, wordLimit: 4, scalarLimit: 20).text)
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
