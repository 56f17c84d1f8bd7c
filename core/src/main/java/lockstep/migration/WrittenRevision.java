package lockstep.migration;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.sql.ScriptPart;
import lockstep.sql.SqlToken;
import lockstep.sql.StatementSplitter;
import lockstep.text.Sha256;
import lockstep.text.SourceText;

/// A migration as a revision of an Alembic history: a file that sends the migration's own text, one
/// statement after the other.
///
/// @param parents ids of the revisions that it comes after
/// @param down what takes it back, where somebody wrote that
/// @param start where it begins
public record WrittenRevision(
    String id,
    List<String> parents,
    Migration migration,
    Body up,
    Optional<Body> down,
    Start start) {
  /// As many letters as Alembic gives to an id of its own.
  private static final int ID_LENGTH = 12;

  /// After as many, Alembic cuts the name of a file (`truncate_slug_length`).
  private static final int SLUG_LENGTH = 40;

  /// Of a statement, what is enough to see that it adds a value to an enum.
  private static final int HEAD = 8;

  public WrittenRevision {
    parents = List.copyOf(parents);
  }

  /// In which transaction a revision begins.
  public enum Start {
    /// In the one that Alembic has open: by its default, that of the revisions before.
    AS_IT_IS,
    /// In one of its own: what those before added to an enum can be used when it is committed.
    COMMITTED
  }

  /// What one function of the file does.
  ///
  /// @param statements of which each goes to the server by itself; together they are the script,
  ///   comments among them, without the blanks between them
  /// @param isAlone whether no transaction is open around them
  public record Body(List<String> statements, boolean isAlone) {
    public Body {
      statements = List.copyOf(statements);
    }

    /// Of what a migration says in Alembic's table there is nothing: Alembic says it itself.
    public static Body of(Migration migration, boolean isAlone) {
      return new Body(split(VersionStep.without(migration.script().content())), isAlone);
    }

    /// Returns all of it, for whoever sends it in another way.
    public String sql() {
      return String.join("\n", statements);
    }

    /// Returns the statements that change nothing but how those after them are read.
    List<String> settings() {
      return statements.stream().filter(Body::isSetting).toList();
    }

    private static boolean isSetting(String statement) {
      return MigrationStep.of(SourceText.of("statement", statement)).stream()
          .anyMatch(it -> it.conduct() == MigrationStep.Conduct.SETTING);
    }

    /// Returns whether it adds a value to an enum, which cannot be used before that is committed.
    public boolean addsValues() {
      return statements.stream().anyMatch(Body::addsValue);
    }

    private static boolean addsValue(String statement) {
      var head = SqlToken.of(statement, HEAD);
      return head.size() > 1
          && head.get(0).is("alter")
          && head.get(1).is("type")
          && head.stream().anyMatch(it -> it.is("add"))
          && head.stream().anyMatch(it -> it.is("value"));
    }

    /// Comments belong to the statement that they stand before, the last ones to the last.
    private static List<String> split(String text) {
      var parts = StatementSplitter.split(text);
      var statements = new ArrayList<String>();
      var from = 0;
      for (var i = 0; i < parts.size(); i++) {
        var isLast = i + 1 == parts.size();
        var to = isLast ? text.length() : terminated(text, parts.get(i), parts.get(i + 1));
        statements.add(text.substring(from, to).strip());
        from = to;
      }
      return statements;
    }

    private static int terminated(String text, ScriptPart part, ScriptPart next) {
      var end = part.span().end();
      var gap = SqlToken.of(text.substring(end, next.span().start()), 1);
      return gap.isEmpty() ? end : end + gap.getFirst().span().end();
    }
  }

  /// Returns the id that a migration has as a revision, whoever asks and whenever.
  public static String id(Migration migration) {
    return id(migration.name());
  }

  static String id(String migration) {
    return Sha256.of(migration).substring(0, ID_LENGTH);
  }

  /// Returns whether the file of a revision has all that a migration says.
  public static boolean saysSo(Revision revision, Migration migration) {
    var file = revision.file().content();
    return Body.of(migration, false).statements().stream()
        .map(RevisionSource::literal)
        .allMatch(file::contains);
  }

  /// Returns the same one for those who follow revisions.
  public Revision revision() {
    return new Revision(
        id,
        parents,
        List.of(),
        List.of(),
        title(),
        createdAt(),
        SourceText.of(fileName(), source()));
  }

  /// Returns the name of its file as Alembic gives it.
  public String fileName() {
    var slug = MigrationName.words(title()).orElse("migration");
    return id + "_" + slug.substring(0, Math.min(slug.length(), SLUG_LENGTH)) + ".py";
  }

  /// Returns what is to stand in its file.
  public String source() {
    return new RevisionSource(this).text();
  }

  String title() {
    return MigrationName.title(migration.name());
  }

  Optional<LocalDateTime> createdAt() {
    return MigrationName.time(migration.name());
  }
}
