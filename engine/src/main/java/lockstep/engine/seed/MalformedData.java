package lockstep.engine.seed;

/// A data file that cannot be taken apart. Checked, because only the caller knows the file.
final class MalformedData extends Exception {
  private static final long serialVersionUID = 1L;

  private final String advice;
  private final int offset;

  MalformedData(String fact, String advice, int offset) {
    super(fact);
    this.advice = advice;
    this.offset = offset;
  }

  String advice() {
    return advice;
  }

  /// Returns where, in UTF-16 code units from 0.
  int offset() {
    return offset;
  }
}
