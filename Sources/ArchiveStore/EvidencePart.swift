internal import Discussion

/// Some posts and which of them are to be linked: the messages of one venue in a stretch of time, or pages with their
/// comments.
struct EvidencePart {
  /// One post of the part.
  struct Member {
    /// Its row.
    var post: Int64
    /// Whether this part links it.
    var isChild = true
    /// Whether what it answers is looked for: that of those which the part before links says who is in a conversation.
    var isScored = true
    /// Whether it shows by nothing but a quotation that it may answer.
    var isUnmarked = false
    /// The article of a comment.
    var article: PostID?
  }

  /// In the order of time.
  var members: [Member]
  /// How sure the links of unmarked ones must be.
  var leastConfidence = 0.0
}
