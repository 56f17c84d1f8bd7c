package lockstep.engine.postgres;

import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.EnvironmentException;
import lockstep.schema.Identifier;
import lockstep.sql.Quote;
import org.postgresql.PGConnection;
import org.postgresql.core.Field;
import org.postgresql.core.Query;
import org.postgresql.core.QueryExecutor;
import org.postgresql.core.ResultCursor;
import org.postgresql.core.ResultHandlerBase;
import org.postgresql.core.TransactionState;
import org.postgresql.core.Tuple;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.util.PSQLException;

/// One open connection to a database. Texts go to the server as they are, in one message each:
/// several statements in one text run in one implicit transaction.
///
/// Not for two threads at once, but for [#cancel]. A connection that breaks is an
/// [EnvironmentException].
public final class Session implements AutoCloseable {
  private final ConnectionUrl url;
  private final PgConnection connection;
  private final Predicate<String> extensions;

  private Session(ConnectionUrl url, PgConnection connection, Predicate<String> extensions) {
    this.url = url;
    this.connection = connection;
    this.extensions = extensions;
  }

  /// Connects; every way in which that can fail is an [EnvironmentException] that says what was
  /// tried.
  public static Session open(ConnectionUrl url) {
    return open(url, _ -> false);
  }

  /// @param extensions is asked for an extension that the server has not, by name; answers whether
  ///   it was added, so that the statement is worth another try
  static Session open(ConnectionUrl url, Predicate<String> extensions) {
    return new Session(url, Connector.connect(url), extensions);
  }

  public ConnectionUrl url() {
    return url;
  }

  /// Runs one query and returns what `read` makes of each row, in order.
  public <T> List<T> query(String sql, Function<Row, T> read) {
    var all = new ArrayList<T>();
    forEach(sql, row -> all.add(read.apply(row)));
    return List.copyOf(all);
  }

  /// Runs one query that answers at most one row.
  public <T> Optional<T> queryOne(String sql, Function<Row, T> read) {
    return query(sql, read).stream().findFirst();
  }

  /// Runs one query and hands each row on in order; by then the whole answer is in memory.
  public void forEach(String sql, Consumer<Row> each) {
    var results = new ArrayList<List<Tuple>>();
    try {
      send(sql, results::add);
    } catch (SQLException e) {
      throw failure(e, sql);
    }
    results.getFirst().forEach(it -> each.accept(new Row(it)));
  }

  /// Runs several queries in one round trip. The session is busy until the results are closed.
  public Results start(String queries) {
    return new Results(rows -> send(queries, rows), e -> failure(e, queries));
  }

  /// Runs a text of one or more statements; a statement that fails is a [SqlError.Thrown].
  public void execute(String sql) {
    tryExecute(sql)
        .ifPresent(
            error -> {
              throw new SqlError.Thrown(error);
            });
  }

  /// Runs a text of one or more statements and returns what the server objected to, if anything.
  public Optional<SqlError> tryExecute(String sql) {
    var error = send(sql);
    var missing = error.flatMap(SqlError::missingExtension);
    return missing.isPresent() && !isInTransaction() && extensions.test(missing.get())
        ? send(sql)
        : error;
  }

  /// A statement of several that failed.
  ///
  /// @param before how many of them the server had done by then, in a transaction or not
  public record Broken(SqlError error, int before) {}

  /// Runs a text of several statements and returns what the server objected to and at which of
  /// them, if at any.
  public Optional<Broken> tryAll(String script) {
    var done = new AtomicInteger();
    try {
      var executor = connection.getQueryExecutor();
      var query = executor.createQueryByKey(executor.createQueryKey(script, false, false)).query;
      var flags = QueryExecutor.QUERY_ONESHOT | QueryExecutor.QUERY_SUPPRESS_BEGIN;
      executor.execute(query, null, new Counter(done), 0, 0, flags);
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(new Broken(errorOrThrow(e, script), done.get()));
    }
  }

  /// Counts what the server has done.
  private static final class Counter extends ResultHandlerBase {
    private final AtomicInteger done;

    Counter(AtomicInteger done) {
      this.done = done;
    }

    @Override
    public void handleResultRows(
        Query query, Field[] fields, List<Tuple> tuples, ResultCursor cursor) {
      done.incrementAndGet();
    }

    @Override
    public void handleCommandStatus(String status, long updated, long inserted) {
      done.incrementAndGet();
    }

    @Override
    public void handleWarning(SQLWarning warning) {
      // What a script notes beside its work is not shown.
    }
  }

  /// As [#tryExecute], but a failure leaves a transaction that was open as it was before.
  public Optional<SqlError> tryExecuteGuarded(String sql) {
    if (!isInTransaction()) {
      return tryExecute(sql);
    }
    send("savepoint lockstep");
    var error = send(sql);
    send(error.isPresent() ? "rollback to lockstep" : "release lockstep");
    return error;
  }

