package lockstep.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lockstep.migration.WrittenRevision.Body;
import lockstep.migration.WrittenRevision.Start;
import lockstep.text.SourceText;
import org.junit.jupiter.api.Test;

class WrittenRevisionTest {
  @Test
  void aMigrationIsAFileThatSendsItsStatements() {
    var migration =
        new Migration(
            "20260112090000_add_users",
            SourceText.of(
                "migration.sql",
                """
                -- CreateTable
                CREATE TABLE "users" (
                  "name" text DEFAULT '\\'
                );

                CREATE INDEX ON "users" ("name"); -- for the list
                """),
            Optional.of(SourceText.of("down.sql", "DROP TABLE \"users\";")));
    var revision =
        new WrittenRevision(
            WrittenRevision.id(migration),
            List.of("a1", "b2"),
            migration,
            Body.of(migration, false),
            migration.reversed().map(it -> Body.of(it, true)),
            Start.COMMITTED);
    assertThat(revision.fileName()).isEqualTo("61f02786d41f_add_users.py");
    assertThat(revision.source())
        .isEqualTo(
            """
            \"""add users

            Revision ID: 61f02786d41f
            Revises: a1, b2
            Create Date: 2026-01-12 09:00:00

            Prisma migration: 20260112090000_add_users
            \"""

            from alembic import op

            revision = "61f02786d41f"
            down_revision = ("a1", "b2")
            branch_labels = None
            depends_on = None


            def upgrade() -> None:
                # What the revisions before it added to an enum can be used once it is committed.
                with op.get_context().autocommit_block():
                    pass
                run(r\"""-- CreateTable
            CREATE TABLE "users" (
              "name" text DEFAULT '\\'
            );\""")
                run(r\"""CREATE INDEX ON "users" ("name"); -- for the list\""")


            def downgrade() -> None:
                with op.get_context().autocommit_block():
                    run(r\"""DROP TABLE "users";\""")


            def run(sql: str) -> None:
                \"""Sends one statement as it stands here.\"""
                context = op.get_context()
                if context.as_sql:
                    context.impl.static_output(sql)
                else:
                    op.get_bind().exec_driver_sql(sql, execution_options={"no_parameters": True})
            """);
    assertThat(WrittenRevision.saysSo(revision.revision(), migration)).isTrue();
  }

  @Test
  void whatPythonWouldReadOtherwiseIsEscaped() {
    assertThat(RevisionSource.literal("a\r\n\\ \"b\" \"\"\"\" c\""))
        .isEqualTo("\"\"\"a\\r\n\\\\ \"b\" \\\"\\\"\\\"\" c\\\"\"\"\"");
  }

  @Test
  void settingsEndWithTheRevision() {
    assertThat(
            resets(
                """
                SET lock_timeout = '3s';
                SET LOCAL search_path TO a, b;
                SET SESSION AUTHORIZATION 'x';
                SET ROLE x;
                SET TIME ZONE 'UTC';
                SET NAMES utf8;
                SET CONSTRAINTS ALL DEFERRED;
                SET my.own = 1;
                """))
        .containsExactly(
            "RESET lock_timeout",
            "RESET search_path",
            "RESET SESSION AUTHORIZATION",
            "RESET ROLE",
            "RESET TIME ZONE",
            "RESET ALL",
            "RESET my.own");
    assertThat(resets("select set_config('search_path', '', false)")).containsExactly("RESET ALL");
  }

  @Test
  void onlyValuesOfEnumsHaveToBeCommitted() {
    assertThat(body("alter type mood add value if not exists 'wild'").addsValues()).isTrue();
    assertThat(body("alter type mood rename value 'a' to 'b'").addsValues()).isFalse();
  }

  private static List<String> resets(String sql) {
    var revision =
        new WrittenRevision(
            "1", List.of(), migration(sql), body(sql), Optional.empty(), Start.AS_IT_IS);
    return revision
        .source()
        .lines()
        .map(String::strip)
        .filter(it -> it.startsWith("run(\"RESET"))
        .map(it -> it.replaceAll("run\\(\"(.*)\"\\)", "$1"))
        .toList();
  }

  private static Body body(String sql) {
    return Body.of(migration(sql), false);
  }

  private static Migration migration(String sql) {
    return new Migration("1_x", SourceText.of("migration.sql", sql), Optional.empty());
  }
}
