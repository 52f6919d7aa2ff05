internal import Discussion

/// What speaks for or against an earlier message as the parent of a message.
enum MailFeature: Int, EvidenceFeature {
  /// The share of the first-level quotations that it wrote.
  case quote
  /// How much of them it wrote, from 0 to 1.
  case quoteSize
  /// The message quotes, and it wrote nothing of that.
  case quoteNone
  /// The share of the first-level quotations that it only passed on.
  case passedOn
  /// The share of the deeper quotations that it quotes itself.
  case deeper
  /// The share of the deeper quotations that it wrote: it is a grandparent.
  case deeperWritten
  /// The share of the author's own words that it wrote: quoted without marks.
  case copied
  /// How well the best attribution names its author.
  case attributionName
  /// Attributions name somebody, and not its author.
  case attributionOther
  /// The attribution tells its minute.
  case time
  /// The attribution tells another time of day.
  case timeOther
  /// The attribution tells its day.
  case day
  /// The attribution tells another day.
  case dayOther
  /// Of all Message-IDs that the text names outside of quotations, its own comes first.
  case messageID
  /// How well the salutation fits its author.
  case salutation
  /// The salutation fits the author of another candidate.
  case salutationOther
  /// They have one base subject.
  case subject
  /// They have one base subject, and the message has a reply prefix.
  case subjectReply
  /// The message says that its subject was that of the candidate.
  case subjectWas
  /// Nearness in time: -ln(1 + 4 days).
  case recency
  /// One person wrote both.
  case sameAuthor
  /// It answers a message of the author.
  case turn
  /// It is the latest message of the subject.
  case latest
  /// How many messages of the subject lie between: -ln(1 + n).
  case between
  /// It opens its thread.
  case root
  /// The author has answered it before.
  case answered
  /// They share no venue.
  case otherVenue
  /// The text names another message by its Message-ID first.
  case messageIDOther
  /// The message is a later part of a series, such as `[PATCH 2/7]`, of which this is the head.
  case series
  /// The text names its Message-ID, and that of another message before.
  case messageIDLater
  /// Its date is later than that of the message: one of two clocks is wrong.
  case later
  /// They have one base subject, the message has no reply prefix, and neither have most answers of the list.
  case subjectUnmarked
  /// The message quotes nothing; how alike the words are, with their rarity among the candidates.
  case words
  /// The message quotes nothing, and its words are the most alike of all candidates.
  case wordsBest
  /// The message quotes nothing and names its author.
  case mention

  var kind: Evidence.Kind? {
    switch self {
    case .quote, .quoteSize, .quoteNone, .passedOn, .deeper, .deeperWritten, .copied: .quote
    case .attributionName, .attributionOther, .time, .timeOther, .day, .dayOther, .messageID,
      .messageIDOther, .messageIDLater:
      .attribution
    case .words, .wordsBest: .text
    case .mention: .mention
    case .salutation, .salutationOther: .salutation
    case .subject, .subjectReply, .subjectWas, .subjectUnmarked: .subject
    case .turn, .answered, .sameAuthor: .turn
    case .recency, .latest, .between, .root: .sequence
    case .series: .ordinal
    case .otherVenue, .later: nil
    }
  }
}

/// What speaks for a message answering none of the candidates.
enum MailRootFeature: Int, EvidenceFeature {
  /// Always.
  case always
  /// It has a reply prefix.
  case reply
  /// It quotes.
  case quotes
  /// It has an attribution.
  case attributes
  /// It speaks to somebody.
  case salutes
  /// No earlier message has its subject.
  case newSubject
  /// The text names a Message-ID, and none of the candidates has it.
  case namesMissing
  /// It has no reply prefix; how many of the list's messages of a known subject have one, from 0 to 1.
  case unmarked
  /// It quotes nothing and has no reply prefix.
  case plain
  /// Its subject says that it is a forward and no reply.
  case forward

  var kind: Evidence.Kind? { nil }
}
