package lockstep.engine.seed;

import static org.assertj.core.api.Assertions.assertThat;

import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.testing.Postgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Foreign keys of several columns, which may share one.
@Postgres
class CompositeReferenceTest extends SeedCase {
  private static final String TABLES =
      """
      CREATE TABLE tenant (id serial PRIMARY KEY, name text UNIQUE NOT NULL);
      CREATE TABLE person (
        tenant_id int REFERENCES tenant, id serial, name text NOT NULL,
        PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, name)
      );
      CREATE TABLE task (
        id int PRIMARY KEY, tenant_id int NOT NULL REFERENCES tenant, owner_id int, helper_id int,
        CONSTRAINT owner FOREIGN KEY (tenant_id, owner_id) REFERENCES person,
        CONSTRAINT helper FOREIGN KEY (tenant_id, helper_id) REFERENCES person
      );
      """;

  private static final String TASKS =
      """
      SELECT concat_ws(' ', t.id, n.name, o.name, coalesce(h.name, '-')) FROM task t
      LEFT JOIN tenant n ON n.id = t.tenant_id
      LEFT JOIN person o ON (o.tenant_id, o.id) = (t.tenant_id, t.owner_id)
      LEFT JOIN person h ON (h.tenant_id, h.id) = (t.tenant_id, t.helper_id) ORDER BY t.id
      """;

  @BeforeEach
  void people() {
    write("tenant.csv", "id,name\n1,red\n2,blue\n");
    write("person.csv", "tenant_id.name,name\nred,Ann\nblue,Ann\nblue,Bob\n");
  }

  @Test
  void referencesThatShareAColumnEachFillTheirOwn(ShadowDatabase database) {
    database.session().execute(TABLES);
    write(
        "task.csv",
        "id,owner.tenant_id.name,owner.name,helper.tenant_id.name,helper.name\n"
            + "1,blue,Bob,blue,Ann\n2,blue,Ann,blue,Ann\n");
    assertThat(summary(seed(database))).contains("public.task 2/2/0/0");
    assertThat(rows(database, TASKS)).containsExactly("1 blue Bob Ann", "2 blue Ann Ann");
    assertThat(summary(seed(database))).contains("public.task 2/0/0/0");
  }

  @Test
  void aSharedColumnMayBeGivenItself(ShadowDatabase database) {
    database.session().execute(TABLES);
    write(
        "task.json",
        """
        [{ "id": 1, "owner": { "tenant_id": 2, "name": "Bob" }, "tenant_id": 2 },
         { "id": 2, "tenant_id": { "name": "red" }, "owner": { "tenant_id": 1, "name": "Ann" } }]
        """);
    assertThat(summary(seed(database))).contains("public.task 2/2/0/0");
    assertThat(rows(database, TASKS)).containsExactly("1 blue Bob -", "2 red Ann -");
  }

  @Test
  void cellsThatFillAColumnDifferentlyAreSaid(ShadowDatabase database) {
    database.session().execute(TABLES);
    write(
        "task.csv",
        "id,owner.tenant_id.name,owner.name,helper.tenant_id.name,helper.name\n"
            + "1,blue,Bob,blue,Ann\n2,blue,Ann,red,Ann\n");
    var outcome = seed(database);
    assertThat(places(outcome)).containsExactly("SED015 task.csv:3:12");
    var it = outcome.diagnostics().getFirst();
    assertThat(it.fact()).contains("`helper`", "`tenant_id`", "`owner`");
    assertThat(it.advice()).isPresent();
    write(
        "task.json",
        """
        [{ "id": 1, "owner": { "tenant_id": 2, "name": "Bob" }, "tenant_id": null }]
        """);
    write("task.csv", "id,tenant_id\n");
    assertThat(places(seed(database))).containsExactly("SED015 task.json:1:70");
    assertThat(rows(database, TASKS)).isEmpty();
  }

  @Test
  void cellsThatFillAColumnMayWriteItsValueDifferently(ShadowDatabase database) {
    database
        .session()
        .execute(
            TABLES
                .replace("tenant_id int", "tenant_id numeric")
                .replace("id serial PRIMARY", "id numeric PRIMARY"));
    write("person.csv", "tenant_id,name\n2,Ann\n");
    write("task.csv", "id,tenant_id,owner.tenant_id,owner.name\n1,2.0,2,Ann\n");
    assertThat(summary(seed(database))).contains("public.task 1/1/0/0");
  }

  @Test
  void aReferenceThatIsNullEmptiesItsColumns(ShadowDatabase database) {
    database.session().execute(TABLES);
    write(
        "task.csv",
        "id,owner.tenant_id.name,owner.name,helper.tenant_id.name,helper.name\n"
            + "1,blue,Bob,blue,Ann\n2,blue,Ann,,\n");
    assertThat(summary(seed(database))).contains("public.task 2/2/0/0");
    assertThat(rows(database, TASKS)).containsExactly("1 blue Bob Ann", "2 blue Ann -");
    write(
        "task.csv",
        "id,owner.tenant_id.name,owner.name,helper.tenant_id.name,helper.name\n"
            + "1,blue,Bob,,\n2,blue,Ann,,\n");
    assertThat(summary(seed(database))).contains("public.task 2/0/1/0");
    assertThat(rows(database, TASKS)).containsExactly("1 blue Bob -", "2 blue Ann -");
    write("task.csv", "id\n");
    write("task.json", "[{ \"id\": 1, \"tenant_id\": 2, \"owner\": null }]");
    assertThat(summary(seed(database))).contains("public.task 1/0/1/1");
    assertThat(rows(database, TASKS)).containsExactly("1 blue -", "2 blue Ann -");
  }

  @Test
  void aReferenceThatCannotBeNullIsSaid(ShadowDatabase database) {
    database
        .session()
        .execute(TABLES + "ALTER TABLE task ALTER owner_id SET NOT NULL, DROP helper_id");
    write("task.json", "[{ \"id\": 1, \"tenant_id\": 2, \"owner\": null }]");
    assertThat(places(seed(database))).containsExactly("SED008 task.json:1:38");
    write("task.json", "[{ \"id\": 1, \"owner\": null }, { \"id\": 2, \"owner\": 5 }]");
    assertThat(places(seed(database)))
        .containsExactly("SED008 task.json:1:22", "SED004 task.json:1:41");
  }
}
