internal import Discussion
internal import SourceBytes

/// Follows the events of a member in order and completes its end with what its posts claim about their venue.
struct MemberAssembler {
  let options: ImportOptions
  private var votes: [VenueClaims.Origin: [Venue: Int]] = [:]
  private var postCount = 0
  private var format: String?
  private var hasOwnVenue = false
  private var venueKind: Venue.Kind?
  private var place = ""
  private var location = ""
  /// The comments of the first level that lie in files of their own, by folder: their places in order, and by key.
  private var siblings: [String: (places: [String], placeOfKey: [String: String])] = [:]
  /// Message-IDs that index pages gave so far, by the place of the post.
  private var identities: [String: MessageID] = [:]
  /// The time of the last message of the member whose date can be true.
  private var lastInstant: Int64?

  /// What was read before of mailboxes that have grown, by absolute path.
  private let earlier: [String: EarlierPart]

  init(options: ImportOptions, files: [InputFile] = []) {
    self.options = options
    earlier = Dictionary(
      files.compactMap { file in file.earlier.map { (file.location, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Takes in one step and gives it on.
  ///
  /// - Parameter event: Its posts are changed in place where nobody else holds them.
  mutating func complete(_ event: consuming ImportEvent) -> ImportEvent {
    guard case .batch(var batch) = event else { return completeFrame(event) }
    // What is held once is changed in place.
    event = .memberBegan(path: "")
    identities.merge(batch.identities) { first, _ in first }
    for index in batch.contributions.indices {
      identify(&batch.contributions[index])
      date(&batch.contributions[index])
      count(batch.contributions[index])
    }
    venueKind = batch.venueKind ?? venueKind
    if let claim = batch.sibling { settle(claim, in: &batch) }
    if let site = batch.site {
      votes[site.origin, default: [:]][site.venue, default: 0] += site.count
      hasOwnVenue = site.venue.kind != .list
    }
    return .batch(batch)
  }

  /// The same for the steps around batches.
  private mutating func completeFrame(_ event: ImportEvent) -> ImportEvent {
    switch event {
    case .sourceBegan(_, let location, _, _): self.location = location
    case .sourceEnded, .batch: break
    case .memberBegan(let path):
      votes = [:]
      postCount = 0
      format = nil
      hasOwnVenue = false
      venueKind = nil
      lastInstant = nil
      place = path.isEmpty ? location : location + "!" + path
      if path.isEmpty, let part = earlier[location] { resume(part) }
    case .memberEnded(let byteCount, let stated, var claims):
      claims?.given = options.venue
      claims?.postCount = postCount
      if let venueKind { claims?.fallback.kind = venueKind }
      // Pages of several blogs may lie in one folder; each speaks for itself.
      if hasOwnVenue { claims?.group = place }
      claims?.votes += votes.flatMap { origin, venues in
        venues.map { VenueClaims.Vote(origin: origin, venue: $0.key, count: $0.value) }
      }
      // Without posts and claims there is nothing whose venue could be asked for.
      if postCount == 0, votes.isEmpty { claims = nil }
      return .memberEnded(
        byteCount: byteCount, format: stated.isEmpty ? format ?? "other" : stated, venues: claims)
    }
    return event
  }

  /// Links a comment in a file of its own to one that came before in the same folder.
  private func parentPlace(_ claim: SiblingClaim, folder: String) -> String? {
    let known = siblings[folder]
    return switch claim {
    case .first: nil
    case .ordinal(let number):
      known.flatMap { number > 0 && number <= $0.places.count ? $0.places[number - 1] : nil }
    case .key(let key): known?.placeOfKey[key]
    }
  }

  private mutating func settle(_ claim: SiblingClaim, in batch: inout ImportBatch) {
    guard let own = batch.contributions.first?.place else { return }
    let folder = String(place[..<(place.lastIndex { $0 == "/" || $0 == "!" } ?? place.startIndex)])
    if case .first(let key) = claim {
      siblings[folder, default: ([], [:])].places.append(own)
      if let key { siblings[folder, default: ([], [:])].placeOfKey[key] = own }
    } else if let parent = parentPlace(claim, folder: folder) {
      batch.contributions[0].replies.append(
        StatedReply(
          child: .own, parent: .place(parent),
          evidence: Evidence(.markup, weight: 9, detail: "the file names the comment it answers"),
          confidence: 0.99))
    }
  }

  /// Gives a post on a page the Message-ID that an index knows it by.
  private func identify(_ contribution: inout Contribution) {
    guard let place = contribution.place, let messageID = identities[place],
      contribution.post.messageID != messageID
    else { return }
    contribution.post.messageID = messageID
    contribution.post.id = PostID(PostIdentity(messageID))
  }

  /// Dates a message whose own lines cannot be true by the message before it in the file.
  ///
  /// The characters that the message shows stay; of the time only the day is claimed.
  private mutating func date(_ contribution: inout Contribution) {
    guard contribution.isDateDoubtful else {
      if contribution.post.kind == .message {
        lastInstant = contribution.post.date?.stated.instant ?? lastInstant
      }
      return
    }
    guard let lastInstant else { return }
    contribution.post.date = PostDate(
      stated: StatedDate(instant: lastInstant, offsetMinutes: nil, precision: .day),
      source: .neighbours, asWritten: contribution.post.date?.asWritten ?? "")
  }

  private mutating func count(_ contribution: Contribution) {
    postCount += 1
    format = contribution.format
    vote(contribution.listVenue, contribution.post.subject, times: 1)
  }

  private mutating func vote(_ list: Venue?, _ subject: String?, times count: Int) {
    if let list {
      votes[list.kind == .newsgroup ? .newsgroup : .listID, default: [:]][list, default: 0] += count
    }
    if let tag = SubjectTag.venue(of: subject) {
      votes[.subjectTag, default: [:]][tag, default: 0] += count
    }
  }

  /// Goes on where a mailbox was read to.
  private mutating func resume(_ part: EarlierPart) {
    for vote in part.votes {
      votes[vote.origin, default: [:]][vote.venue, default: 0] += vote.count
    }
    for claim in part.takenBack { vote(claim.listVenue, claim.subject, times: -1) }
    postCount = part.postCount - part.takenBack.count
    lastInstant = part.instant
  }
}