  /// Returns whether there is a table, an index or the like of a name.
  ///
  /// @param name as SQL writes it
  public boolean hasRelation(String name) {
    var query = "select to_regclass(%s) is not null".formatted(Quote.literal(name));
    return queryOne(query, row -> row.isTrue(1)).equals(Optional.of(true));
  }

  /// Makes names without a namespace mean those of this one.
  public void workIn(Identifier namespace) {
    execute("set search_path to " + Quote.name(namespace));
  }

  /// Forgets all that was set in this session. Where the user may choose, the server speaks
  /// English: some errors are told apart by their words.
  public void reset() {
    execute("discard all");
    send("set lc_messages to 'C'");
  }

  /// Runs `COPY … FROM STDIN` with the data given, in COPY's text format.
  public Optional<SqlError> tryCopy(String sql, String data) {
    try {
      connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new StringReader(data));
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(errorOrThrow(e, sql));
    } catch (IOException e) {
      throw lost(e);
    }
  }

  /// Runs `work` in a read-only transaction that sees one state of the database throughout.
  public <T> T readOnly(Function<Session, T> work) {
    execute("begin transaction isolation level repeatable read read only");
    try {
      return work.apply(this);
    } finally {
      if (isOpen()) {
        execute("rollback");
      }
    }
  }

  /// Returns the server's version as `server_version_num` has it: 180006 is 18.6.
  public int serverVersion() {
    return connection.getQueryExecutor().getServerVersionNum();
  }

  /// Returns the number of the server's process for this session.
  public int serverProcess() {
    return connection.getBackendPID();
  }

  /// Has the server cancel the statement that runs, if one does. From any thread.
  public void cancel() {
    try {
      connection.cancelQuery();
    } catch (SQLException e) {
      // Whoever waits for the statement hears of it if the server is gone.
    }
  }

  /// Returns whether the server is still there; asks it.
  public boolean isAlive() {
    try {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  /// Returns whether a transaction is open, be it failed or not.
  public boolean isInTransaction() {
    return connection.getTransactionState() != TransactionState.IDLE;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // The server ends the session itself once the socket is gone.
    }
  }

  private Optional<SqlError> send(String sql) {
    try (var statement = statement()) {
      statement.execute(sql);
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(errorOrThrow(e, sql));
    }
  }

  private boolean isOpen() {
    try {
      return !connection.isClosed();
    } catch (SQLException e) {
      return false;
    }
  }

  /// Sends a text as it is and hands on the rows of each query in it, as they come.
  private void send(String sql, Consumer<List<Tuple>> rows) throws SQLException {
    var executor = connection.getQueryExecutor();
    var query = executor.createSimpleQuery(sql);
    var flags = QueryExecutor.QUERY_ONESHOT | QueryExecutor.QUERY_SUPPRESS_BEGIN;
    executor.execute(query, null, new Rows(rows), 0, 0, flags);
  }

  /// Takes what the driver reads of an answer.
  private static final class Rows extends ResultHandlerBase {
    private final Consumer<List<Tuple>> each;

    Rows(Consumer<List<Tuple>> each) {
      this.each = each;
    }

    @Override
    public void handleResultRows(
        Query query, Field[] fields, List<Tuple> tuples, ResultCursor cursor) {
      each.accept(tuples);
    }

    @Override
    public void handleWarning(SQLWarning warning) {
      // Nobody reads what a query notes beside its answer.
    }
  }

  private Statement statement() throws SQLException {
    var statement = connection.createStatement();
    statement.setEscapeProcessing(false);
    return statement;
  }

  private RuntimeException failure(SQLException exception, String sql) {
    return new SqlError.Thrown(errorOrThrow(exception, sql), exception);
  }

  private SqlError errorOrThrow(SQLException exception, String sql) {
    if (!isOpen() || isConnectionState(exception.getSQLState())) {
      throw lost(exception);
    }
    if ("53100".equals(exception.getSQLState())) {
      throw diskFull(exception);
    }
    if (exception instanceof PSQLException fromServer) {
      return SqlError.of(fromServer, sql);
    }
    throw new IllegalStateException(exception);
  }

  private EnvironmentException lost(Exception cause) {
    var fact = "The connection to %s broke: %s".formatted(url, Connector.firstLine(cause));
    return new EnvironmentException(
        Diagnostic.of(PostgresCode.CONNECTION_LOST, fact)
            .withAdvice("Look into the server's log, then run the command again."),
        cause);
  }

  private EnvironmentException diskFull(SQLException cause) {
    var fact = "The server at %s has no room left: %s.".formatted(url, Connector.firstLine(cause));
    return new EnvironmentException(
        Diagnostic.of(PostgresCode.SERVER_FULL, fact)
            .withAdvice("Free disk space, or memory where the server keeps its files in memory."),
        cause);
  }

  private static boolean isConnectionState(String state) {
    return state != null && (state.startsWith("08") || state.startsWith("57P"));
  }
}
