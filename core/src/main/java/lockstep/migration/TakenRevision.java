package lockstep.migration;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lockstep.sql.Quote;
import lockstep.text.SourceText;

/// A revision of an Alembic history as migrations: one, and one more for each statement that runs
/// in no transaction and for what comes after it.
///
/// @param hasRows whether it changes rows or asks for some: with rows, it may do something else
public record TakenRevision(
    Revision revision, List<Migration> migrations, boolean hasDown, boolean hasRows) {
  /// With this and the id of its revision, a migration begins.
  public static final String HEADER = "-- Alembic revision ";

  private static final String REVIEW = "-- Review: ";

  private static final Pattern FIRST_LINE =
      Pattern.compile(HEADER + "(up to )?([^\\s:,]+(?:, [^\\s:,]+)*)");
  private static final LocalDateTime FIRST = LocalDateTime.of(2000, 1, 1, 0, 0);

  public TakenRevision {
    migrations = List.copyOf(migrations);
  }

  /// @param up what it did
  /// @param down what taking it back did, where that is known
  /// @param last the migration before it: clocks of several people do not agree, and names come
  ///   after each other as the revisions do
  public static TakenRevision of(
      Revision revision, Transcript up, Optional<Transcript> down, Optional<Migration> last) {
    var parts = up.parts();
    var names =
        MigrationName.next(
            words(revision),
            revision.createdAt().orElse(FIRST),
            last.map(Migration::name),
            parts.size());
    // Parts are taken back one by one, and what was recorded takes back all of them.
    var back = down.filter(_ -> parts.size() == 1);
    var migrations = new ArrayList<Migration>();
    for (var at = 0; at < parts.size(); at++) {
      var name = names.get(at);
      migrations.add(
          new Migration(
              name,
              SourceText.of(
                  name + "/migration.sql",
                  script(revision, parts.get(at), at == 0 ? up.questions() : List.of())),
              back.map(it -> SourceText.of(name + "/down.sql", wayBack(revision, it)))));
    }
    return new TakenRevision(
        revision,
        migrations,
        back.isPresent(),
        !up.questions().isEmpty() || parts.stream().anyMatch(it -> !it.aboutRows().isEmpty()));
  }

  /// Returns the id of the revision that a migration was taken over from, if it was.
  public static Optional<String> origin(Migration migration) {
    var line = FIRST_LINE.matcher(migration.script().content());
    return line.lookingAt() ? Optional.of(line.group(2).split(", ")[0]) : Optional.empty();
  }

  private static String words(Revision revision) {
    return MigrationName.words(revision.title()).orElse(revision.id());
  }

  private static String script(
      Revision revision, Transcript.Part part, List<Transcript.Said> questions) {
    var text = new StringBuilder();
    text.append(firstLine(revision)).append("\n");
    for (var it : questions) {
      text.append(
          "-- Review: it asks for rows, and saw none but this history's: %s\n"
              .formatted(Quote.inComment(it.sql().strip())));
    }
    if (part.statements().isEmpty()) {
      return text.append(
              revision.isMerge()
                  ? "-- It brings %s together and changes nothing.\n"
                      .formatted(String.join(" and ", revision.parents()))
                  : "-- It changes nothing.\n")
          .toString();
    }
    if (!part.aboutRows().isEmpty()) {
      text.append(
          """
          -- Review: it changes rows. These statements are what it did to a database without rows.
          """);
    }
    return text.append("\n").append(part.sql()).append("\n").toString();
  }

  /// Returns those of its migrations that somebody has to look at, for what they do to rows; all
  /// where none says so.
  public List<Migration> toReview() {
    var marked = migrations.stream().filter(it -> it.script().content().contains(REVIEW)).toList();
    return marked.isEmpty() ? migrations : marked;
  }

  /// Returns the line by which the migration of a revision is known.
  static String firstLine(Revision revision) {
    return HEADER + revision.id() + titled(revision);
  }

  /// Returns the same, and its migrations say in Alembic's table that the database has it.
  ///
  /// @param table as SQL names it
  public TakenRevision inStep(String table, RevisionGraph graph) {
    var all = VersionStep.of(table, revision.id(), graph).after(migrations);
    return new TakenRevision(revision, all, hasDown && all.size() == 1, hasRows);
  }

  /// Returns the same as part of a migration that does what all revisions do.
  public TakenRevision within(Migration baseline) {
    return new TakenRevision(revision, List.of(baseline), false, hasRows);
  }

  /// Returns a migration that does what all revisions up to these do, known by its first line.
  public static Migration baseline(Migration drafted, List<Revision> heads) {
    var ids = heads.stream().map(Revision::id).collect(Collectors.joining(", "));
    var script = drafted.script();
    return new Migration(
        drafted.name(),
        SourceText.of(script.name(), HEADER + "up to %s\n\n%s".formatted(ids, script.content())),
        Optional.empty());
  }

  /// Returns the ids of the revisions that a migration was taken over from, of a baseline all;
  /// where it is in the place of others, those of theirs, and those that they became. None where it
  /// came in another way.
  public static Set<String> origins(Migration migration, RevisionGraph graph) {
    var all = new LinkedHashSet<String>();
    heading(migration).forEach(it -> all.addAll(ids(it, graph)));
    migration.squashed().stream()
        .map(WrittenRevision::id)
        .filter(it -> graph.find(it).isPresent())
        .forEach(all::add);
    return all;
  }

  private static Set<String> ids(String line, RevisionGraph graph) {
    var header = FIRST_LINE.matcher(line);
    if (!header.lookingAt()) {
      return Set.of();
    }
    var ids = List.of(header.group(2).split(", "));
    return header.group(1) == null ? new LinkedHashSet<>(ids) : graph.upTo(ids);
  }

  /// Returns the first line, or all lines on top that say in whose place a migration is.
  private static List<String> heading(Migration migration) {
    var lines = migration.script().content().lines();
    return migration.squashed().isEmpty()
        ? lines.limit(1).toList()
        : lines.takeWhile(it -> it.startsWith("-- ")).toList();
  }

  /// Returns the lines by which a migration is known that is in the place of others: their names,
  /// and behind each of which revision it was.
  public static String marks(List<Migration> replaced) {
    return replaced.stream()
        .map(
            it ->
                Squash.mark(it)
                    + heading(it).stream()
                        .filter(line -> FIRST_LINE.matcher(line).lookingAt())
                        .map(line -> line + "\n")
                        .collect(Collectors.joining()))
        .collect(Collectors.joining());
  }

  /// Returns which of those in whose place a migration is were no revision, by name.
  public static List<String> withoutRevision(Migration squash, RevisionGraph graph) {
    var without = new ArrayList<String>();
    for (var line : heading(squash)) {
      if (FIRST_LINE.matcher(line).lookingAt()) {
        if (!without.isEmpty()) {
          without.removeLast();
        }
      } else {
        Squash.name(line).ifPresent(without::add);
      }
    }
    without.removeIf(it -> graph.find(WrittenRevision.id(it)).isPresent());
    return List.copyOf(without);
  }

  private static String titled(Revision revision) {
    return revision.title().isEmpty() ? "" : ": " + revision.title();
  }

  /// Returns the script that takes a revision back.
  public static String wayBack(Revision revision, Transcript down) {
    var sql = String.join("\n\n", down.parts().stream().map(Transcript.Part::sql).toList()).strip();
    return "-- Takes back Alembic revision %s%s\n%s"
        .formatted(
            revision.id(),
            titled(revision),
            sql.isEmpty() ? "-- There is nothing to take back.\n" : "\n" + sql + "\n");
  }
}
