internal import Mustache

/// A form of digests that a community made for itself: a Mustache template over the same values as JSON.
///
/// Values are escaped for HTML, as Mustache does; `{{{value}}}` and `{{% CONTENT_TYPE:TEXT}}` leave them as they are.
public struct DigestTemplate: Sendable {
  private let template: MustacheTemplate

  /// Why a template cannot be read.
  public struct SyntaxError: Error, Equatable {
    /// What is wrong, in words.
    public let message: String
  }

  /// Reads a template.
  ///
  /// - Throws: ``SyntaxError``.
  public init(parsing text: String) throws(SyntaxError) {
    do {
      template = try MustacheTemplate(string: text)
    } catch {
      throw SyntaxError(message: "\(error)")
    }
  }

  /// Fills the template with a document.
  public func render(_ document: DigestDocument) -> [UInt8] {
    Array(template.render(document.value.plain ?? [String: Any]()).utf8)
  }
}

extension DigestValue {
  /// The value as the templates' library takes it.
  fileprivate var plain: Any? {
    switch self {
    case .null: return nil
    case .text(let text): return text
    case .number(let number): return number
    case .flag(let flag): return flag
    case .list(let values): return values.compactMap(\.plain) as [Any]
    case .object(let members):
      var object: [String: Any] = [:]
      for (key, value) in members {
        if let plain = value.plain { object[key] = plain }
      }
      return object
    }
  }
}
