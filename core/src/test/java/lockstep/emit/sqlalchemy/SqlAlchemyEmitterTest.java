package lockstep.emit.sqlalchemy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.PlainRenderer;
import lockstep.emit.EmittedFile;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Layout;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Mixin;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.NameStyle;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Source;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Version;
import lockstep.mapping.Mapping;
import lockstep.psl.PslReader;
import lockstep.schema.Access;
import lockstep.schema.ColumnType;
import lockstep.schema.Domain;
import lockstep.schema.Extension;
import lockstep.schema.Identifier;
import lockstep.schema.Namespace;
import lockstep.schema.Nullability;
import lockstep.schema.ObjectPath;
import lockstep.schema.Publication;
import lockstep.schema.ScalarType;
import lockstep.schema.Schema;
import lockstep.schema.SqlExpression;
import lockstep.testing.GoldenCase;
import lockstep.testing.GoldenCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

  /// SQLAlchemy asks for the name of what a domain is made of as of no expression, and in one file
  /// the class has to stand before.
  @ParameterizedTest
  @EnumSource(Layout.class)
  void aDomainNamesTheTypeOfAnExtensionInFull(Layout layout) {
    var domain =
        new Domain(
            Identifier.of("email"),
            ColumnType.of(ScalarType.CITEXT),
            Nullability.NULLABLE,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty());
    var extension =
        new Extension(
            Identifier.of("citext"), Optional.of(Identifier.of("extensions")), Optional.empty());
    var namespace = Namespace.empty(Schema.DEFAULT_NAMESPACE).withObjects(List.of(domain));
    var schema = new Schema(List.of(extension), List.of(namespace));
    var options = options(layout == Layout.SINGLE_FILE ? "layout=single" : "");

    var files = SqlAlchemyEmitter.emit(schema, Mapping.empty(), options).files();

    assertThat(files.stream().map(EmittedFile::content).collect(Collectors.joining()))
        .contains("pg.DOMAIN(\"email\", PgType('\"extensions\".CITEXT')", "class PgType(");
  }

  @Test
  void whatStandsInNoNamespaceAndWhoMayDoWhatIsNamed() {
    var all =
        new Publication(
            Identifier.of("all"), new SqlExpression("FOR ALL TABLES"), Optional.empty());
    var grant = new Access.Grant(Access.Effect.GRANT, "USAGE", "PUBLIC");
    var some = new Access.Privileges(Optional.empty(), List.of(grant));
    var schema =
        Schema.empty()
            .withObjects(List.of(all))
            .with(
                Access.of(
                    Map.of(
                        ObjectPath.namespace(Identifier.of("a")), some,
                        ObjectPath.namespace(Identifier.of("b")), some)));

    var emission = SqlAlchemyEmitter.emit(schema, Mapping.empty(), options(""));

    assertThat(emission.diagnostics().stream().map(Diagnostic::fact))
        .containsExactly(
            "Publication all is not created by `create_all`.",
            "The owner or privileges of schema a and of 1 more are not set by `create_all`.");
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
