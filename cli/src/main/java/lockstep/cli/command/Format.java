package lockstep.cli.command;

import java.util.List;
import lockstep.cli.Command;
import lockstep.cli.Count;
import lockstep.cli.DiffView;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.Options;
import lockstep.engine.workflow.FormatSchema;
import picocli.CommandLine.Model.CommandSpec;

/// Lays out schema files as Prisma does.
public final class Format implements Command {
  private static final String CHECK = "--check";

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(
        Options.one("PATH", "a schema file, or a folder whose files are one schema"));
    spec.addOption(
        Options.flag("write nothing; show what would change, and exit with 1 if anything", CHECK));
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lockstep format prisma/schema.prisma", "lay out one file"),
        new Example("lockstep format --check prisma", "in CI: fail if a file is not laid out"));
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var path = invocation.path(invocation.required(0));
    var request = new FormatSchema.Request(path, invocation.environment()::show);
    var isCheck = invocation.has(CHECK);
    var outcome = isCheck ? FormatSchema.compare(request) : FormatSchema.write(request);
    if (!outcome.diagnostics().isEmpty()) {
      invocation.diagnostics(outcome.diagnostics());
      return ExitCode.BAD_CALL;
    }
    var changed = outcome.changed();
    if (isCheck) {
      changed.forEach(it -> DiffView.show(it.diff(), invocation.out()));
    }
    invocation.note(
        "%s of %s %s"
            .formatted(
                changed.size(),
                Count.of(outcome.files().size(), "file"),
                isCheck ? "would change" : "changed"));
    return isCheck && !changed.isEmpty() ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }
}
