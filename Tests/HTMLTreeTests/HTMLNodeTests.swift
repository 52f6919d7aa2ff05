import HTMLTree
import SourceBytes
import Testing

@Suite struct HTMLNodeTests {
  let document = HTMLDocument(
    html: """
      <!-- before --><html><body class="a B"><div id="x"><p>one</p><!--mark--><p>two<b>three</b></p></div>
      <p title="&quot;q&quot;">four</p></body></html>
      """)

  @Test func findsByNameClassIdAndAttribute() {
    #expect(document.elements("p").count == 3)
    #expect(document.element(id: "x")?.name == "div")
    #expect(document.elements("body").first?.hasClass("b") == true)
    #expect(document.elements("p").last?.attribute("title") == "\"q\"")
    #expect(document.elements("section").isEmpty)
  }

  @Test func walksUpDownAndAside() throws {
    let bold = try #require(document.elements("b").first)
    #expect(bold.ancestors.map(\.name) == ["p", "div", "body", "html", ""])
    let div = try #require(document.element(id: "x"))
    #expect(div.childElements.map(\.name) == ["p", "p"])
    #expect(div.contains(bold))
    #expect(div.followingSiblings.filter { $0.kind == .element }.map(\.name) == ["p"])
  }

  @Test func wrapsRunsOfSiblings() throws {
    let page = HTMLDocument(
      html: "<body><h4>a</h4><p>b</p><hr><h4>c<i>d</i></h4><p>e</p>f<p>g</p></body>")
    let body = try #require(page.elements("body").first)
    let nodes = Array(body.children)
    let wrapped = page.wrapping(
      [
        nodes[0].index..<nodes[1].endIndex, nodes[3].index..<nodes[5].endIndex,
      ], in: "div")
    let inside = try #require(wrapped.elements("body").first)
    #expect(inside.childElements.map(\.name) == ["div", "hr", "div", "p"])
    #expect(
      inside.childElements.map { $0.descendants.map(\.characters).joined() } == [
        "ab", "", "cdef", "g",
      ])
    #expect(wrapped.nodeCount == page.nodeCount + 2)
    for node in wrapped.root.descendants {
      let parent = try #require(node.parent)
      #expect(parent.index < node.index && node.endIndex <= parent.endIndex)
    }
    let letter = try #require(wrapped.elements("i").first)
    #expect(letter.ancestors.map(\.name) == ["h4", "div", "body", "html", ""])
  }

  @Test func keepsCommentsEvenBeforeTheRoot() {
    #expect(document.comments.map(\.characters) == [" before ", "mark"])
  }

  @Test func readsTheTextBetweenTwoNodes() throws {
    let mark = try #require(document.comments.last)
    let text = document.readableText(ofNodes: mark.index..<document.nodeCount)
    #expect(text == "twothree\n\nfour")
  }

  @Test(arguments: [
    ("<p>Yes.</p><blockquote type=cite><p>Really?</p></blockquote>", "Yes.\n\n> Really?"),
    (
      "Yes.<div class=gmail_quote><div class=gmail_attr>On Monday Ada wrote:</div><blockquote class=gmail_quote>Really?</blockquote></div>",
      "Yes.\n\nOn Monday Ada wrote:\n\n> Really?"
    ),
    ("<style>p{}</style><a href='https://example.org/x'>here</a>", "here <https://example.org/x>"),
    ("<a href='https://example.org/x'>https://example.org/x</a>", "https://example.org/x"),
    ("<div style='display:none'>preheader</div>Hello", "Hello"),
  ])
  func readsMail(html: String, text: String) {
    #expect(HTMLDocument.readableText(ofMailHTML: html) == text)
  }

  @Test(arguments: ["<p>x</p>", "<div>", "<b a=1 c=2 d=3 e=4>"])
  func keepsNoMoreNodesThanTheLimit(piece: String) {
    var limits = ParseLimits()
    limits.nodeCount = 100
    let page = HTMLDocument(
      html: "<p>first</p>" + String(repeating: piece, count: 10_000) + "last", limits: limits)
    #expect(page.isCut)
    #expect(page.nodeCount <= 102)
    #expect(page.root.readableText().contains("first"))
    #expect(!document.isCut)
  }

  @Test func keepsWhatFollowsTheEndOfThePage() {
    let page = HTMLDocument(html: "<html lang=en><body>one</body></html><p>two</p>three<!--four-->")
    #expect(page.root.readableText() == "one\n\ntwo\n\nthree")
    #expect(page.comments.map(\.characters) == ["four"])
  }

  @Test func cutsValuesThatNoPageHoldsAndGoesOnBehindThem() throws {
    let value = [UInt8](repeating: 0x78, count: 9 << 20)
    let page =
      Array("<p title=\"".utf8) + value + Array("\">before <b id='a'>it's</b> after</p>".utf8)
    let document = HTMLDocument(html: page)
    let paragraph = try #require(document.elements("p").first)
    #expect((paragraph.attribute("title") ?? "").utf8.count == 8 << 20)
    #expect(paragraph.readableText() == "before it's after")
    #expect(document.element(id: "a")?.readableText() == "it's")
  }

  @Test func readsAttributesWithoutAValueAndOfASecondRoot() {
    let page = HTMLDocument(html: "<html a=1><input checked x=y><html lang=de class=b><p>text")
    #expect(page.elements("input").first?.attribute("checked") == "checked")
    #expect(page.elements("html").count == 1)
    #expect(page.elements("p").first?.readableText() == "text")
  }
}
