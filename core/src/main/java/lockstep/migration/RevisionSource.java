package lockstep.migration;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.sql.SqlToken;

/// Writes the file of a revision, in Python (Alembic 1.20, SQLAlchemy 1.4 and later).
final class RevisionSource {
  private static final DateTimeFormatter CREATED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private static final String INDENT = "    ";
  private static final String QUOTES = "\"\"\"";

  private final WrittenRevision revision;

  RevisionSource(WrittenRevision revision) {
    this.revision = revision;
  }

  /// Text of the driver's own goes past all that SQLAlchemy reads in a statement, `:name` and `%`.
  String text() {
    return """
    \"\"\"%s

    Revision ID: %s
    Revises: %s
    %sPrisma migration: %s
    \"\"\"

    from alembic import op

    revision = "%s"
    down_revision = %s
    branch_labels = None
    depends_on = None


    def upgrade() -> None:
    %s

    def downgrade() -> None:
    %s

    def run(sql: str) -> None:
        \"\"\"Sends one statement as it stands here.\"\"\"
        context = op.get_context()
        if context.as_sql:
            context.impl.static_output(sql)
        else:
            op.get_bind().exec_driver_sql(sql, execution_options={"no_parameters": True})
    """
        .formatted(
            plain(revision.title()),
            revision.id(),
            String.join(", ", revision.parents()),
            revision.createdAt().map(RevisionSource::created).orElse(""),
            plain(revision.migration().name()),
            revision.id(),
            parents(),
            start() + body(revision.up()),
            revision.down().map(RevisionSource::body).orElseGet(this::noWayBack));
  }

  private static String created(LocalDateTime time) {
    return "Create Date: %s\n\n".formatted(CREATED.format(time));
  }

  /// A name of a folder may have letters that end a text in Python.
  private static String plain(String name) {
    return name.replaceAll("[\\\\\"\\p{Cntrl}]", "_");
  }

  private String parents() {
    var parents = revision.parents().stream().map("\"%s\""::formatted).toList();
    return switch (parents.size()) {
      case 0 -> "None";
      case 1 -> parents.getFirst();
      default -> "(%s)".formatted(String.join(", ", parents));
    };
  }

  private String start() {
    return switch (revision.start()) {
      case AS_IT_IS -> "";
      case COMMITTED ->
          """
              # What the revisions before it added to an enum can be used once it is committed.
              with op.get_context().autocommit_block():
                  pass
          """;
    };
  }

  private static String body(WrittenRevision.Body body) {
    if (body.statements().isEmpty()) {
      return INDENT + "pass\n";
    }
    var alone = body.isAlone() ? INDENT + "with op.get_context().autocommit_block():\n" : "";
    var indent = body.isAlone() ? INDENT + INDENT : INDENT;
    var statements = body.statements().stream().map(RevisionSource::literal);
    var resets = body.settings().stream().map(RevisionSource::reset).flatMap(Optional::stream);
    return alone
        + Stream.concat(statements, resets.distinct().map("\"%s\""::formatted))
            .map(it -> "%srun(%s)\n".formatted(indent, it))
            .collect(Collectors.joining());
  }

  /// Returns what ends a setting with its revision: Alembic goes on in the same session. What the
  /// project itself set there stays.
  private static Optional<String> reset(String setting) {
    var words = SqlToken.of(setting);
    var at = words.size() > 1 && words.get(1).text().matches("session|local") ? 2 : 1;
    if (!words.getFirst().is("set") || words.size() <= at + 1) {
      return words.getFirst().is("reset") ? Optional.empty() : Optional.of("RESET ALL");
    }
    return switch (words.get(at).text()) {
      case "authorization" -> Optional.of("RESET SESSION AUTHORIZATION");
      case "role" -> Optional.of("RESET ROLE");
      case "time" -> Optional.of("RESET TIME ZONE");
      case "constraints", "transaction" -> Optional.empty();
      default -> Optional.of("RESET " + name(words.subList(at, words.size())));
    };
  }

  private static String name(List<SqlToken> words) {
    var texts = words.stream().map(SqlToken::text).toList();
    var end = texts.stream().filter(it -> it.matches("=|to")).findFirst().map(texts::indexOf);
    return end.map(it -> String.join("", texts.subList(0, it))).orElse("ALL");
  }

  private String noWayBack() {
    return """
    raise NotImplementedError("The migration %s has no down.sql: nothing takes it back.")
    """
        .formatted(plain(revision.migration().name()))
        .indent(INDENT.length());
  }

  /// Returns a text as it is, where Python reads it so; else with its backslashes escaped. Python
  /// takes any end of line for LF.
  static String literal(String sql) {
    var isPlain = !sql.contains("\r") && !sql.contains(QUOTES) && !sql.matches("(?s).*[\"\\\\]");
    return isPlain
        ? "r" + QUOTES + sql + QUOTES
        : QUOTES
            + sql.replace("\\", "\\\\").replace("\r", "\\r").replaceAll("\"(?=\"|\\z)", "\\\\\"")
            + QUOTES;
  }
}
