package lockstep.cli.command;

import java.util.List;
import lockstep.cli.Command;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.Options;
import lockstep.cli.Sources;
import lockstep.engine.workflow.WriteDdl;
import picocli.CommandLine.Model.CommandSpec;

/// Writes a source as SQL for an empty database.
public final class Ddl implements Command {
  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(Options.one("SOURCE", Sources.WAYS));
    Sources.addTools(spec);
    Sources.addStrict(spec);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lockstep ddl prisma/schema.prisma | psql app", "make the tables"),
        new Example("lockstep ddl python:app.models", "SQLAlchemy models as SQL"));
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var named = Sources.named(invocation, invocation.required(0));
    try (var reader = invocation.reader(invocation.environment().folder(), named.tools())) {
      var outcome = WriteDdl.run(new WriteDdl.Request(named.specs().getFirst(), reader));
      var diagnostics = Sources.strict(invocation, outcome.diagnostics());
      invocation.diagnostics(diagnostics);
      outcome.sql().ifPresent(invocation.out()::text);
      return Sources.exitCode(diagnostics);
    }
  }
}
