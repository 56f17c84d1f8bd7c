package lockstep.engine.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.diagnostic.Severity;
import lockstep.engine.project.Environment;
import lockstep.engine.project.Exclusion;
import lockstep.engine.project.ExternalTables;
import lockstep.engine.source.alembic.EnvironmentScript;
import lockstep.migration.RevisionCode;

/// Whether each of two tools is told that the other's table of versions is none of its own: else it
/// would drop it.
///
/// @param place of `env.py`
/// @param versionTable where Alembic keeps its versions
record Exclusions(
    ExternalTables prisma, EnvironmentScript alembic, Path place, String versionTable) {
  private static final String HISTORY = "_prisma_migrations";
  private static final Pattern INSTALLED = Pattern.compile("(?:site|dist)-packages");

  /// Returns the same where each tool is told, as far as it is certain how. Of what is installed
  /// nothing is edited: that belongs to somebody else.
  ///
  /// @param root the project's folder
  Exclusions edited(Path root) {
    var isInstalled = isInstalled(place, root);
    return new Exclusions(
        prisma.with(versionTable).orElse(prisma),
        isInstalled ? alembic : alembic.with(HISTORY).orElse(alembic),
        place,
        versionTable);
  }

  /// Returns whether a file belongs to what was installed rather than to a project.
  static boolean isInstalled(Path place, Path root) {
    return !place.startsWith(root) || INSTALLED.matcher(place.toString()).find();
  }

  List<Diagnostic> findings(Environment environment) {
    var findings = new ArrayList<Diagnostic>();
    var config = environment.show(prisma.file());
    if (prisma.exclusion(versionTable) != Exclusion.THERE) {
      findings.add(
          finding(
                  RevisionCode.PRISMA_MAY_DROP,
                  prisma.exclusion(versionTable),
                  config,
                  "Prisma %s told to leave `%s` alone, and drops tables that its schema has not.",
                  versionTable)
              .withAdvice(
                  "Export `%s` in `%s`.".formatted(ExternalTables.edit(versionTable), config)));
    }
    var script = environment.show(place);
    if (alembic.exclusion(HISTORY) != Exclusion.THERE) {
      findings.add(
          finding(
                  RevisionCode.ALEMBIC_MAY_DROP,
                  alembic.exclusion(HISTORY),
                  script,
                  "Alembic %s told to leave `%s` alone, and drops tables that have no model.",
                  HISTORY)
              .withAdvice(
                  "Give `context.configure` the argument `%s`."
                      .formatted(EnvironmentScript.edit(HISTORY))));
    }
    return findings;
  }

  private static Diagnostic finding(
      RevisionCode code, Exclusion exclusion, String file, String fact, String table) {
    var isCertain = exclusion == Exclusion.MISSING;
    return Diagnostic.of(
            code, new Place.File(file), fact.formatted(isCertain ? "is not" : "may not be", table))
        .withSeverity(isCertain ? Severity.ERROR : Severity.NOTE);
  }
}
