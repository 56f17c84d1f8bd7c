package lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.check.drift.Drift;
import lockstep.check.drift.DriftCode;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.project.Environment;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final Report REPORT =
      new Report(
          List.of(
              drift(DriftCode.MISSING, "users"), drift(DriftCode.LEFT_ALONE, "alembic_version")),
          List.of());

  @Test
  void aTableOfAnotherToolIsSpokenOfOnlyWhereMoreIsAskedFor() {
    assertThat(text()).contains("table users\n  error[DRF001]").doesNotContain("alembic_version");
    assertThat(text("--quiet")).isEqualTo(text());
    assertThat(text("--verbose")).contains("table alembic_version\n  note[DRF012]");
    assertThat(REPORT.json(_ -> {})).contains("DRF012");
  }

  private static Drift drift(DriftCode code, String table) {
    return new Drift(
        ObjectPath.table(QualifiedName.of(Schema.DEFAULT_NAMESPACE, Identifier.of(table))),
        Optional.of("table"),
        Optional.empty(),
        Diagnostic.of(code, "Table `%s`.".formatted(table)));
  }

  private static String text(String... arguments) {
    var out = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new Output(out, false, false),
            new Output(OutputStream.nullOutputStream(), false, false));
    var folder = Path.of("");
    REPORT.text(
        new Invocation(
            new ArgumentParser(Verb.CHECK).parse(List.of(arguments)),
            new Environment(Map.of(), folder, folder),
            terminal));
    terminal.flush();
    return out.toString(StandardCharsets.UTF_8);
  }
}
