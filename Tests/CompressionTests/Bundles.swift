import TestSupport

/// Compressed and bundled inputs, made by gzip 1.12 and the tarfile and zipfile modules of Python 3.11 from texts of ours.
enum Bundles {
  /// `one line`, `another line`.
  static let gzip = bytes(
    base64: "H4sIAAAAAAACA8vPS1XIycxL5UrMyy/JSC2CcADoEjt6FgAAAA==")

  /// A folder `lists` with `a.txt` (`first`) and `b.txt` (`second`), as a compressed ustar.
  static let tarGzip = bytes(
    base64: """
      H4sIAAAAAAACA+3UTQrCMBDF8Vl7ip5AMzptzlO/oFAUOiN4fGOX6rYt0v9v80I2WTxe+s7DdzKpVDRmYxaf+eOctURVywweHu1QnpR16sf+\
      2208Y8H+G1HNyXJt9r7XpHuVKtH/5K7d4LERrHr/x4X3n7/3f2D/c/DL6X478wEAAAAAAAAAAAAAAPDPXkUacskAKAAA
      """)

  /// `a.txt` (`first`) and `b.txt` (`second`), deflated.
  static let zip = bytes(
    base64: """
      UEsDBBQAAAAIAABAMEAqs0rHCAAAAAYAAAAFAAAAYS50eHRLyywqLuECAFBLAwQUAAAACAAAQDBAfsAPBgkAAAAHAAAABQAAAGIudHh0K05N\
      zs9L4QIAUEsBAhQDFAAAAAgAAEAwQCqzSscIAAAABgAAAAUAAAAAAAAAAAAAAIABAAAAAGEudHh0UEsBAhQDFAAAAAgAAEAwQH7ADwYJAAAA\
      BwAAAAUAAAAAAAAAAAAAAIABKwAAAGIudHh0UEsFBgAAAAACAAIAZgAAAFcAAAAAAA==
      """)

  /// `münchen.txt` (`first`) and `łódź.txt` (`second`) as a compressed pax archive, whose names are UTF-8.
  static let tarWithNames = bytes(
    base64: """
      H4sIAAAAAAACA+3VMQrCMBiG4cyewhOkf0LaTFJHR68QmkgdWqWt0NkruYlb6b20FBSRgkuKmO9ZGrpkCB8vj3i03pp244x1FfOCRlNfIhm/\
      zsN/QVJItmzZDE51Y6rH9SxMUiyPpslXRXcrs9yVvGmbBYNQFOnz2b3dMYw6UWp6/5QwITQpHSs17l8M+yfs37vdvqox+HDxn+i/+uy/QP9n\
      6T+N/e/P3cX2V+Q/MGlqU6/x/6r/+r3/pGWi0P851C47lBaTBwAAAAAAAAAAAAAA+Bd3DqT1nQAoAAA=
      """)

  /// The same as a stored zip, whose entries are marked as UTF-8.
  static let zipWithNames = bytes(
    base64: """
      UEsDBBQAAAgAAABAMEAqs0rHBgAAAAYAAAAMAAAAbcO8bmNoZW4udHh0Zmlyc3QKUEsDBBQAAAgAAABAMEB+wA8GBwAAAAcAAAALAAAAxYLD\
      s2TFui50eHRzZWNvbmQKUEsBAhQDFAAACAAAAEAwQCqzSscGAAAABgAAAAwAAAAAAAAAAAAAAIABAAAAAG3DvG5jaGVuLnR4dFBLAQIUAxQA\
      AAgAAABAMEB+wA8GBwAAAAcAAAALAAAAAAAAAAAAAACAATAAAADFgsOzZMW6LnR4dFBLBQYAAAAAAgACAHMAAABgAAAAAAA=
      """)
}
