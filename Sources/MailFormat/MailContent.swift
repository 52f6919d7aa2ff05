/// What the parts of a message gave: texts to be read and things that it carries.
struct MailContent: Sendable, Hashable {
  /// What there is to read, in reading order.
  var textParts: [MailMessage.TextPart] = []
  /// Everything else, in the order of the message.
  var attachments: [MailAttachment] = []
  /// How many characters could not be decoded and became U+FFFD.
  var replacementCount = 0
}
