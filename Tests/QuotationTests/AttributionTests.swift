import Discussion
import Quotation
import Testing

@Suite struct AttributionTests {
  /// Lines above a quotation; the name is Ada Example in each.
  static let lines: [String] = [
    "On Mon, 5 Jan 2012 at 10:12, Ada Example <ada@example.org> wrote:",
    "On Fri, Jul 17, 2026 at 3:55 AM Ada Example <ada=40example.net@example.org>\nwrote:",
    "On 04/02/2012 06:26 PM, Ada Example wrote:",
    "On Tue, 2 Aug 1995, Ada Example wrote:",
    "At 10:12 AM 1/5/95 -0400, Ada Example wrote:",
    "Ada Example wrote:",
    "Ada Example <ada@example.org> writes:",
    "In article <1994.9@example.org>, ada@example.org (Ada Example) writes:",
    "In article <1994.9@example.org> ada@example.org\n(Ada Example) writes:",
    "In <1994.9@example.org> ada@example.org (Ada Example) writes:",
    "In message <1994.9@example.org>, Ada Example writes:",
    "\"Ada Example\" <ada@example.org> wrote in message\nnews:1994.9@example.org...",
    "Quoting Ada Example <ada@example.org>:",
    "According to Ada Example <ada@example.org>:",
    "* Ada Example <ada@example.org> [2012-01-05 10:12]:",
    "Ada Example [Thu, Jan 15, 2004 at 05:02:29AM +0100]:",
    "2012/1/5 Ada Example <ada@example.org>:",
    "2012/1/5 Ada Example <ada at example.org>:",
    "Thus spake Ada Example (ada@example.org):",
    "Am 05.01.2012 um 10:12 schrieb Ada Example:",
    "Am Montag, dem 20.07.2026 um 22:55 +0200 schrieb Ada Example:",
    "Ada Example <ada@example.org> schrieb am 05.01.2012 10:12:",
    "Le 05/01/2012 10:12, Ada Example a écrit :",
    "Le 5 janvier 2012 10:12, Ada Example <ada@example.org> a\nécrit :",
    "Le 05/01/2012 10:12, Ada Example a ?crit :",
    "Ada Example, le jeu 05 jan 2012 10:12:23 -0500, a écrit :",
    "On Thu, Jan 5, 2012 at 10:12 AM, Ada Example\n<ada_at_[hidden]> wrote:",
    "El 5 de enero de 2012 10:12, Ada Example <ada@example.org> escribió:",
    "El jue, 5 ene 2012 a las 10:12, Ada Example (<ada@example.org>) escribió:",
    "Il giorno gio 5 gen 2012 alle ore 10:12 Ada Example <ada@example.org> ha scritto:",
    "Il 05/01/2012 10:12, Ada Example ha scritto:",
    "Em qui, 5 de jan de 2012 às 10:12, Ada Example <ada@example.org> escreveu:",
    "Op do 5 jan. 2012 om 10:12 schreef Ada Example <ada@example.org>:",
    "Op 05-01-12 10:12, Ada Example schreef:",
    "Den tors 5 jan. 2012 kl 10:12 skrev Ada Example <ada@example.org>:",
    "Den 5. jan. 2012 kl. 10.12 skrev Ada Example:",
    "5.1.2012 10:12, Ada Example kirjoitti:",
    "W dniu 05.01.2012 o 10:12, Ada Example pisze:",
    "Wiadomość napisana przez Ada Example w dniu 5 sty 2012, o godz. 10:12:",
    "Wiadomo?? napisana przez Ada Example w dniu 5 sty 2012, o godz. 10:12:",
    "???????, 05-???-2012 10:12:00 Ada Example ????????:",
    "czw., 5 sty 2012 o 10:12 Ada Example <ada@example.org> napisał(a):",
    "Dne 5. ledna 2012 10:12 Ada Example <ada@example.org> napsal(a):",
    "5.1.2012 v 10:12 Ada Example napsala:",
    "5 января 2012 г., 10:12 пользователь Ada Example <ada@example.org> написал:",
    "чт, 5 янв. 2012 г. в 10:12, Ada Example <ada@example.org>:",
    "Ada Example пишет:",
    "5 січня 2012 р. 10:12 Ada Example <ada@example.org> написав:",
    "5 Ocak 2012 10:12 tarihinde Ada Example <ada@example.org> yazdı:",
    "2012.01.05. 10:12 keltezéssel, Ada Example írta:",
    "Ada Example <ada@example.org> ezt írta (időpont: 2012. jan. 5., Cs, 10:12):",
    "Στις 5 Ιανουαρίου 2012 10:12, ο χρήστης Ada Example <ada@example.org> έγραψε:",
    "Στις 5/1/2012 10:12 μ.μ., ο/η Ada Example έγραψε:",
    "Στις Πέμ, 5 Ιαν 2012 στις 10:12 π.μ., ο χρήστης Ada Example\n<ada@example.org> έγραψε:",
    "בתאריך 05/01/2012 10:12, Ada Example כתב:",
    "\u{202b}בתאריך יום ה׳, 5 בינו׳ 2012 ב-10:12 מאת \u{202a}Ada Example\u{202c}\u{200f} <\u{202a}ada@example.org\u{202c}\u{200f}>:\u{202c}",
    "في الخميس، 5 يناير 2012 في 10:12 ص تمت كتابة ما يلي بواسطة Ada Example <ada@example.org>:",
    "Pe 5 ianuarie 2012 la 10:12, Ada Example a scris:",
    "El dia 5 de gener de 2012 10:12, Ada Example va escriure:",
    "2012年1月5日 10:12 Ada Example <ada@example.org>:",
    "在 2012年1月5日 上午10:12，Ada Example <ada@example.org>写道：",
    "Ada Example <ada@example.org> 於 2012年1月5日 週四 上午10:12寫道：",
    "2012年1月5日(木) 10:12 Ada Example <ada@example.org>:",
    "2012년 1월 5일 (목) 오전 10:12, Ada Example <ada@example.org>님이 작성:",
    ">>>>> \"Ada\" == Ada Example <ada@example.org> writes:",
  ]

