package lockstep.engine.postgres.embedded;

/// What can be done about an extension that the embedded server has not.
public final class MissingExtension {
  /// One sentence of advice.
  public static final String WAYS_OUT =
      "Use a server that has it with `--shadow-url`, or give its files, built for this major version,"
          + " to the embedded server with `lockstep shadow add-extension DIR`.";

  private MissingExtension() {}
}
