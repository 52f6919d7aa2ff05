internal import Discussion

/// What speaks for or against the article or an earlier comment as the parent of a comment.
enum CommentFeature: Int, EvidenceFeature {
  /// The text names its number or its permalink.
  case number
  /// The share of the quotations that it wrote.
  case quote
  /// How much of them it wrote, from 0 to 1.
  case quoteSize
  /// The comment quotes, and it wrote nothing of that.
  case quoteNone
  /// The share of the quotations that it only passed on.
  case passedOn
  /// How much of the author's own words it wrote: quoted without marks.
  case copied
  /// How well an attribution names its author.
  case attributionName
  /// Attributions name somebody, and not its author.
  case attributionOther
  /// How well the salutation at the start fits its author.
  case salutation
  /// How well a later salutation fits its author.
  case salutationLater
  /// The salutation at the start fits somebody else on the page.
  case salutationOther
  /// The salutation fits nobody, and its author shows only a handle.
  case elimination
  /// Its author's name stands near the start of the text.
  case mentionEarly
  /// Its author's name stands elsewhere in the text.
  case mention
  /// It is its author's latest.
  case latestOfPerson
  /// The author has answered it before.
  case answered
  /// It speaks to the author by name.
  case namesMe
  /// It answers a comment of the author.
  case turn
  /// The article's owner turns to a visitor that got no answer yet.
  case ownerTurn
  /// It is the owner's, and the comment is a visitor's.
  case byOwner
  /// How alike the words are: cosine with the rarity of words on the page.
  case words
  /// It stands directly before.
  case previous
  /// Comments between, on a logarithmic scale, negative.
  case distance
  /// Hours between, on a logarithmic scale, negative.
  case recency
  /// One person wrote both.
  case sameAuthor
  /// It answers the article.
  case isTop
  /// How many answers it has, on a logarithmic scale.
  case answers
  /// It is the article.
  case article
  /// It is the article, and the comment is its author's first.
  case articleFirst
  /// It is the article, and the comment is its owner's.
  case articleOwner
  /// It is the article; how many comments there are to each person, on a logarithmic scale.
  case articleDensity
  /// It is the article; how many comments stand before, on a logarithmic scale.
  case articleDistance
  /// It is the article, and the comment quotes somebody.
  case articleQuotes
  /// It is the article, and the comment speaks to a commenter.
  case articleSalutes
  /// It is the article; how much of the page is talk among regulars, from 0 to 1.
  case articleRegulars
  /// It is the article, the comment is its author's first; how much of the page is talk among regulars.
  case articleFirstRegulars
  /// It stands directly before, and the comment is its author's first.
  case previousFirst
  /// It is the owner's and stands directly before, and has answered somebody else.
  case ownerElsewhere
  /// It wrote the first quotation.
  case quoteFirst
  /// It answers a comment of the author, who has not answered it yet, and it is the latest that does.
  case turnOpen
  /// The author's last comment answered the same person, of whom it is the latest.
  case partner
  /// Its words are the most alike of all candidates.
  case wordsBest
  /// It is the article; how many comments stand before, times the talk among regulars.
  case articleDistanceRegulars
  /// It is the article; the share of the visitors' comments that are not their first.
  case articleReturning
  /// It is the article and the comment its author's first; the share of comments that are not their visitor's first.
  case articleFirstReturning
  /// It is the article; the share of the comments that quote.
  case articleQuoting
  /// It is the article and the comment its author's first; the share of the comments that quote.
  case articleFirstQuoting
  /// It is the article, the comment names nobody and quotes nothing; the share of the others that name somebody.
  case articleSilent
  /// The share of the quotations that it wrote or passed on, where it wrote some: a quoted exchange ends with its words.
  case quoteCover
  /// It wrote from the last quotation that anybody wrote.
  case quoteLast
  /// How alike its words and the quoted ones are: a quotation whose words were altered.
  case quoteWords
  /// It came after the last comment of the author.
  case sinceOwn
  /// It is the latest that somebody else wrote.
  case previousOther
  /// It is the author's own, and the comment speaks to somebody else by name.
  case ownSalutesOther
  /// It is the article, and its owner speaks to a commenter by name.
  case articleOwnerSalutes

  var kind: Evidence.Kind? {
    switch self {
    case .number: .ordinal
    case .quote, .quoteSize, .quoteNone, .passedOn, .copied, .quoteFirst, .quoteCover, .quoteLast,
      .quoteWords:
      .quote
    case .attributionName, .attributionOther: .attribution
    case .salutation, .salutationLater, .salutationOther, .elimination, .latestOfPerson,
      .ownSalutesOther:
      .salutation
    case .mentionEarly, .mention: .mention
    case .answered, .namesMe, .turn, .ownerTurn, .byOwner, .ownerElsewhere, .turnOpen, .partner:
      .turn
    case .words, .wordsBest: .text
    case .previous, .distance, .recency, .previousFirst, .sinceOwn, .previousOther:
      .sequence
    case .article, .articleFirst, .articleOwner, .articleDensity, .articleDistance,
      .articleQuotes, .articleSalutes, .articleRegulars, .articleFirstRegulars,
      .articleDistanceRegulars, .articleReturning, .articleFirstReturning,
      .articleQuoting, .articleFirstQuoting, .articleSilent, .articleOwnerSalutes:
      .default
    case .sameAuthor, .isTop, .answers: nil
    }
  }
}