  @Test(arguments: lines) func namesWhoIsQuoted(_ line: String) throws {
    let attribution = try #require(AttributionLine(line))
    #expect(attribution.name == "Ada Example")
    let scalars = Array(line.unicodeScalars)
    #expect(String(String.UnicodeScalarView(scalars[attribution.range])) == "Ada Example")
  }

  @Test(arguments: lines) func findsTheLineAboveAQuotation(_ line: String) {
    let blocks = BlockSplitter.blocks(
      of: "Hello,\n\n" + line + "\n\n> A quoted line.\n\nAn answer.\n")
    #expect(blocks.map(\.kind) == [.own, .attribution, .quote, .own])
    #expect(blocks.map(\.name) == [nil, "Ada Example", "Ada Example", nil])
  }

  @Test(arguments: [
    ("On Mon, 5 Jan 2012 at 10:12, Ada <ada@example.org> wrote:", "Mon, 5 Jan 2012 at 10:12"),
    ("Le 05/01/2012 10:12, Ada a écrit :", "05/01/2012 10:12"),
    ("Am 05.01.2012 um 10:12 schrieb Ada:", "05.01.2012 um 10:12"),
    ("* Ada <ada@example.org> [2012-01-05 10:12]:", "2012-01-05 10:12"),
    ("On 04/02/2012 06:26 PM, Ada Example wrote:", "04/02/2012 06:26 PM"),
  ]) func keepsTheDateAsWritten(_ line: String, _ date: String) {
    #expect(AttributionLine(line)?.date == date)
  }

  @Test(
    arguments: [
      ("On 5 Jan 2012, <ada@example.org> wrote:", nil, "ada@example.org"),
      ("you wrote on 5 Jan 2012:", nil, nil),
      ("In article <1@example.org> ada@example.org writes:", nil, "ada@example.org"),
      ("Le 5 janvier 2012, Ada de la Tour a écrit :", "Ada de la Tour", nil),
      ("\"Example, Ada\" <ada@example.org> wrote:", "Example, Ada", "ada@example.org"),
      ("On 5 Jan 2012, Dr. Ada M. Example Jr. wrote:", "Dr. Ada M. Example Jr.", nil),
      (
        "On Thu, Jan 5, 2012 at 12:15 PM, Example, Ada B\n<ada.b_at_[hidden]> wrote:",
        "Example, Ada B", "ada.b_at_[hidden]"
      ),
    ] as [(String, String?, String?)])
  func tellsNamesFromAddresses(_ line: String, _ name: String?, _ address: String?) throws {
    let attribution = try #require(AttributionLine(line))
    #expect(attribution.name == name)
    #expect(attribution.address == address)
  }

  @Test func readsHeaderBlocks() throws {
    let attribution = try #require(
      AttributionLine(
        "From: Ada Example [mailto:ada@example.org]\nSent: 5 Jan 2012 10:12\nTo: Ben\n"))
    #expect(attribution.name == "Ada Example")
    #expect(attribution.address == "ada@example.org")
    #expect(attribution.date == "5 Jan 2012 10:12")
  }

  @Test(arguments: [
    "There are three reasons:", "For example:", "As he put it in 2012:", "I said no.",
    "http://example.org/:",
  ]) func leavesProseAlone(_ line: String) {
    let blocks = BlockSplitter.blocks(of: "Hello\n" + line + "\n\nMore words.\n")
    #expect(blocks.map(\.kind) == [.own])
  }
}

struct StackedAttributionTests {
  @Test func takesTheLineThatYahooPutsAboveAHeaderBlock() {
    let text = """
      Sounds great.

      --- On Wed, 4/4/12, Ada Example <ada@example.org> wrote:


      From: Ada Example <ada@example.org>
      Subject: Bread
      To: ben@example.org
      Date: Wednesday, April 4, 2012, 10:23 PM

      Rolls?
      """
    let blocks = BlockSplitter.blocks(of: text)
    #expect(blocks.map(\.kind) == [.own, .attribution, .quote])
    #expect(BlockSplitter.ownText(of: text, blocks: blocks) == "Sounds great.")
  }
}
