package lockstep.engine.seed;

/// A data file that cannot be taken apart. Checked, because only the caller knows the file.
final class MalformedData extends Exception {
  private static final long serialVersionUID = 1L;

  private final int offset;

  MalformedData(String fact, int offset) {
    super(fact);
    this.offset = offset;
  }

  /// Returns where, in UTF-16 code units from 0.
  int offset() {
    return offset;
  }
}
