package lockstep.acceptance.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lockstep.acceptance.oracle.Command;
import lockstep.acceptance.oracle.ScratchServer;
import lockstep.acceptance.sample.SampleProject;
import lockstep.engine.FileTrees;
import lockstep.engine.postgres.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Revisions that make rows: what was recorded of them makes the same rows, or that is said.
class TakenRowsTest {
  private static final String TABLES =
      """
      op.create_table(
          "plans",
          sa.Column("id", sa.Integer, primary_key=True),
          sa.Column("name", sa.Text, nullable=False),
          sa.Column("price", sa.Numeric(10, 2)),
          sa.Column("settings", postgresql.JSONB),
          sa.Column("made", sa.DateTime(timezone=True), server_default=sa.func.now()),
      )
      op.create_table(
          "people",
          sa.Column("id", sa.Uuid, primary_key=True, server_default=sa.text("gen_random_uuid()")),
          sa.Column("email", sa.Text),
          sa.Column("plan_id", sa.Integer, sa.ForeignKey("plans.id")),
      )
      """;

  private static final String ROWS =
      """
      plans = sa.table("plans", sa.column("id"), sa.column("name"), sa.column("price"))
      op.bulk_insert(plans, [{"id": 1, "name": "a", "price": 1.5}, {"id": 2, "name": "b", "price": None}])
      op.execute("INSERT INTO people (email, plan_id) SELECT name || '@x', id FROM plans")
      """;

  /// Python decides by the rows that it reads, and computes what it writes.
  private static final String COMPUTED =
      """
      bind = op.get_bind()
      rows = bind.execute(sa.text("SELECT id, name, price FROM plans ORDER BY id")).all()
      for row in rows:
          name = f"100% '{row.name}' :{row.id} \\\\ \\u00e9"
          price = decimal.Decimal(row.id) / 7 if row.price is None else row.price * 2
          bind.execute(
              sa.text("UPDATE plans SET name = :name, price = :price, settings = :s WHERE id = :id"),
              {"name": name, "price": price, "s": json.dumps({"was": row.name}), "id": row.id},
          )
      """;

  /// What was made with a default keeps it when the column has none any more.
  private static final String STAMPED =
      """
      op.add_column("people", sa.Column("since", sa.DateTime, server_default=sa.func.now()))
      op.alter_column("people", "since", server_default=None)
      """;

  @TempDir private Path folder;
  private SampleProject project;
  private int revisions;

  @BeforeEach
  void write() throws IOException {
    project = SampleProject.copy("neuroagent", folder);
    FileTrees.delete(versions());
    Files.createDirectories(versions());
    revision(TABLES, "op.drop_table('people'); op.drop_table('plans')");
    revision(ROWS, "op.execute('DELETE FROM people'); op.execute('DELETE FROM plans')");
    revision(COMPUTED, "op.execute(\"UPDATE plans SET name = 'a', settings = NULL\")");
  }

  @AfterEach
  void drop() {
    project.close();
  }

  @Test
  void rowsThatPythonComputesAreTheSameAndThoseOfTheClockAreToBeLookedAt() throws IOException {
    revision(STAMPED, "op.drop_column('people', 'since')");
    var taken = takeover();
    assertThat(taken.exit()).as(taken.errors()).isZero();
    assertThat(taken.errors())
        .contains("warning[ALB029]: The revision `r2` makes rows", "`public.people.id`")
        .contains("`public.plans.made`")
        .contains("warning[ALB029]: The revision `r4` makes rows", "`public.people.since`")
        .doesNotContain("ALB008", "`public.plans.price`", "`public.plans.name`", "email`")
        .contains("4 with a way back; catalogs equal after 4 of 4 revisions");
    assertThat(Files.readString(project.folder().resolve("prisma/migrations/TAKEOVER.md")))
        .contains("- ALB029: The revision `r2` makes rows");
    try (var fresh = ScratchServer.instance().plain()) {
      project
          .run(
              "lockstep migrate apply --no-check --dir prisma/migrations --database '%s'"
                  .formatted(fresh.url().reveal()))
          .orThrow("apply");
      try (var session = Session.open(fresh.url())) {
        assertThat(
                session.query(
                    "select concat_ws(' ', name, price, settings) from plans order by id",
                    row -> row.text(1)))
            .containsExactly(
                "100% 'a' :1 \\ \u00e9 3.00 {\"was\": \"a\"}",
                "100% 'b' :2 \\ \u00e9 0.29 {\"was\": \"b\"}");
      }
    }
  }

  @Test
  void rowsThatNobodySawBeingMadeAreMissed() throws IOException {
    past("INSERT INTO plans VALUES (3, 'c')");
    assertThat(takeover().errors())
        .contains("error[ALB008]: The revision `r4` was recorded, but what its statements make has")
        .contains("other rows in `public.plans` (3 rows, and 2).")
        .contains("r4.py");
    assertThat(project.folder().resolve("prisma/migrations")).doesNotExist();
  }

  @Test
  void valuesThatNobodySawBeingChangedAreMissed() throws IOException {
    past("UPDATE plans SET price = 9 WHERE id = 1");
    assertThat(takeover().errors()).contains("has other rows in `public.plans.price`.");
  }

  /// A revision that uses a cursor of the driver.
  private void past(String sql) throws IOException {
    revision("op.get_bind().connection.cursor().execute(\"%s\")\n".formatted(sql), "pass");
  }

  private Command.Result takeover() {
    return project.run(TakeoverTest.TAKEOVER + " --no-pull");
  }

  private void revision(String upgrade, String downgrade) throws IOException {
    revisions++;
    var text =
        """
        import decimal
        import json

        import sqlalchemy as sa
        from alembic import op
        from sqlalchemy.dialects import postgresql

        revision = "r%d"
        down_revision = %s


        def upgrade():
        %s

        def downgrade():
            %s
        """
            .formatted(
                revisions,
                revisions == 1 ? "None" : "\"r%d\"".formatted(revisions - 1),
                upgrade.indent(4),
                downgrade);
    Files.writeString(versions().resolve("r%d.py".formatted(revisions)), text);
  }

  private Path versions() {
    return project.folder().resolve("backend/alembic/versions");
  }
}
