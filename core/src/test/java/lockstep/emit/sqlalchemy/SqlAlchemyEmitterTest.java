package lockstep.emit.sqlalchemy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import lockstep.diagnostic.PlainRenderer;
import lockstep.emit.EmittedFile;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Layout;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Mixin;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.NameStyle;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Source;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Version;
import lockstep.psl.PslReader;
import lockstep.testing.GoldenCase;
import lockstep.testing.GoldenCases;
import org.junit.jupiter.params.ParameterizedTest;

class SqlAlchemyEmitterTest {
  /// A case's `options.properties` has a line `key=value` for each option that is not the usual
  /// one.
  @ParameterizedTest
  @GoldenCases("sqlalchemy")
  void emit(GoldenCase it) {
    var reading = PslReader.read(it.sources(".prisma"));
    assertThat(reading.diagnostics().stream().filter(each -> each.isError())).isEmpty();
    var options = options(it.has("options.properties") ? it.text("options.properties") : "");

    var emission = SqlAlchemyEmitter.emit(reading.schema(), reading.mapping(), options);

    emission.files().forEach(file -> it.expect("models/" + file.path(), file.content()));
    it.expect(
        "diagnostics.txt",
        emission.diagnostics().stream().map(PlainRenderer::render).collect(Collectors.joining()));
    assertThat(SqlAlchemyEmitter.emit(reading.schema(), reading.mapping(), options))
        .as("emitted twice")
        .isEqualTo(emission);
    assertThat(emission.files()).extracting(EmittedFile::path).isSorted();
  }

  private static SqlAlchemyOptions options(String text) {
    var lines = text.lines().map(String::strip).toList();
    return new SqlAlchemyOptions(
        lines.contains("version=2.1") ? Version.V2_1 : Version.V2_0,
        lines.contains("layout=single") ? Layout.SINGLE_FILE : Layout.FILE_PER_MODEL,
        lines.contains("names=field") ? NameStyle.FIELD : NameStyle.SNAKE_CASE,
        "app.models",
        new Source("schema.prisma", "sha256:0123456789abcdef"),
        lines.contains("mixin") ? List.of(new Mixin("User", ".mixins", "UserMixin")) : List.of());
  }
}
