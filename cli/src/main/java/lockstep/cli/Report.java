package lockstep.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lockstep.check.drift.Drift;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.sink.BuildkiteReport;
import lockstep.engine.sink.GitHubReport;
import lockstep.engine.sink.GitLabReport;
import lockstep.engine.sink.JsonReport;
import lockstep.engine.sink.RepositoryPath;
import lockstep.engine.sink.SarifReport;
import lockstep.schema.ObjectPath;
import lockstep.schema.Schema;

/// Findings as a command reports them: for people, or in a format for programs.
///
/// @param drifts differences, grouped by object
/// @param others findings that belong to no difference
public record Report(List<Drift> drifts, List<Diagnostic> others) {
  /// How a report is written; text is for people.
  public enum Format {
    TEXT("text"),
    JSON("json"),
    SARIF("sarif"),
    GITHUB("github"),
    GITLAB("gitlab"),
    BUILDKITE("buildkite");

    public static final List<String> WORDS = Arrays.stream(values()).map(it -> it.word).toList();

    private final String word;

    Format(String word) {
      this.word = word;
    }

    /// @param word one of [#WORDS]
    public static Format of(String word) {
      return values()[WORDS.indexOf(word)];
    }
  }

  public Report {
    drifts = List.copyOf(drifts);
    others = List.copyOf(others);
  }

  public List<Diagnostic> all() {
    var all = new ArrayList<>(others);
    drifts.forEach(it -> all.add(it.diagnostic()));
    return all;
  }

  /// Counts what makes a command answer 1.
  public int findings() {
    return (int) all().stream().filter(Diagnostic::isError).count();
  }

  /// Writes the report to stdout as programs read it; for people, `text` does.
  ///
  /// @param more writes the JSON members that the command adds
  public void show(Format format, Consumer<JsonWriter> more, Runnable text, Invocation to) {
    show(format, () -> json(more), text, to);
  }

  /// The same for a command whose JSON is its own.
  public void show(Format format, Supplier<String> json, Runnable text, Invocation to) {
    switch (format) {
      case TEXT -> text.run();
      case JSON -> to.out().text(json.get());
      case SARIF, GITHUB -> to.out().text(forService(format, to));
      case GITLAB, BUILDKITE -> {
        // Stdout is a file then, and people read the log.
        to.diagnostics(all());
        to.out().text(forService(format, to));
      }
    }
  }

  private String forService(Format format, Invocation from) {
    var home = RepositoryPath.from(from.environment().folder());
    return switch (format) {
      case SARIF -> SarifReport.of(all(), Version.text(), it -> DiagnosticPages.title(it.id()));
      case GITHUB -> GitHubReport.of(all(), home);
      case GITLAB -> GitLabReport.of(all(), home);
      case BUILDKITE -> BuildkiteReport.of(all(), home);
      case TEXT, JSON -> throw new IllegalArgumentException(format.word);
    };
  }

  /// Writes findings to stdout: one block for each table or other outer object.
  public void text(Invocation invocation) {
    var out = invocation.out();
    others.stream().filter(invocation::showsDifference).forEach(it -> DiagnosticView.show(it, out));
    var last = Optional.<ObjectPath>empty();
    for (var drift : drifts) {
      if (!invocation.showsDifference(drift.diagnostic())) {
        continue;
      }
      var group = group(drift.object());
      if (!last.equals(Optional.of(group))) {
        out.line(out.bold(title(group)));
        last = Optional.of(group);
      }
      DiagnosticView.showIndented(drift.diagnostic(), out);
    }
  }

  /// Counts for people what was left alone.
  public void leftAlone(Invocation invocation) {
    var left = drifts.stream().filter(Drift::isLeftAlone).count();
    if (left > 0) {
      invocation.note(
          "note: left alone: %s; --verbose names them".formatted(Count.of((int) left, "object")));
    }
  }

  /// @param more writes members that the command adds
  public String json(Consumer<JsonWriter> more) {
    var out = JsonWriter.indented();
    try (var _ = out.object()) {
      more.accept(out);
      JsonReport.diagnostics(out, others);
      try (var _ = out.array("differences")) {
        drifts.forEach(it -> difference(out, it));
      }
    }
    return out.toString();
  }

  /// Writes what ended a command before it could report, in the format that the call names; people
  /// read it on stderr.
  ///
  /// @param verdict the JSON member that says whether all is well
  static void failed(List<Diagnostic> diagnostics, String verdict, Invocation invocation) {
    // The value may be the very mistake that is reported.
    var format = invocation.value("--format").filter(Format.WORDS::contains).map(Format::of);
    var report = new Report(List.of(), diagnostics);
    switch (format.orElse(Format.TEXT)) {
      case TEXT -> {}
      case JSON -> invocation.out().text(report.json(out -> out.member(verdict, false)));
      case SARIF, GITHUB, GITLAB, BUILDKITE ->
          invocation.out().text(report.forService(format.orElseThrow(), invocation));
    }
  }

  private static void difference(JsonWriter out, Drift it) {
    try (var _ = out.object()) {
      out.member("object", it.object().toString());
      out.member("from", it.from());
      out.member("to", it.to());
      statements(out, "statementsForFrom", it.closing().from());
      statements(out, "statementsForTo", it.closing().to());
      JsonReport.members(out, it.diagnostic());
    }
  }

  private static void statements(JsonWriter out, String name, List<String> statements) {
    try (var _ = out.array(name)) {
      statements.forEach(out::value);
    }
  }

  /// Columns, constraints and indexes belong to their table.
  private static ObjectPath group(ObjectPath object) {
    return object.names().size() == 3 ? object.parent().orElse(object) : object;
  }

  private static String title(ObjectPath group) {
    var names = group.names();
    var isDefault = names.size() > 1 && names.getFirst().equals(Schema.DEFAULT_NAMESPACE);
    var shown = names.subList(isDefault ? 1 : 0, names.size());
    return group.kind().word()
        + " "
        + String.join(".", shown.stream().map(it -> it.text()).toList());
  }
}
