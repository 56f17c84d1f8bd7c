package lockstep.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lockstep.sql.Quote;
import lockstep.sql.SqlToken;
import lockstep.sql.StatementSplitter;
import lockstep.text.SourceText;

/// What a migration says in Alembic's table when it is applied or taken back, as Alembic would say
/// it of the revision that does the same (Alembic 1.20). It stands at the end of the files, so that
/// whoever deploys them says it, in the same transaction.
public final class VersionStep {
  private static final String MARK =
      "-- What the database has, for Alembic: both tools deploy (lockstep takeover --dual).";

  private static final Pattern TABLE = Pattern.compile("CREATE TABLE IF NOT EXISTS (.+) \\(");

  private final String table;
  private final List<String> parents;
  private final List<String> ids;
  private final RevisionGraph graph;

  private VersionStep(String table, List<String> parents, List<String> ids, RevisionGraph graph) {
    this.table = table;
    this.parents = List.copyOf(parents);
    this.ids = List.copyOf(ids);
    this.graph = graph;
  }

  /// Returns the step of one revision.
  ///
  /// @param table Alembic's, as SQL names it
  public static VersionStep of(String table, String id, RevisionGraph graph) {
    return new VersionStep(table, List.copyOf(graph.before(id)), List.of(id), graph);
  }

  /// Returns the step of all revisions at once.
  public static VersionStep ofAll(String table, RevisionGraph graph) {
    return new VersionStep(
        table, List.of(), graph.heads().stream().map(Revision::id).toList(), graph);
  }

  /// Returns the step of a migration in the place of others.
  ///
  /// @param ids what they leave in the table
  public static VersionStep squashed(String table, List<String> ids) {
    return new VersionStep(table, List.of(), ids, RevisionGraph.of(List.of()));
  }

  /// Returns the table in which a migration says what the database has, as SQL names it.
  public static Optional<String> table(Migration migration) {
    var script = migration.script().content();
    var start = start(script);
    return start < 0
        ? Optional.empty()
        : TABLE.matcher(script.substring(start)).results().map(it -> it.group(1)).findFirst();
  }

  /// Returns whether a migration says what the database has.
  public static boolean isIn(Migration migration) {
    return start(migration.script().content()) >= 0;
  }

  /// Returns whether any of them does: then both tools deploy.
  public static boolean isInAny(List<Migration> migrations) {
    return migrations.stream().anyMatch(VersionStep::isIn);
  }

  /// Returns a script as it was before.
  static String without(String script) {
    var start = start(script);
    return start < 0 ? script : script.substring(0, start).stripTrailing() + "\n";
  }

  private static int start(String script) {
    return script.startsWith(MARK) ? 0 : script.indexOf("\n" + MARK);
  }

  /// Returns migrations that do one after the other what a revision does, and say so at the end:
  /// what can be in no transaction stays alone in its file.
  public List<Migration> after(List<Migration> migrations) {
    var last = migrations.getLast();
    var all = new ArrayList<>(migrations);
    if (MigrationStep.areOneTransaction(last.steps())) {
      all.set(all.size() - 1, after(last));
      return List.copyOf(all);
    }
    var name = last.name() + "_version";
    var file = last.script().name().replace(last.name(), name);
    var script = TakenRevision.HEADER + String.join(", ", ids) + "\n";
    var down = migrations.size() == 1 ? last.down().map(_ -> "") : Optional.<String>empty();
    all.add(
        after(
            new Migration(
                name,
                SourceText.of(file, script),
                down.map(it -> SourceText.of(file.replace("migration.sql", "down.sql"), it)))));
    return List.copyOf(all);
  }

  private Migration after(Migration migration) {
    return new Migration(
        migration.name(),
        with(migration.script(), up()),
        migration.down().map(it -> with(it, down())));
  }

  private static SourceText with(SourceText script, String statements) {
    var text = terminated(script.content()).stripTrailing();
    var before = text.isEmpty() ? "" : text + "\n\n";
    return SourceText.of(script.name(), before + MARK + "\n" + statements);
  }

  /// The last statement of a file needs no semicolon.
  private static String terminated(String text) {
    var parts = StatementSplitter.split(text);
    if (parts.isEmpty()) {
      return text;
    }
    var end = parts.getLast().span().end();
    var rest = text.substring(end);
    var next = SqlToken.of(rest, 1);
    return next.isEmpty() ? text.substring(0, end) + ";" + rest : text;
  }

  private String up() {
    var text = new StringBuilder(created());
    if (!parents.isEmpty()) {
      text.append("DELETE FROM %s WHERE version_num IN (%s);\n".formatted(table, listed(parents)));
    }
    ids.forEach(it -> text.append(inserted(it)));
    return text.toString();
  }

  private String down() {
    var text =
        new StringBuilder(
            "DELETE FROM %s WHERE version_num IN (%s);\n".formatted(table, listed(ids)));
    parents.forEach(it -> text.append(back(it)));
    return text.toString();
  }

  /// As Alembic makes it; a new database has none yet.
  private String created() {
    var name = table.substring(table.lastIndexOf('.') + 1);
    return """
    CREATE TABLE IF NOT EXISTS %s (
      version_num VARCHAR(32) NOT NULL,
      CONSTRAINT %s PRIMARY KEY (version_num)
    );
    """
        .formatted(table, name.replaceFirst("(\"?)$", "_pkc$1"));
  }

  private String inserted(String id) {
    return "INSERT INTO %s VALUES (%s) ON CONFLICT DO NOTHING;\n"
        .formatted(table, Quote.literal(id));
  }

  /// Where another branch goes on from a revision, it is said by that.
  private String back(String parent) {
    var gone = graph.from(ids);
    var others =
        graph.from(List.of(parent)).stream()
            .filter(it -> !it.equals(parent) && !gone.contains(it))
            .toList();
    return others.isEmpty()
        ? inserted(parent)
        : """
        INSERT INTO %1$s SELECT %2$s
        WHERE NOT EXISTS (SELECT FROM %1$s WHERE version_num IN (%3$s)) ON CONFLICT DO NOTHING;
        """
            .formatted(table, Quote.literal(parent), listed(others));
  }

  private static String listed(Iterable<String> ids) {
    var words = new ArrayList<String>();
    ids.forEach(it -> words.add(Quote.literal(it)));
    return words.stream().collect(Collectors.joining(", "));
  }
}
