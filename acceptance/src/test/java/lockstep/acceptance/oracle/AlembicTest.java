package lockstep.acceptance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lockstep.acceptance.oracle.AlembicProject.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `alembic check` itself says of models written by hand, with tables in two schemas.
class AlembicTest {
  private static final PythonEnvironment PYTHON = PythonEnvironment.newest();

  private static final String MODELS =
      """
      import sqlalchemy as sa
      from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


      class Base(DeclarativeBase):
          pass


      class Account(Base):
          __tablename__ = "account"
          id: Mapped[int] = mapped_column(primary_key=True)


      class Invoice(Base):
          __tablename__ = "invoice"
          __table_args__ = {"schema": "billing"}
          id: Mapped[int] = mapped_column(primary_key=True)
          account_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"))


      sa.event.listen(Base.metadata, "before_create", sa.DDL("CREATE SCHEMA billing"))
      """;

  @TempDir private Path folder;

  @Test
  void withItsDefaultsTakesTablesOfOtherSchemasForNew() throws IOException {
    try (var database = ScratchServer.instance().scratch()) {
      var project = made(database);
      assertThat(project.check(PYTHON, Way.UNFILTERED))
          .satisfies(it -> assertThat(it.exit()).isNotZero())
          .satisfies(it -> assertThat(it.output() + it.errors()).contains("'add_table'", "invoice"))
          .satisfies(it -> assertThat(it.output() + it.errors()).doesNotContain("Table('account'"));
      assertThat(project.check(PYTHON, Way.EVERYTHING).orThrow("alembic check").exit()).isZero();
      assertThat(project.check(PYTHON, Way.ALEMBIC).orThrow("alembic check").exit()).isZero();
    }
  }

  @Test
  void findsWhatIsMissing() throws IOException {
    try (var database = ScratchServer.instance().scratch()) {
      var project = made(database);
      assertThat(
              database.run(
                  """
                  ALTER TABLE account ADD COLUMN extra int;
                  ALTER TABLE billing.invoice ALTER COLUMN account_id SET DEFAULT 1;
                  """))
          .isEmpty();
      assertThat(project.check(PYTHON, Way.ALEMBIC).exit()).isNotZero();
      assertThat(project.check(PYTHON, Way.EVERYTHING).exit()).isNotZero();
      assertThat(ModelsJudge.of(PYTHON, "psycopg").alembic(project))
          .hasValueSatisfying(
              it ->
                  assertThat(it.lines())
                      .containsExactly(
                          "alembic: remove_column None account extra",
                          "everything: remove_column None account extra",
                          "everything: modify_default billing invoice account_id 1 None"));
    }
  }

  private AlembicProject made(ScratchServer.Scratch database) throws IOException {
    Files.writeString(folder.resolve("written_models.py"), MODELS);
    assertThat(ModelsJudge.of(PYTHON, "psycopg").createAll(folder, "written_models", database))
        .isEmpty();
    var url = database.sqlAlchemyUrl("psycopg");
    return AlembicProject.make(folder.resolve("alembic"), folder, "written_models", url);
  }
}
