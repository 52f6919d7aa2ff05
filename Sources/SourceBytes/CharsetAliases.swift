/// Labels that mail and pages use, and the name under which iconv knows what their writers meant.
///
/// Sources: the Encoding Standard's "label" column for the supersets that browsers read in place of the
/// named sets, and the list of labels that glibc 2.36 does not know.
enum CharsetAliases {
  /// What a label says nothing reliable about: UTF-8 where it fits, else Windows-1252.
  static let unlabelled: Set<String> = [
    "", "unknown-8bit", "unknown8bit", "x-unknown", "unknown", "8bit", "7bit", "binary", "none",
    "default",
    "us-ascii", "ascii", "usascii", "us_ascii", "ansi_x3.4-1968", "ansi_x3.4-1986", "iso646-us",
    "iso_646.irv:1991", "iso-ir-6", "cp367", "ibm367", "646", "x-user-defined",
    "undefined", "x-ascii", "iso-8859", "ansi",
  ]

  /// Every way to write UTF-8.
  static let utf8: Set<String> = [
    "utf-8", "utf8", "utf_8", "utf-8n", "utf8mb4", "unicode-1-1-utf-8", "x-utf-8",
    "x-unicode20utf8",
    "unicode11utf8", "unicode20utf8", "u8", "cp65001", "utf-8-mac", "utf8-mac",
  ]

  /// From label to iconv name.
  static let names: [String: String] = [
    "iso-8859-1": "CP1252", "iso8859-1": "CP1252", "iso_8859-1": "CP1252", "iso88591": "CP1252",
    "iso-8859-1:1987": "CP1252", "iso_8859-1:1987": "CP1252", "8859-1": "CP1252",
    "8859_1": "CP1252",
    "latin1": "CP1252", "latin-1": "CP1252", "l1": "CP1252", "iso-ir-100": "CP1252",
    "cp819": "CP1252",
    "ibm819": "CP1252", "iso-8859-1-windows-3.1-latin-1": "CP1252", "x-iso-8859-1": "CP1252",
    "iso-latin-1": "CP1252", "iso-8859_1": "CP1252", "windows1252": "CP1252",
    "windows-1252": "CP1252",
    "win-1252": "CP1252", "x-cp1252": "CP1252", "cp-1252": "CP1252", "ansi-1252": "CP1252",
    "x-ansi": "CP1252", "iso-8859-1-i": "CP1252",
    "iso-8859-8-i": "ISO-8859-8", "iso-8859-8-e": "ISO-8859-8", "iso-8859-6-i": "ISO-8859-6",
    "iso-8859-6-e": "ISO-8859-6", "logical": "ISO-8859-8", "iso-8859-9": "CP1254",
    "iso8859-9": "CP1254", "latin5": "CP1254", "iso-8859-11": "CP874", "tis-620": "CP874",
    "windows-874": "CP874", "dos-874": "CP874", "tis620": "CP874",
    "windows-31j": "CP932", "shift_jis": "CP932", "shift-jis": "CP932", "sjis": "CP932",
    "x-sjis": "CP932", "ms_kanji": "CP932", "csshiftjis": "CP932", "cp932": "CP932",
    "ms932": "CP932",
    "ks_c_5601-1987": "CP949", "ks_c_5601-1989": "CP949", "ks_c_5601": "CP949", "ksc5601": "CP949",
    "ksc_5601": "CP949", "euc-kr": "CP949", "euckr": "CP949", "korean": "CP949",
    "iso-ir-149": "CP949", "windows-949": "CP949", "ms949": "CP949",
    "gb2312": "GB18030", "gb_2312-80": "GB18030", "gb2312-80": "GB18030", "gbk": "GB18030",
    "x-gbk": "GB18030", "chinese": "GB18030", "euc-cn": "GB18030", "euccn": "GB18030",
    "iso-ir-58": "GB18030", "cp936": "GB18030", "ms936": "GB18030", "windows-936": "GB18030",
    "gb18030": "GB18030", "cn-gb": "GB18030", "csgb2312": "GB18030", "gb-2312": "GB18030",
    "big5": "BIG5-HKSCS", "big-5": "BIG5-HKSCS", "cn-big5": "BIG5-HKSCS", "x-x-big5": "BIG5-HKSCS",
    "big5-hkscs": "BIG5-HKSCS", "x-big5": "BIG5-HKSCS", "chinesebig5": "BIG5-HKSCS",
    "big5-eten": "BIG5-HKSCS", "cp950": "CP950",
    "x-euc-jp": "EUC-JP", "eucjp": "EUC-JP", "x-euc": "EUC-JP", "ujis": "EUC-JP",
    "iso-2022-jp": "ISO-2022-JP-3", "iso2022jp": "ISO-2022-JP-3", "csiso2022jp": "ISO-2022-JP-3",
    "iso-2022-jp-ms": "ISO-2022-JP-3", "cp50220": "ISO-2022-JP-3", "cp50221": "ISO-2022-JP-3",
    "cp50222": "ISO-2022-JP-3",
    "x-mac-roman": "MACINTOSH", "macroman": "MACINTOSH", "mac": "MACINTOSH",
    "macintosh": "MACINTOSH",
    "x-mac-cyrillic": "MAC-CYRILLIC", "x-mac-ce": "MAC-CENTRALEUROPE",
    "x-mac-centraleurroman": "MAC-CENTRALEUROPE",
    "unicode-1-1-utf-7": "UTF-7", "utf7": "UTF-7", "utf-7": "UTF-7", "x-unicode-2-0-utf-7": "UTF-7",
    "unicode-2-0-utf-7": "UTF-7", "csunicode11utf7": "UTF-7",
    "x-cp1250": "CP1250", "x-cp1251": "CP1251", "win-1251": "CP1251", "win1251": "CP1251",
    "windows1251": "CP1251", "cp-1251": "CP1251", "windows-1251": "CP1251", "windows1250": "CP1250",
    "windows1253": "CP1253", "windows1254": "CP1254", "windows1255": "CP1255",
    "windows1256": "CP1256", "windows1257": "CP1257", "windows1258": "CP1258",
    "koi8": "KOI8-R", "koi": "KOI8-R", "koi8r": "KOI8-R", "koi8_r": "KOI8-R", "x-koi8-r": "KOI8-R",
    "koi8-ru": "KOI8-U", "koi8u": "KOI8-U", "x-viet-tcvn": "TCVN", "x-viscii": "VISCII",
    "iso88592": "ISO-8859-2", "iso885915": "ISO-8859-15", "latin9": "ISO-8859-15",
    "latin-9": "ISO-8859-15", "latin-2": "ISO-8859-2", "iso8859-15": "ISO-8859-15",
    "iso-10646-ucs-2": "UTF-16", "ucs-2": "UTF-16", "ucs2": "UTF-16", "unicode": "UTF-16",
    "utf16": "UTF-16", "utf-16": "UTF-16", "utf32": "UTF-32", "utf-32": "UTF-32", "ucs-4": "UTF-32",
    "hz-gb-2312": "HZ", "hz": "HZ",
  ]
}
