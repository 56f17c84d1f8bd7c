package lockstep.cli.command;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lockstep.cli.BadCall;
import lockstep.cli.CliCode;
import lockstep.cli.Command;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.Options;
import lockstep.cli.Sources;
import lockstep.engine.project.Project;
import lockstep.engine.project.Target;
import lockstep.engine.workflow.SessionLayer;
import lockstep.engine.workflow.SessionLayer.Style;
import picocli.CommandLine.Model.CommandSpec;

/// Begins the module that gives a Python service its sessions.
public final class ScaffoldSession implements Command {
  private static final String OUT = "--out";
  private static final String DRIVER = "--driver";
  private static final String SYNC = "--sync";
  private static final String CLIENT = "--client";
  private static final String FORCE = "--force";
  private static final List<String> CLIENTS = List.of("sqlalchemy", Style.PRISMA.word());
  private static final List<String> DRIVERS = List.of(Style.ASYNCPG.word(), Style.PSYCOPG.word());

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(
        Options.value(
            "DIR", "the folder that gets database.py; core beside the models by default", OUT));
    spec.addOption(Options.choice(DRIVERS, "who talks to the server; asyncpg by default", DRIVER));
    spec.addOption(Options.flag("for a service that awaits nothing, with psycopg", SYNC));
    spec.addOption(
        Options.choice(CLIENTS, "for SQLAlchemy, or for Prisma Client Python and FastAPI", CLIENT));
    spec.addOption(Options.flag("write it anew where it is there already", FORCE));
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lockstep scaffold session", "for an asynchronous service"),
        new Example("lockstep scaffold session --out app/core --sync", "for a plain one"),
        new Example(
            "lockstep scaffold session --out app/core --client prisma",
            "for one that stays on Prisma Client Python"));
  }

  @Override
  public ExitCode run(Invocation invocation) {
    invocation.exclude(DRIVER, SYNC);
    if (invocation.choice(CLIENT).equals(Style.PRISMA.word())) {
      invocation.exclude(CLIENT, DRIVER);
      invocation.exclude(CLIENT, SYNC);
    }
    var request =
        new SessionLayer.Request(
            style(invocation), folder(invocation), invocation.has(FORCE), invocation.environment());
    var diagnostics = SessionLayer.run(request);
    invocation.diagnostics(diagnostics);
    if (diagnostics.isEmpty()) {
      invocation.result("created  " + invocation.environment().show(request.file()));
    }
    return Sources.exitCode(diagnostics);
  }

  /// Without a word in the call, where converted queries look for it: beside the models.
  private static Path folder(Invocation invocation) {
    return invocation
        .value(OUT)
        .map(invocation::path)
        .or(() -> Sources.projectIfAny(invocation).flatMap(ScaffoldSession::besideModels))
        .orElseThrow(
            () ->
                new BadCall(
                    CliCode.WRONG_ARGUMENTS,
                    "It is not said which folder gets the file, and there are no models that it"
                        + " would lie beside.",
                    Optional.of("Name it by `--out`, as in `--out app/core`.")));
  }

  private static Optional<Path> besideModels(Project project) {
    return project.targets().stream()
        .filter(Target.SqlAlchemy.class::isInstance)
        .map(Target.SqlAlchemy.class::cast)
        .map(it -> it.root().resolve(it.sessions().replace('.', '/')).getParent())
        .findFirst();
  }

  private static Style style(Invocation invocation) {
    if (invocation.choice(CLIENT).equals(Style.PRISMA.word())) {
      return Style.PRISMA;
    }
    if (invocation.has(SYNC)) {
      return Style.SYNC;
    }
    var word = invocation.choice(DRIVER);
    return Arrays.stream(Style.values())
        .filter(it -> it.word().equals(word))
        .findFirst()
        .orElse(Style.ASYNCPG);
  }
}
