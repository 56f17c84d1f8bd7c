package lockstep.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lockstep.cli.BadCall;
import lockstep.cli.CliCode;
import lockstep.cli.Command;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.Options;
import lockstep.cli.Sources;
import lockstep.engine.Shown;
import lockstep.engine.source.prisma.SchemaFiles;
import lockstep.engine.workflow.setup.BeginProject;
import picocli.CommandLine.Model.CommandSpec;

/// Looks at a repository and begins its lockstep.toml.
public final class Init implements Command {
  private static final String SCHEMA = "--schema";
  private static final Pattern BLOCK =
      Pattern.compile("(?m)^\\s*(?:datasource|generator|model|enum|view|type)\\s+\\w+\\s*\\{");
  private static final String DRY_RUN = "--dry-run";
  private static final String FORCE = "--force";

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(Options.optional("DIR", "the repository's folder; without it, this one"));
    spec.addOption(
        Options.value("PATH", "the Prisma schema to follow, where there are several", SCHEMA));
    spec.addOption(Options.flag("write nothing; show what would be written", DRY_RUN));
    spec.addOption(Options.flag("write lockstep.toml anew where it is there already", FORCE));
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lockstep init", "look at what is here, and write lockstep.toml"),
        new Example("lockstep init --dry-run", "look, and only show it"),
        new Example(
            "lockstep init --schema packages/db/prisma/schema.prisma", "of several schemas this"));
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var request =
        new BeginProject.Request(folder(invocation), schema(invocation), invocation.environment());
    if (!invocation.has(DRY_RUN) && !invocation.has(FORCE)) {
      BeginProject.inTheWay(request)
          .ifPresent(
              it -> {
                throw new BadCall(List.of(it));
              });
    }
    var outcome = BeginProject.run(request);
    invocation.diagnostics(outcome.diagnostics());
    if (!outcome.diagnostics().isEmpty()) {
      return Sources.exitCode(outcome.diagnostics());
    }
    outcome.found().forEach(it -> invocation.note("%-9s  %s".formatted(it.topic(), it.fact())));
    if (invocation.has(DRY_RUN)) {
      invocation.out().text(outcome.settings());
    } else {
      BeginProject.write(request, outcome);
      invocation.result("created    " + invocation.environment().show(request.file()));
    }
    next(outcome, request, invocation);
    return ExitCode.CLEAN;
  }

  private static void next(
      BeginProject.Outcome outcome, BeginProject.Request request, Invocation invocation) {
    var folder = invocation.environment().show(request.folder());
    invocation.note(folder.equals(".") ? "next" : "next, in " + folder);
    outcome.commands().forEach(it -> invocation.note("  " + it));
  }

  private static Path folder(Invocation invocation) {
    var folder = invocation.path(invocation.argument(0).orElse("."));
    if (!Files.isDirectory(folder)) {
      throw new BadCall(
          CliCode.BAD_VALUE,
          "There is no folder `%s`.".formatted(Shown.of(invocation.required(0))),
          Optional.empty());
    }
    return folder;
  }

  private static Optional<Path> schema(Invocation invocation) {
    var path = invocation.value(SCHEMA).map(invocation::path);
    if (path.filter(Files::notExists).isPresent()) {
      throw new BadCall(
          CliCode.BAD_VALUE,
          "There is no file or folder `%s`."
              .formatted(Shown.of(invocation.value(SCHEMA).orElseThrow())),
          Optional.empty());
    }
    path.ifPresent(it -> requireSchema(it, invocation));
    return path;
  }

  private static void requireSchema(Path path, Invocation invocation) {
    var files = SchemaFiles.read(path, invocation.environment()::show);
    if (!files.diagnostics().isEmpty()) {
      throw new BadCall(files.diagnostics());
    }
    if (!path.toString().endsWith(".prisma")
        && files.texts().stream().noneMatch(it -> BLOCK.matcher(it.content()).find())) {
      throw new BadCall(
          CliCode.BAD_VALUE,
          "`%s` is no Prisma schema.".formatted(invocation.environment().show(path)),
          Optional.of("Name a file `*.prisma`, or a folder that has some."));
    }
  }
}
