import HTMLTree
import Testing

@Suite struct ReadableTextTests {
  @Test(arguments: [
    ("<p>One</p><p>Two</p>", "One\n\nTwo"),
    ("One<br>Two<br><br>Three", "One\nTwo\n\nThree"),
    ("<ul><li>a</li><li>b<ul><li>c</ul></ul>after", "- a\n- b\n  - c\n\nafter"),
    ("<ol start=3><li>a<li>b</ol>", "3. a\n4. b"),
    ("<pre>\nx  y\n  z\n</pre>end", "x  y\n  z\n\nend"),
    (
      "<p>He says:<blockquote><p>One</p><p>Two<blockquote>Three</blockquote></blockquote>So",
      "He says:\n\n> One\n>\n> Two\n>\n> > Three\n\nSo"
    ),
    ("<blockquote><tt>&gt; kept\n</tt></blockquote>", "> kept"),
    ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", "a\tb\nc\td"),
    ("a&nbsp;&nbsp;b \n c", "a b c"),
    ("x<script>if (a<b) { '</p>' }</script>y<style>p{}</style>", "xy"),
    (
      "Ada <ada@example.org> wrote <http://example.org/>",
      "Ada <ada@example.org> wrote <http://example.org/>"
    ),
    ("if a<5 then 1 < 2", "if a<5 then 1 < 2"),
    ("&#150; &#x93;q&#x94; a\u{7}b", "\u{2013} \u{201C}q\u{201D} ab"),
    ("<img alt=':-)'> <span style='display: none'>hid</span>x", ":-) x"),
  ])
  func writesWhatAReaderWouldSee(html: String, text: String) {
    #expect(HTMLDocument(html: html).root.readableText() == text)
  }
}
