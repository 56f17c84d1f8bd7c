package lockstep.cli.command;

import java.util.List;
import java.util.Optional;
import lockstep.cli.Command;
import lockstep.cli.Count;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.Options;
import lockstep.cli.OutputFormat;
import lockstep.cli.Sources;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.sink.JsonReport;
import lockstep.engine.workflow.ValidateSchema;
import picocli.CommandLine.Model.CommandSpec;

/// Says whether a schema is valid, and everything that is wrong with it.
public final class Validate implements Command {
  private static final String FORMAT = "--format";

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(
        Options.one("PATH", "a schema file, or a folder whose files are one schema"));
    spec.addOption(Options.choice(OutputFormat.WORDS, "how to report", FORMAT));
    Sources.addShadow(spec);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lockstep validate prisma/schema.prisma", "check one file"),
        new Example("lockstep validate prisma", "check a schema of several files"),
        new Example("lockstep validate prisma --format json", "the same for another program"));
  }

  @Override
  public Optional<String> verdict() {
    return Optional.of("valid");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var format = OutputFormat.of(invocation, FORMAT);
    var outcome =
        ValidateSchema.run(
            new ValidateSchema.Request(
                Sources.schema(invocation, invocation.required(0)),
                invocation.environment(),
                () ->
                    invocation.reader(
                        invocation.environment().folder(), Sources.named(invocation).tools())));
    switch (format) {
      case JSON -> invocation.out().text(json(outcome));
      case TEXT -> text(outcome, invocation);
    }
    return Sources.exitCode(outcome.diagnostics());
  }

  private static void text(ValidateSchema.Outcome outcome, Invocation invocation) {
    invocation.diagnostics(outcome.diagnostics());
    var wasRead = Sources.exitCode(outcome.diagnostics()) != ExitCode.BAD_CALL;
    if (wasRead && !invocation.isQuiet()) {
      invocation.result(summary(outcome, invocation.required(0)));
    }
  }

  private static String summary(ValidateSchema.Outcome outcome, String name) {
    var errors = outcome.diagnostics().stream().filter(Diagnostic::isError).count();
    var others = outcome.diagnostics().size() - errors;
    var warnings = others == 0 ? "" : ", " + Count.of((int) others, "warning");
    return errors > 0
        ? "%s is not valid: %s%s".formatted(name, Count.of((int) errors, "error"), warnings)
        : "%s is valid: %s, %s%s"
            .formatted(
                name,
                Count.of(outcome.models(), "model"),
                Count.of(outcome.enums(), "enum"),
                warnings);
  }

  private static String json(ValidateSchema.Outcome outcome) {
    var out = JsonWriter.indented();
    try (var _ = out.object()) {
      out.member("valid", outcome.isValid());
      out.member("models", outcome.models());
      out.member("enums", outcome.enums());
      JsonReport.diagnostics(out, outcome.diagnostics());
    }
    return out.toString();
  }
}
