/// The producers that are read, in the order in which ties are settled.
public enum ProducerTable {
  /// Every producer of HTML pages.
  public static let producers: [any Producer] = [
    Pipermail(), PipermailIndex(), MHonArc(), MHonArcIndex(), Hypermail(), HypermailIndex(),
    HyperKitty(), PublicInbox(), MarcInfo(), ModMbox(), Lurker(), Listserv(), Gmane(),
    GoogleGroups(), YahooGroupsPage(), Nabble(),
    Drupal(), Blogger(), MovableType(), Discourse(), HackerNews(), OldReddit(), IssoPage(),
    DisqusPage(), Serendipity(), B2evolution(), LiveJournal(), GreaterWrong(), Slashdot(),
    Textpattern(), SPIP(), PivotX(), Subtext(), WordPress(),
    Microformats(), LinkedDataPage(), Microdata(), CommentPage(),
    HAtom(), GenericMessage(), GenericPage(),
  ]

  /// What `thresh formats` lists.
  public static var summaries: [ProducerSummary] {
    producers.map(\.summary) + ExportReader.summaries + DataExports.all.map(\.summary) + [
      TextCapture.summary
    ]
  }
}
