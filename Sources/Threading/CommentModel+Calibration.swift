// Written by Scripts/fit-evidence.
extension CommentModel {
  /// What became of the shares in folds that the weights had not seen: where few
  /// quote, in comments that quote, and in silent ones where others quote.
  static let calibrations = [
    EvidenceCalibration(
      points: [
        (0.0000, 0.0000),
        (0.1800, 0.0000),
        (0.2621, 0.2885),
        (0.3561, 0.3434),
        (0.4538, 0.4626),
        (0.5483, 0.5171),
        (0.6531, 0.6252),
        (0.7507, 0.7457),
        (0.8566, 0.8640),
        (0.9263, 0.9246),
        (0.9663, 0.9472),
        (0.9911, 0.9618),
        (1.0000, 0.9990),
      ]),
    EvidenceCalibration(
      points: [
        (0.0000, 0.0000),
        (0.4313, 0.3333),
        (0.6080, 0.7222),
        (0.7533, 0.7647),
        (0.8579, 0.8359),
        (0.9491, 0.9419),
        (0.9882, 0.9646),
        (0.9989, 0.9916),
        (1.0000, 0.9921),
      ]),
    EvidenceCalibration(
      points: [
        (0.0000, 0.0000),
        (0.4645, 0.3206),
        (0.5417, 0.6186),
        (0.6492, 0.7026),
        (0.7593, 0.8147),
        (0.8497, 0.8172),
        (0.9383, 0.9354),
        (0.9880, 0.9358),
        (0.9998, 0.9990),
        (1.0000, 0.9995),
      ]),
  ]
}
