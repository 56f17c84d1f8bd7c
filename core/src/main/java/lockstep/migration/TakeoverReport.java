package lockstep.migration;

import java.util.List;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;

/// What people read who find migrations that were made of another history: what was done, what
/// needs a look, and how to go back.
///
/// @param settings the file that names the other history
/// @param compared after how many revisions the catalogs were compared, and equal
/// @param files what was written besides, and how
/// @param findings what there was to say
public record TakeoverReport(
    String settings,
    List<TakenRevision> taken,
    int compared,
    List<String> files,
    List<Diagnostic> findings) {
  public TakeoverReport {
    taken = List.copyOf(taken);
    files = List.copyOf(files);
    findings = List.copyOf(findings);
  }

  /// Returns it as Markdown.
  public String text() {
    return """
    # Taken over from Alembic

    `lockstep takeover` made these migrations of the history that `%s` names. `migrate deploy` applies
    them from now on, Lockstep's or Prisma's.

    ## What was done

    - %d revisions ran on an empty database, by the project's own command. What they sent ran once more on
      a second one: the catalogs were compared, and equal, after %d of them, and so were all rows.
    - Databases that have the revisions were not changed, but for the table `_prisma_migrations`, which
      says so. The table of Alembic is there as before.
    %s
    | revision | migration | `down.sql` |
    |---|---|---|
    %s
    ## What needs a look

    %s
    ## One more database

    Call `lockstep takeover` again with `--database`: it records there as applied what that database has.

    ## How to go back

    As long as no later migration is applied anywhere: take these files out of version control, and drop
    `_prisma_migrations` where it is. Alembic goes on from its own table. Later than that,
    `lockstep takeover --from prisma --to alembic` writes a revision for each later migration.
    """
        .formatted(settings, taken.size(), compared, lines("- %s\n", files), rows(), looks());
  }

  private static String lines(String pattern, List<String> lines) {
    return lines.stream().map(pattern::formatted).collect(Collectors.joining());
  }

  private String rows() {
    return taken.stream()
        .map(
            it ->
                "| `%s` %s | %s | %s |\n"
                    .formatted(
                        it.revision().id(),
                        cell(it.revision().title()),
                        it.migrations().stream()
                            .map(migration -> "`%s`".formatted(migration.name()))
                            .collect(Collectors.joining(", ")),
                        it.hasDown() ? "yes" : "no"))
        .collect(Collectors.joining());
  }

  private static String cell(String title) {
    return title.replace("|", "\\|");
  }

  private String looks() {
    return findings.isEmpty()
        ? "Nothing.\n"
        : findings.stream()
            .map(
                it ->
                    "- %s: %s%s\n"
                        .formatted(
                            it.code().id(), it.fact(), it.advice().map(" "::concat).orElse("")))
            .collect(Collectors.joining());
  }
}
