package lockstep.engine.json;

/// A text that was to be JSON is not. Checked, because only the caller knows whose text it was.
public final class MalformedJsonException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int offset;

  MalformedJsonException(String fact, int offset) {
    super(fact);
    this.offset = offset;
  }

  /// Returns where, in UTF-16 code units from 0.
  public int offset() {
    return offset;
  }
}
