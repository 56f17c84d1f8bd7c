package lockstep.engine.postgres;

/// Ends the reading of a connection string; never leaves this package. Its message is a sentence
/// for the user and names no secret.
final class MalformedConnection extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedConnection(String reason) {
    super(reason, null, false, false);
  }
}
