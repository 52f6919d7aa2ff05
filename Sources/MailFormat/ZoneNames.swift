/// Names of time zones as mail uses them, in minutes east of UTC.
///
/// RFC 5322, section 4.3, defines the North American ones and UT; the others are what mailers of the 1980s to
/// 2000s wrote. Names that stand for several zones (`IST`, `BST` before 1972) are read as in most mail; `EST` is
/// the American one. The military letters say nothing, as section 4.3 rules, but for `Z`.
enum ZoneNames {
  static func minutes(_ name: String) -> Int? { table[name] }

  private static let table: [String: Int] = [
    "UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "UCT": 0, "ZULU": 0, "GMT0": 0,
    "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480,
    "PDT": -420, "AST": -240, "ADT": -180, "NST": -210, "NDT": -150, "AKST": -540, "AKDT": -480,
    "YST": -540, "YDT": -480, "HST": -600, "HDT": -540, "BRT": -180, "BRST": -120, "ART": -180,
    "EST5EDT": -300, "CST6CDT": -360, "MST7MDT": -420, "PST8PDT": -480,
    "BST": 60, "IST": 330, "WEST": 60, "WEDT": 60, "CET": 60, "MET": 60, "MEZ": 60, "MEWT": 60,
    "FWT": 60, "SWT": 60, "CEST": 120, "CETDST": 120, "MEST": 120, "METDST": 120, "MESZ": 120,
    "MSZ": 120,
    "EET": 120, "EEST": 180, "EETDST": 180, "SAST": 120, "SST": 480, "MSK": 180, "MSD": 240,
    "BT": 180,
    "JST": 540, "KST": 540, "HKT": 480, "SGT": 480, "CCT": 480, "AWST": 480, "WST": 480,
    "ACST": 570, "ACDT": 630, "AEST": 600, "AEDT": 660, "EAST": 600, "EADT": 660, "NZST": 720,
    "NZT": 720, "NZDT": 780,
  ]
}
