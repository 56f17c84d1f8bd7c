package lockstep.engine.postgres;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lockstep.diagnostic.Code;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.EnvironmentException;
import lockstep.engine.postgres.embedded.EmbeddedCode;
import lockstep.schema.Identifier;
import lockstep.sql.Quote;

/// The extensions that statements use and none of them creates, made in one shadow database.
///
/// An extension that is not to be had is no failure yet: its word may mean something else. The
/// statement that needs it fails, and [#lacking] then says why.
public final class TakenForGranted {
  private static final Pattern NO_OPERATOR_CLASS =
      Pattern.compile("no default operator class for access method \"(gin|gist)\"");
  private static final Set<String> UNDEFINED_TYPE_OR_FUNCTION = Set.of("42704", "42883");
  private static final Set<Code> NOT_TO_BE_HAD =
      Set.of(PostgresCode.EXTENSION_MISSING, EmbeddedCode.NOT_FETCHED, EmbeddedCode.WRONG_CHECKSUM);

  private final ShadowDatabase database;
  private final List<Identifier> created = new ArrayList<>();
  private final Map<KnownExtension, Diagnostic> lacking = new LinkedHashMap<>();

  public TakenForGranted(ShadowDatabase database) {
    this.database = database;
  }

  /// Creates what the words of the statements show to be needed.
  public void create(List<String> statements) {
    KnownExtension.takenForGranted(statements).forEach(this::create);
  }

  /// Creates what an error shows to be needed, such as an operator class that only the server
  /// misses; returns whether the statement is worth another try.
  public boolean createFor(SqlError error) {
    return neededFor(error)
        .filter(it -> !created.contains(Identifier.of(it.sqlName())))
        .filter(this::create)
        .isPresent();
  }

  /// Returns those that were created, which the statements themselves do not make.
  public List<Identifier> created() {
    return List.copyOf(created);
  }

  /// Returns why an extension could not be created, where an error comes of that.
  public Optional<Diagnostic> lacking(SqlError error) {
    return neededFor(error).flatMap(it -> Optional.ofNullable(lacking.get(it)));
  }

  private static Optional<KnownExtension> neededFor(SqlError error) {
    if (!UNDEFINED_TYPE_OR_FUNCTION.contains(error.state())) {
      return Optional.empty();
    }
    var method = NO_OPERATOR_CLASS.matcher(error.message());
    return method.find()
        ? Optional.of(
            method.group(1).equals("gin") ? KnownExtension.BTREE_GIN : KnownExtension.BTREE_GIST)
        : KnownExtension.namedIn(error.message());
  }

  private boolean create(KnownExtension extension) {
    var name = Identifier.of(extension.sqlName());
    try {
      var error = database.run("create extension if not exists " + Quote.name(name) + " cascade");
      return error.isEmpty() && created.add(name);
    } catch (EnvironmentException e) {
      if (!NOT_TO_BE_HAD.contains(e.code())) {
        throw e;
      }
      lacking.put(extension, e.diagnostic());
      return false;
    }
  }
}
