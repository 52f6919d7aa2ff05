extension QueryField {
  /// Every field, in the order in which help prints them.
  public static let all: [QueryField] = [
    QueryField(.from, .text, "the author's name or address as shown", "from:ada"),
    QueryField(.subject, .text, "the subject or title", "subject:budget"),
    QueryField(.body, .text, "own words, without quotations", "body:\"very small community\""),
    QueryField(.quoted, .text, "words that the post quotes", "quoted:scale"),
    QueryField(.attachment, .text, "the name of an attached file", "attachment:pdf"),
    QueryField(.note, .text, "the notes of a reader", "note:check"),
    QueryField(.person, .text, "a person, by any of their names or by id", "person:ada"),
    QueryField(.to, .text, "the person that the post speaks to", "to:andrew"),
    QueryField(
      .venue, alias: "list", .pattern, "the list, blog, forum or newsgroup", "venue:commons-*"),
    QueryField(.topic, .pattern, "a topic of the codebook", "topic:scale"),
    QueryField(.role, .pattern, "what a marked passage does in an argument", "role:claim"),
    QueryField(
      .stance, .choice(["agree", "partly", "disagree", "question", "neutral"]),
      "the stance of a marked passage", "stance:disagree"),
    QueryField(
      .kind, .choice(["message", "article", "comment", "pingback", "missing"]),
      "what the post is", "kind:comment"),
    QueryField(.lang, .pattern, "the language of own words", "lang:de"),
    QueryField(
      .evidence,
      .choice([
        "header", "markup", "quote", "attribution", "ordinal", "salutation", "mention", "turn",
        "text", "subject", "sequence", "default", "manual",
      ]), "the strongest evidence for the reply link", "evidence:salutation"),
    QueryField(
      .certainty, .choice(["certain", "likely", "guess"]), "how sure the reply link is",
      "certainty:guess"),
    QueryField(.url, .pattern, "a link in own words, or the post's own", "url:*example.org*"),
    QueryField(.source, .pattern, "the file it was imported from", "source:*2012-January*"),
    QueryField(.id, .post, "one post", "id:k3v9q2m7"),
    QueryField(.replyto, .post, "the answers to a post", "replyto:k3v9q2m7"),
    QueryField(
      .thread, .thread, "every post of the thread of a post, or of threads in which a post matches",
      "thread:{from:ada subject:budget}"),
    QueryField(
      .date, .dates, "a day, month, year or range, ends included", "date:2012-01..2012-03"),
    QueryField(.before, .moment, "before a day, month or year begins", "before:2012"),
    QueryField(.after, .moment, "after a day, month or year has ended", "after:2012-06"),
    QueryField(
      .is, .state([.root, .reply, .unanswered, .question, .annotated, .missing]),
      "the state of a post", "is:unanswered"),
    QueryField(.has, .state([.attachment, .quote, .url]), "what a post has", "has:attachment"),
    QueryField(.query, .saved, "what a saved query asks for", "query:budget-talk"),
  ]

  /// Words that readers of other tools know, with what to write instead.
  static let words: [(word: String, instead: String)] = [
    ("author", "from:"), ("sender", "from:"), ("by", "from:"), ("title", "subject:"),
    ("text", "body:"), ("since", "after:"), ("until", "before:"), ("newer", "after:"),
    ("older", "before:"), ("year", "date:"), ("month", "date:"), ("day", "date:"),
    ("tag", "topic:"), ("label", "topic:"), ("language", "lang:"), ("link", "url:"),
    ("filename", "attachment:"), ("file", "attachment:"), ("group", "venue:"),
    ("path", "source:"), ("type", "kind:"), ("mid", "id:"), ("msgid", "id:"), ("post", "id:"),
  ]
}
