package lockstep.engine.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.project.AlembicProject;
import lockstep.engine.project.Environment;
import lockstep.engine.project.Exclusion;
import lockstep.engine.source.alembic.EnvironmentScript;
import lockstep.migration.Migration;
import lockstep.migration.PairedHistories;
import lockstep.migration.RevisionCode;
import lockstep.migration.RevisionGraph;

/// What has Alembic say in Prisma's table what it does, while both tools deploy: a file beside
/// `env.py`, and the argument by which that is called.
final class PrismaRecorder {
  private static final String TEMPLATE = "alembic/prisma_history.py";

  private final AlembicProject project;
  private final String text;

  private PrismaRecorder(AlembicProject project, String text) {
    this.project = project;
    this.text = text;
  }

  static PrismaRecorder of(
      AlembicProject project, List<Migration> migrations, RevisionGraph graph) {
    var lines =
        PairedHistories.of(migrations, graph).pairs().stream()
            .map(PrismaRecorder::line)
            .collect(Collectors.joining());
    return new PrismaRecorder(project, Template.read(TEMPLATE).replace("@MIGRATIONS@", lines));
  }

  private static String line(PairedHistories.Pair it) {
    var revisions = it.revisions().stream().map(PrismaRecorder::quoted);
    return "    %s: (\n        %s,\n        [%s],\n    ),\n"
        .formatted(
            quoted(it.migration().name()),
            quoted(it.migration().checksum().digits()),
            revisions.collect(Collectors.joining(", ")));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  Path file() {
    return EnvironmentScript.file(project).resolveSibling(EnvironmentScript.RECORDER);
  }

  String text() {
    return text;
  }

  /// Returns what is not as it has to be.
  List<Diagnostic> findings(Environment environment) {
    var findings = new ArrayList<Diagnostic>();
    if (!PullSchema.present(file()).equals(Optional.of(text))) {
      findings.add(
          Diagnostic.of(
                  RevisionCode.NOT_IN_STEP,
                  new Place.File(environment.show(file())),
                  "It does not say of which revisions the migrations are, so that Alembic does not"
                      + " tell Prisma's table what it does.")
              .withAdvice("Call `lockstep takeover --from prisma --to alembic --dual` once more."));
    }
    notCalled(EnvironmentScript.read(project), environment).ifPresent(findings::add);
    return findings;
  }

  /// Returns that a script does not call it, if so.
  Optional<Diagnostic> notCalled(EnvironmentScript script, Environment environment) {
    return script.recording() == Exclusion.THERE
        ? Optional.empty()
        : Optional.of(
            Diagnostic.of(
                    RevisionCode.NOT_IN_STEP,
                    new Place.File(environment.show(EnvironmentScript.file(project))),
                    "Alembic is not told to say in Prisma's table what it does.")
                .withAdvice(
                    "Give `context.configure` the argument `%s`."
                        .formatted(EnvironmentScript.RECORDING_EDIT)));
  }
}
