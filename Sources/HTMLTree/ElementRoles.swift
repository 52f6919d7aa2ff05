/// How elements show: a table of names.
enum ElementRole {
  /// Its text is not for reading.
  case hidden
  /// Stands on lines of its own.
  case block
  /// Stands on lines of its own with an empty line before and after.
  case paragraph
  case quote
  case list
  case item
  case definition
  case preformatted
  case row
  case cell
  case lineBreak
  case rule
  case image
  case link
  case inline
}

extension ElementRole {
  static let table: [String: ElementRole] = [
    "script": .hidden, "style": .hidden, "template": .hidden, "head": .hidden, "title": .hidden,
    "noscript": .hidden, "select": .hidden, "textarea": .hidden, "button": .hidden,
    "iframe": .hidden, "object": .hidden, "svg": .hidden, "math": .inline, "canvas": .hidden,
    "audio": .hidden, "video": .hidden, "map": .hidden, "datalist": .hidden, "noframes": .hidden,
    "address": .block, "article": .block, "aside": .block, "body": .block, "center": .block,
    "dir": .list, "div": .block, "dl": .paragraph, "dt": .block, "fieldset": .block,
    "figcaption": .block, "figure": .paragraph, "footer": .block, "form": .block,
    "header": .block, "hgroup": .block, "html": .block, "main": .block, "nav": .block,
    "section": .block, "caption": .block, "thead": .block, "tbody": .block, "tfoot": .block,
    "details": .block, "summary": .block,
    "h1": .paragraph, "h2": .paragraph, "h3": .paragraph, "h4": .paragraph, "h5": .paragraph,
    "h6": .paragraph, "p": .paragraph, "table": .paragraph,
    "blockquote": .quote, "ul": .list, "ol": .list, "menu": .list, "li": .item,
    "dd": .definition,
    "pre": .preformatted, "listing": .preformatted, "xmp": .preformatted,
    "plaintext": .preformatted,
    "tr": .row, "td": .cell, "th": .cell, "br": .lineBreak, "hr": .rule, "img": .image,
    "a": .link,
  ]
}
