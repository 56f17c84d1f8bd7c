package lockstep.engine.source.alembic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lockstep.engine.project.AlembicProject;
import lockstep.engine.project.Exclusion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentScriptTest {
  private static final String TABLE = "_prisma_migrations";

  /// As `alembic init` writes it (Alembic 1.20), shortened.
  private static final String USUAL =
      """
      \"""Runs it all.\"""
      from alembic import context
      from app.models import Base

      target_metadata = Base.metadata


      def run_migrations_offline() -> None:
          context.configure(
              url=config.get_main_option("sqlalchemy.url"),  # :)
              target_metadata=target_metadata,
              dialect_opts={"paramstyle": "named"},
          )


      def run_migrations_online() -> None:
          with connectable.connect() as connection:
              context.configure(
                  connection=connection, target_metadata=target_metadata
              )
              context.configure(connection=connection, target_metadata=target_metadata)
              context.configure()


      run_migrations_online()
      """;

  @TempDir private Path folder;

  @Test
  void theUsualScriptGetsAFunctionAndAnArgument() throws IOException {
    var script = script(USUAL);
    assertThat(script.exclusion(TABLE)).isEqualTo(Exclusion.MISSING);
    var edited = script.with(TABLE).orElseThrow();
    assertThat(edited.text().orElseThrow())
        .contains(
            """
            target_metadata = Base.metadata


            def include_object(obj, name, type_, reflected, compare_to):
                \"""The history of Prisma is not Alembic's: without this, autogenerate would drop it.\"""
                return not (type_ == "table" and name == "_prisma_migrations")


            def run_migrations_offline() -> None:
            """)
        .contains(
            """
                    dialect_opts={"paramstyle": "named"},
                    include_object=include_object,
                )
            """)
        .contains(
            """
                        connection=connection, target_metadata=target_metadata,
                        include_object=include_object,
                    )
            """)
        .contains("target_metadata=target_metadata, include_object=include_object)\n")
        .contains("context.configure(include_object=include_object)\n");
    assertThat(edited.exclusion(TABLE)).isEqualTo(Exclusion.THERE);
  }

  @Test
  void withoutModelsNothingIsDropped() throws IOException {
    assertThat(script(USUAL.replace("= Base.metadata", "= None")).exclusion(TABLE))
        .isEqualTo(Exclusion.THERE);
  }

  @Test
  void whatAProgramSaysIsNotGuessed() throws IOException {
    for (var it :
        List.of(
            USUAL.replace("context.configure()", "context.configure(include_name=ours)"),
            USUAL.replace("context.configure()", "context.configure(**options)"),
            "target_metadata = get()\nrun()\n")) {
      assertThat(script(it).exclusion(TABLE)).isEqualTo(Exclusion.UNKNOWN);
      assertThat(script(it).with(TABLE)).isEmpty();
    }
    assertThat(script("context.configure(target_metadata=a.b)\ndef f():\n    pass\n").with(TABLE))
        .isEmpty();
  }

  @Test
  void aCommentExcludesNothing() throws IOException {
    assertThat(script("# include_object _prisma_migrations\n" + USUAL).exclusion(TABLE))
        .isEqualTo(Exclusion.MISSING);
  }

  @Test
  void theTableOfVersionsIsTheOneThatLiteralsName() throws IOException {
    assertThat(script(USUAL).versionTable()).isEqualTo("public.alembic_version");
    var named = script("configure(version_table='v', version_table_schema=\"ops\")");
    assertThat(named.versionTable()).isEqualTo("ops.v");
    assertThat(named.mayKeepVersionsIn("ops", "v")).isTrue();
    assertThat(named.mayKeepVersionsIn("public", "v")).isFalse();
    assertThat(script("configure(version_table=NAME)").mayKeepVersionsIn("a", "b")).isTrue();
    assertThat(script("").mayKeepVersionsIn("a", "b")).isFalse();
  }

  private EnvironmentScript script(String text) throws IOException {
    Files.writeString(folder.resolve("env.py"), text);
    return EnvironmentScript.read(new AlembicProject(folder, folder, List.of(), false));
  }
}
