package lockstep.cli.command;

import java.util.Arrays;
import java.util.List;
import lockstep.cli.Command;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.Options;
import lockstep.cli.Sources;
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
    spec.addOption(Options.value("DIR", "the folder that gets database.py, as in app/core", OUT));
    spec.addOption(Options.choice(DRIVERS, "who talks to the server; asyncpg by default", DRIVER));
    spec.addOption(Options.flag("for a service that awaits nothing, with psycopg", SYNC));
    spec.addOption(
        Options.choice(CLIENTS, "for SQLAlchemy, or for Prisma Client Python and FastAPI", CLIENT));
    spec.addOption(Options.flag("write it anew where it is there already", FORCE));
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lockstep scaffold session --out app/core", "for an asynchronous service"),
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
            style(invocation),
            invocation.path(invocation.value(OUT).orElse(".")),
            invocation.has(FORCE),
            invocation.environment());
    var diagnostics = SessionLayer.run(request);
    invocation.diagnostics(diagnostics);
    if (diagnostics.isEmpty()) {
      invocation.result("created  " + invocation.environment().show(request.file()));
    }
    return Sources.exitCode(diagnostics);
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
