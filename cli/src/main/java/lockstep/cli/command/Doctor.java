package lockstep.cli.command;

import java.util.List;
import java.util.Optional;
import lockstep.cli.Ansi;
import lockstep.cli.Command;
import lockstep.cli.Count;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.Options;
import lockstep.cli.Output;
import lockstep.cli.OutputFormat;
import lockstep.cli.Sources;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.PlainRenderer;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.sink.JsonReport;
import lockstep.engine.workflow.setup.ExamineProject;
import lockstep.engine.workflow.setup.Part;
import lockstep.engine.workflow.setup.Part.State;
import picocli.CommandLine.Model.CommandSpec;

/// Says what a project stands on, what is wrong with it, and what mends it.
public final class Doctor implements Command {
  private static final String FORMAT = "--format";
  private static final String LINE = "%-5s  %-10s  %s";
  private static final String MARGIN = " ".repeat(19);

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(
        Options.optional("DIR", "the project's folder; without it, the one that this belongs to"));
    spec.addOption(Options.choice(OutputFormat.WORDS, "how to report", FORMAT));
    Sources.addDatabase(spec);
    Sources.addTools(spec);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example(
            "lockstep doctor", "look at the project here; exits with 1 if anything is wrong"),
        new Example("lockstep doctor --quiet", "show only what is wrong"),
        new Example("lockstep doctor --no-database", "leave the database alone"),
        new Example("lockstep doctor --format json", "for a program"));
  }

  @Override
  public Optional<String> verdict() {
    return Optional.of("healthy");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var format = OutputFormat.of(invocation, FORMAT);
    var outcome =
        ExamineProject.run(
            new ExamineProject.Request(
                Sources.place(invocation, invocation.argument(0), "lockstep validate %s"),
                invocation.environment(),
                Sources.overrides(invocation),
                invocation.progress()));
    switch (format) {
      case JSON -> invocation.out().text(json(outcome));
      case TEXT -> text(outcome, invocation);
    }
    return outcome.wrong() > 0 ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  private static void text(ExamineProject.Outcome outcome, Invocation invocation) {
    outcome.parts().stream()
        .filter(it -> it.state() == State.WRONG || !invocation.isQuiet())
        .forEach(it -> part(it, invocation.out()));
    if (!invocation.isQuiet()) {
      invocation.result(
          outcome.wrong() == 0
              ? "nothing is wrong"
              : "wrong: %s; `lockstep explain CODE` says more"
                  .formatted(Count.of(outcome.wrong(), "part")));
    }
  }

  private static void part(Part part, Output out) {
    var line = LINE.formatted(part.state().word(), part.topic(), part.fact());
    var word = part.state().word();
    out.line(
        out.hasColor() ? color(part.state()).paint(word) + line.substring(word.length()) : line);
    part.findings().forEach(it -> finding(it, out));
  }

  private static void finding(Diagnostic it, Output out) {
    var place = it.place().map(PlainRenderer::place).map(at -> at + ": ").orElse("");
    out.line(MARGIN + out.bold("%s%s [%s]".formatted(place, it.fact(), it.code().id())));
    it.advice().ifPresent(advice -> out.line(MARGIN + "= " + advice));
  }

  private static Ansi color(State state) {
    return switch (state) {
      case FINE -> Ansi.GREEN;
      case NOTED -> Ansi.YELLOW;
      case WRONG -> Ansi.RED;
      case SKIPPED -> Ansi.DIM;
    };
  }

  private static String json(ExamineProject.Outcome outcome) {
    var out = JsonWriter.indented();
    try (var _ = out.object()) {
      out.member("healthy", outcome.wrong() == 0);
      try (var _ = out.array("parts")) {
        outcome.parts().forEach(it -> part(out, it));
      }
    }
    return out.toString();
  }

  private static void part(JsonWriter out, Part part) {
    try (var _ = out.object()) {
      out.member("topic", part.topic());
      out.member("state", part.state() == State.SKIPPED ? "skipped" : part.state().word());
      out.member("fact", part.fact());
      JsonReport.diagnostics(out, part.findings());
    }
  }
}
