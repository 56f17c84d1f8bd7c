package lockstep.cli;

/// What a run tells the program that started it.
public enum ExitCode {
  /// Done, and nothing to report.
  CLEAN(0),
  /// Something was found: a difference, a stale file, an invalid schema.
  FINDINGS(1),
  /// The call was wrong: an unknown option or key, a missing or unreadable file.
  BAD_CALL(2),
  /// A server, an interpreter, a JDK or a disk stands in the way.
  ENVIRONMENT_FAILED(3),
  /// Lockstep itself is wrong.
  OUR_BUG(70);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
