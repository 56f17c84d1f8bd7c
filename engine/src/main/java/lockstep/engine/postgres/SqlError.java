package lockstep.engine.postgres;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import lockstep.diagnostic.Diagnostic;
import lockstep.schema.QualifiedName;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// What the server said about a statement that it would not run.
///
/// @param state five characters (PostgreSQL 18, appendix A), as in `42P01`
/// @param message one line, in the server's words
/// @param offset where in the text that was sent, in UTF-16 code units from 0; empty where the
///   server named no place
/// @param context where inside a function or an inner query it happened
/// @param table the table whose rows it is about, where the server names one
/// @param column the column that is wrong, where the server names one
/// @param constraint the constraint or unique index of the table that is violated
public record SqlError(
    String state,
    String message,
    Optional<String> detail,
    Optional<String> hint,
    Optional<String> context,
    Optional<QualifiedName> table,
    Optional<String> column,
    Optional<String> constraint,
    OptionalInt offset) {
  /// Classes of states that say something about the server and not about the statement: refused by
  /// it, conflicts, no resources, objects in use, ended by an operator, system, settings, internal.
  private static final Set<String> OF_THE_SERVER =
      Set.of("0A", "25", "28", "40", "53", "55", "57", "58", "F0", "XX");

  private static final String READ_ONLY = "25006";

  private static final Set<String> PASSING = Set.of("40", "53", "57", "58", "XX");

  private static final Pattern MISSING_EXTENSION =
      Pattern.compile(
          "extension \"(.*)\" is not available|could not open extension control file"
              + " \".*/(.*)\\.control\"");

  private static final Pattern MISSING_ROLE =
      Pattern.compile("role \"(.*)\" does not exist", Pattern.DOTALL);

  /// Returns whether somebody else held a lock for longer than the session was to wait.
  public boolean isLockNotAvailable() {
    return state.equals("55P03");
  }

  /// Thrown by a [Session] where the caller did not ask for the error as a value.
  public static final class Thrown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SqlError error;

    Thrown(SqlError error) {
      this(error, null);
    }

    Thrown(SqlError error, Throwable cause) {
      super(error.state() + ": " + error.message(), cause);
      this.error = error;
    }

    public SqlError error() {
      return error;
    }

    /// Returns what to tell the user where the server is in no state to run the statement, or the
    /// role may not; empty where the statement itself is wrong, which is our own mistake.
    public Optional<Diagnostic> diagnostic() {
      return error.isOfTheServer()
          ? Optional.of(
              Diagnostic.of(
                      PostgresCode.STATEMENT_REFUSED,
                      "The server did not run a statement: %s (%s)."
                          .formatted(error.message(), error.state()))
                  .withAdvice(advice()))
          : Optional.empty();
    }

    private String advice() {
      if (error.isDenied()) {
        return "Have the owner grant the right to the user whom the database URL names, or name"
            + " another user there.";
      }
      return error.state().equals(READ_ONLY)
          ? "Name a server and a user that may change the database: a standby only reads, and so"
              + " does whoever has `default_transaction_read_only` set."
          : "Look into the server's log, then run the command again.";
    }
  }

  /// Returns the same error in a text that begins `by` characters earlier.
  SqlError shifted(int by) {
    return new SqlError(
        state,
        message,
        detail,
        hint,
        context,
        table,
        column,
        constraint,
        offset.isPresent() ? OptionalInt.of(offset.getAsInt() + by) : offset);
  }

  /// Returns the extension that the server has no files of, where that is what is wrong (PostgreSQL
  /// 13 to 18).
  Optional<String> missingExtension() {
    var matcher = MISSING_EXTENSION.matcher(message);
    return matcher.find()
        ? Optional.ofNullable(matcher.group(1)).or(() -> Optional.of(matcher.group(2)))
        : Optional.empty();
  }

  /// Returns the role that the server does not know, where that is what is wrong (PostgreSQL 13 to
  /// 18).
  public Optional<String> missingRole() {
    var matcher = MISSING_ROLE.matcher(message);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /// Returns it for who cannot go on after it.
  public Thrown thrown() {
    return new Thrown(this);
  }

  /// Returns what the server said, its state and its detail, without a full stop.
  public String inWords() {
    return "%s (%s)%s"
        .formatted(message, state, detail.map(it -> ": " + it.replaceFirst("\\.$", "")).orElse(""));
  }

  /// Returns what the server said, with all its advice, as its own log has it.
  public String inLines() {
    return message
        + detail.map("\nDETAIL: "::concat).orElse("")
        + hint.map("\nHINT: "::concat).orElse("");
  }

  /// Returns whether the server is in no state to run the statement, or the role may not; else the
  /// statement or its values are wrong.
  public boolean isOfTheServer() {
    return isDenied() || OF_THE_SERVER.contains(state.substring(0, 2));
  }

  /// Returns whether the role lacks a right, or is no superuser.
  public boolean isDenied() {
    return state.equals("42501");
  }

  /// Returns whether a policy of a table stands against a row.
  public boolean isOfPolicy() {
    return isDenied() && message.contains("row-level security policy");
  }

  /// Returns whether the statement may be right and the server was in no state to run it to its
  /// end: a lock, a conflict, no resources, ended by an operator, broken.
  public boolean isPassing() {
    return isLockNotAvailable() || PASSING.contains(state.substring(0, 2));
  }

  /// Returns an error of which nothing else is known.
  public static SqlError of(String state, String message) {
    return new SqlError(
        state,
        message,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty());
  }

  static SqlError of(PSQLException exception, String sent) {
    var server = exception.getServerErrorMessage();
    var state = exception.getSQLState();
    if (server == null) {
      return of(state == null ? "XX000" : state, exception.getMessage());
    }
    return new SqlError(
        state,
        Optional.ofNullable(server.getMessage()).orElse("no message"),
        Optional.ofNullable(server.getDetail()),
        Optional.ofNullable(server.getHint()),
        Optional.ofNullable(server.getWhere()),
        table(server),
        Optional.ofNullable(server.getColumn()),
        Optional.ofNullable(server.getConstraint()),
        offset(server.getPosition(), sent));
  }

  private static Optional<QualifiedName> table(ServerErrorMessage server) {
    return Optional.ofNullable(server.getSchema())
        .flatMap(
            it -> Optional.ofNullable(server.getTable()).map(name -> QualifiedName.of(it, name)));
  }

  /// The server counts characters from 1.
  private static OptionalInt offset(int position, String sent) {
    var characters = sent.codePointCount(0, sent.length());
    return position < 1 || position > characters + 1
        ? OptionalInt.empty()
        : OptionalInt.of(sent.offsetByCodePoints(0, Math.min(position - 1, characters)));
  }
}
