package lockstep.engine.verify;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lockstep.engine.python.Interpreter;

/// What to do where a program that tries queries ended early.
final class Remedy {
  static final String UNKNOWN = "Look at what it says, and run it again.";

  /// What converted calls need, as pip reads it.
  private static final Map<String, String> PACKAGES =
      Map.of(
          "sqlalchemy", "sqlalchemy[asyncio]>=2",
          "greenlet", "sqlalchemy[asyncio]>=2",
          "pgvector", "pgvector",
          "asyncpg", "asyncpg",
          "psycopg", "psycopg[binary]",
          "psycopg2", "psycopg2-binary");

  private static final Pattern NO_MODULE =
      Pattern.compile("ModuleNotFoundError: No module named '(\\w+)");
  private static final Pattern NO_NAME =
      Pattern.compile("ImportError: cannot import name '\\w+' from '(\\w+)");
  private static final Pattern NO_GREENLET = Pattern.compile("the (greenlet) library is required");

  private Remedy() {}

  /// @param said last, by Python
  static String ofPython(Interpreter interpreter, String said) {
    return name(said)
        .map(
            it ->
                Optional.ofNullable(PACKAGES.get(it))
                    .map(requirement -> interpreter.installing(requirement) + ".")
                    .orElseGet(
                        () ->
                            "Converted calls import `%s`: bring it within reach of %s."
                                .formatted(it, interpreter.described())))
        .orElse(UNKNOWN);
  }

  private static Optional<String> name(String said) {
    for (var pattern : new Pattern[] {NO_MODULE, NO_NAME, NO_GREENLET}) {
      var found = pattern.matcher(said);
      if (found.find()) {
        return Optional.of(found.group(1));
      }
    }
    return Optional.empty();
  }
}
