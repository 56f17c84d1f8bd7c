package lockstep.engine.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.diagnostic.Place;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.project.SeedSettings;
import lockstep.engine.seed.SeedRun.Ending;
import lockstep.engine.testing.Postgres;
import org.junit.jupiter.api.Test;

@Postgres
class SeedRunTest extends SeedCase {
  private static final String TABLES =
      """
      CREATE TYPE tier AS ENUM ('free', 'pro');
      CREATE TABLE "Category" (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text UNIQUE NOT NULL);
      CREATE TABLE spirit (
        id serial PRIMARY KEY,
        name varchar(10) NOT NULL UNIQUE,
        category_id int NOT NULL REFERENCES "Category",
        parent_id int REFERENCES spirit,
        tier tier NOT NULL DEFAULT 'free',
        tags text[],
        traits jsonb NOT NULL DEFAULT '{}',
        price numeric(10, 2) CHECK (price >= 0),
        cents int GENERATED ALWAYS AS (price * 100) STORED,
        made timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE tool (
        name text NOT NULL,
        spirit_id int NOT NULL REFERENCES spirit ON DELETE CASCADE,
        UNIQUE (spirit_id, name)
      );
      CREATE TABLE tool_use (
        spirit_id int NOT NULL,
        tool text NOT NULL,
        at date NOT NULL,
        PRIMARY KEY (spirit_id, tool, at),
        CONSTRAINT used_tool FOREIGN KEY (spirit_id, tool) REFERENCES tool (spirit_id, name)
      );
      """;

  private static final Map<String, String> FILES =
      Map.of(
          "Category.csv",
          "name\nwriting\n\"data, and \"\"more\"\"\"\n",
          "spirit.json",
          """
          [
            { "name": "Child", "category_id": { "name": "writing" }, "parent_id": { "name": "Scribe" } },
            { "name": "Scribe", "category_id": { "name": "writing" }, "tier": "pro",
              "tags": ["a", "b\\"c", null], "traits": { "x": [1, "\\u00e9"] }, "price": 1.5 },
            { "name": "O'Hara\\\\", "category_id": { "name": "data, and \\"more\\"" }, "tier": "free",
              "tags": [], "traits": "text", "price": null }
          ]
          """,
          "tool.csv",
          "name,spirit_id.name\nquill,Scribe\n\"\",Scribe\n",
          "tool_use.json",
          """
          [{ "used_tool": { "spirit_id": { "name": "Scribe" }, "name": "quill" }, "at": "2026-01-02" }]
          """);

  @Test
  void rowsFindEachOtherByTheirNames(ShadowDatabase database) throws IOException {
    database.session().execute(TABLES);
    FILES.forEach(this::write);
    assertThat(summary(seed(database)))
        .containsExactly(
            "public.Category 2/2/0/0",
            "public.spirit 3/3/0/0",
            "public.tool 2/2/0/0",
            "public.tool_use 1/1/0/0");
    assertThat(
            rows(
                database,
                """
                SELECT concat_ws(' ', s.name, c.name, p.name, s.tier, s.tags, s.traits, s.cents)
                FROM spirit s JOIN "Category" c ON c.id = s.category_id
                LEFT JOIN spirit p ON p.id = s.parent_id ORDER BY s.name
                """))
        .containsExactly(
            "Child writing Scribe free {}",
            "O'Hara\\ data, and \"more\" free {} \"text\"",
            "Scribe writing pro {a,\"b\\\"c\",NULL} {\"x\": [1, \"é\"]} 150");
    assertThat(rows(database, "SELECT count(*) FROM tool WHERE name = ''")).containsExactly("1");
  }

  @Test
  void aSecondRunWritesNothing(ShadowDatabase database) throws IOException {
    database.session().execute(TABLES);
    FILES.forEach(this::write);
    seed(database);
    database.session().execute("INSERT INTO \"Category\" (name) VALUES ('of others')");
    var versions = versions(database);
    assertThat(summary(seed(database)))
        .containsExactly(
            "public.Category 2/0/0/1",
            "public.spirit 3/0/0/0",
            "public.tool 2/0/0/0",
            "public.tool_use 1/0/0/0");
    assertThat(versions(database)).isEqualTo(versions);
  }

  @Test
  void onlyRowsThatDifferAreWritten(ShadowDatabase database) throws IOException {
    database.session().execute(TABLES);
    FILES.forEach(this::write);
    seed(database);
    var versions = versions(database);
    write("spirit.json", FILES.get("spirit.json").replace("1.5", "2.25"));
    assertThat(summary(seed(database))).contains("public.spirit 3/0/1/0");
    var after = versions(database);
    assertThat(after).hasSameSizeAs(versions);
    assertThat(after.stream().filter(it -> !versions.contains(it))).hasSize(1);
    assertThat(rows(database, "SELECT price FROM spirit WHERE name = 'Scribe'"))
        .containsExactly("2.25");
  }

  @Test
  void whatIsTakenBackLeavesNothing(ShadowDatabase database) throws IOException {
    database.session().execute(TABLES);
    FILES.forEach(this::write);
    assertThat(summary(seed(database, SeedSettings.NONE, Ending.TAKEN_BACK)))
        .contains("public.spirit 3/3/0/0");
    assertThat(versions(database)).isEmpty();
  }

  @Test
  void sequencesGoOnBehindNumbersOfFiles(ShadowDatabase database) throws IOException {
    database.session().execute(TABLES);
    write("Category.csv", "id,name\n50,fifty\n");
    assertThat(summary(seed(database))).containsExactly("public.Category 1/1/0/0");
    assertThat(rows(database, "INSERT INTO \"Category\" (name) VALUES ('next') RETURNING id"))
        .containsExactly("51");
    assertThat(summary(seed(database))).containsExactly("public.Category 1/0/0/1");
    assertThat(rows(database, "INSERT INTO \"Category\" (name) VALUES ('last') RETURNING id"))
        .containsExactly("52");
  }

  @Test
  void eachMistakeIsSaidAtItsPlaceAndNothingWritten(ShadowDatabase database) throws IOException {
    database.session().execute(TABLES);
    write("Category.csv", "name\nwriting\n");
    refused(database, "spirit.json", "x", "SED002 spirit.json:1:1");
    refused(database, "spirit.json", "{}", "SED002 spirit.json:1:1");
    refused(database, "spirit.json", "[1]", "SED002 spirit.json:1:2");
    refused(
        database, "spirit.json", "[{\"name\": \"a\",\n\"name\": \"b\"}]", "SED002 spirit.json:2:1");
    refused(database, "spirits.json", "[]", "SED003 spirits.json");
    refused(database, "spirit.yaml", "", "SED001 spirit.yaml");
    refused(
        database, "spirit.csv", "name,category_id.name\na,writing,b\n", "SED002 spirit.csv:2:1");
    refused(database, "spirit.csv", "name,name\na,b\n", "SED002 spirit.csv:1:6");
    refused(database, "spirit.csv", "name\n\"a", "SED002 spirit.csv:2:1");
    refused(database, "spirit.csv", "name\na\"b\n", "SED002 spirit.csv:2:2");
    refused(database, "spirit.csv", "name,nme\na,b\n", "SED004 spirit.csv:1:6");
    refused(database, "spirit.csv", "name,cents\na,1\n", "SED004 spirit.csv:1:6");
    refused(database, "spirit.csv", "tier\nfree\n", "SED005 spirit.csv:2:1");
    refused(database, "spirit.csv", "name,category_id.name\n,writing\n", "SED011 spirit.csv:2:1");
    refused(database, "spirit.csv", row("a,writing") + "a,writing\n", "SED006 spirit.csv:3:1");
    refused(database, "spirit.csv", row("a,wrting"), "SED009 spirit.csv:2:3");
    refused(database, "spirit.csv", row("0123456789a,writing"), "SED007 spirit.csv:2:1");
    refused(
        database,
        "spirit.json",
        "[{\"name\": \"a\", \"category_id\": {\"name\": \"writing\"},\n\"tier\": \"gold\", \"price\": \"x\"}]",
        "SED007 spirit.json:2:9",
        "SED007 spirit.json:2:26");
    refused(
        database,
        "spirit.json",
        "[{\"name\": \"a\", \"category_id\": {\"name\": \"writing\"}, \"price\": -1}]",
        "SED011 spirit.json:1:2");
    refused(
        database,
        "spirit.json",
        "[{\"name\": \"a\", \"category_id\": null}]",
        "SED011 spirit.json:1:31");
    refused(
        database,
        "spirit.json",
        "[{\"name\": \"a\", \"category_id\": {\"name\": null}}]",
        "SED008 spirit.json:1:40");
    refused(
        database,
        "spirit.json",
        "[{\"name\": {\"a\": 1}, \"category_id\": 1}]",
        "SED008 spirit.json:1:11");
    refused(
        database,
        "tool.json",
        "[{\"name\": \"a\", \"spirit_id\": {\"tier\": \"free\"}}]",
        "SED008 tool.json:1:29");
    refused(
        database,
        "spirit.csv",
        "name,category_id.name,parent_id.name\na,writing,b\nb,writing,a\n",
        "SED009 spirit.csv:2:11",
        "SED009 spirit.csv:3:11");
  }

  private static String row(String fields) {
    return "name,category_id.name\n" + fields + "\n";
  }

  @Test
  void allBadRowsAmongManyAreFound(ShadowDatabase database) throws IOException {
    database
        .session()
        .execute(TABLES + "CREATE TABLE n (n int PRIMARY KEY, half int CHECK (half <> 77))");
    var text = new StringBuilder("n,half\n");
    for (var i = 0; i < 3000; i++) {
      text.append(i).append(',').append(i == 700 || i == 2999 ? "x" : i / 2).append('\n');
    }
    refused(database, "n.csv", text.toString(), "SED007 n.csv:702:5", "SED007 n.csv:3001:6");
    var good = text.toString().replace("x", "1");
    refused(database, "n.csv", good, "SED011 n.csv:156:1", "SED011 n.csv:157:1");
    write("n.csv", good.replace(",77", ","));
    assertThat(summary(seed(database))).containsExactly("public.n 3000/3000/0/0");
  }

  @Test
  void countsAndChecksAreLookedAtBeforeAnythingIsKept(ShadowDatabase database) throws IOException {
    database.session().execute(TABLES);
    write("Category.csv", "name\nwriting\n");
    var place = new Place.File("lockstep.toml");
    var expected = Map.of("Category", new SeedSettings.Said<>(2, place));
    var outcome =
        seed(database, new SeedSettings(Optional.empty(), Map.of(), expected), Ending.KEPT);
    assertThat(places(outcome)).containsExactly("SED013 lockstep.toml");
    Files.createDirectories(folder.resolve("checks"));
    write("checks/a.sql", "-- none\nSELECT * FROM \"Category\" WHERE name = 'x';\n");
    write("checks/b.sql", "SELECT * FROM \"Category\" -- all\n");
    write("checks/c.sql", "SELECT *\nFROM nothing");
    write("checks/d.sql", "SELECT nextval('spirit_id_seq')");
    write("checks/e.sql", "SELECT 1; SELECT 2");
    outcome = seed(database);
    assertThat(places(outcome))
        .containsExactly(
            "SED014 checks/b.sql:1:1",
            "SED014 checks/c.sql:2:6",
            "SED014 checks/d.sql:1:1",
            "SED014 checks/e.sql");
    assertThat(outcome.diagnostics().getFirst().fact()).contains("\"name\": \"writing\"");
    assertThat(versions(database)).isEmpty();
  }

  @Test
  void aTableWithSeveralKeysWantsOneNamed(ShadowDatabase database) throws IOException {
    database.session().execute("CREATE TABLE p (a int UNIQUE, b int UNIQUE, c int)");
    write("p.csv", "a,b,c\n1,2,3\n");
    assertThat(places(seed(database))).containsExactly("SED005 p.csv:2:1");
    var place = new Place.File("lockstep.toml");
    for (var it : Map.of("b", "", "c", "SED005 lockstep.toml").entrySet()) {
      var keys = Map.of("p", new SeedSettings.Said<>(List.of(it.getKey()), place));
      var settings = new SeedSettings(Optional.empty(), keys, Map.of());
      assertThat(String.join("", places(seed(database, settings, Ending.KEPT))))
          .isEqualTo(it.getValue());
    }
  }

  @Test
  void tablesInACircleNeedOneConstraintThatWaits(ShadowDatabase database) throws IOException {
    database
        .session()
        .execute(
            """
            CREATE TABLE a (id int PRIMARY KEY, b int NOT NULL);
            CREATE TABLE b (id int PRIMARY KEY, a int NOT NULL REFERENCES a);
            ALTER TABLE a ADD CONSTRAINT a_b FOREIGN KEY (b) REFERENCES b
            """);
    write("a.csv", "id,b\n1,2\n");
    write("b.csv", "id,a\n2,1\n");
    assertThat(places(seed(database))).containsExactly("SED010 a.csv:2:1");
    database.session().execute("ALTER TABLE a ALTER CONSTRAINT a_b DEFERRABLE");
    assertThat(summary(seed(database))).containsExactly("public.a 1/1/0/0", "public.b 1/1/0/0");
    write("a.csv", "id,b\n1,3\n");
    assertThat(places(seed(database))).containsExactly("SED011 a.csv:2:1");
  }

  @Test
  void aTableWhoseTriggerLooksForRowsOfAnotherComesAfterIt(ShadowDatabase database)
      throws IOException {
    database
        .session()
        .execute(
            """
            CREATE TABLE a (id int PRIMARY KEY, b int NOT NULL);
            CREATE TABLE of_a (id int PRIMARY KEY REFERENCES a);
            CREATE TABLE z (id int PRIMARY KEY);
            CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
              IF NOT EXISTS (SELECT FROM z WHERE id = new.b) THEN RAISE 'no %', new.b; END IF;
              RETURN new;
            END $$;
            CREATE TRIGGER f BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION f()
            """);
    write("a.csv", "id,b\n1,2\n");
    write("of_a.csv", "id\n1\n");
    write("z.csv", "id\n2\n");
    assertThat(summary(seed(database, SeedSettings.NONE, Ending.TAKEN_BACK)))
        .containsExactly("public.z 1/1/0/0", "public.a 1/1/0/0", "public.of_a 1/1/0/0");
    write("z.csv", "id\n3\n");
    assertThat(places(seed(database))).containsExactly("SED011 a.csv:2:1");
  }

  @Test
  void whatATriggerChangesOrKeepsOutIsSaid(ShadowDatabase database) throws IOException {
    database
        .session()
        .execute(
            """
            CREATE TABLE t (id int PRIMARY KEY, name text);
            CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
              IF new.id = 2 THEN RETURN NULL; END IF;
              new.name = lower(new.name); RETURN new;
            END $$;
            CREATE TRIGGER f BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f()
            """);
    write("t.csv", "id,name\n1,One\n2,two\n3,three\n");
    assertThat(places(seed(database))).containsExactly("SED012 t.csv:3:1", "SED012 t.csv:2:1");
    assertThat(rows(database, "SELECT count(*) FROM t")).containsExactly("0");
  }

  @Test
  void rowsThatSomebodyElseHoldsAreWaitedForOnlySoLong(ShadowDatabase database) throws IOException {
    database
        .session()
        .execute("CREATE TABLE t (id int PRIMARY KEY, n int); INSERT INTO t VALUES (1, 1)");
    write("t.csv", "id,n\n1,2\n");
    database.session().execute("BEGIN; UPDATE t SET n = 3");
    var outcome = seed(database);
    assertThat(places(outcome)).containsExactly("MIG002 nowhere");
    assertThat(outcome.diagnostics().getFirst().fact()).contains("for longer than 1500 ms.");
    database.session().execute("ROLLBACK");
    assertThat(summary(seed(database))).containsExactly("public.t 1/0/1/0");
  }

  @Test
  void tablesWithoutANamespaceAreInTheOneOfTheAddress(ShadowDatabase database) throws IOException {
    database
        .session()
        .execute(
            """
            CREATE SCHEMA app; CREATE TYPE app.mood AS ENUM ('good'); CREATE TABLE t (id int PRIMARY KEY);
            CREATE TABLE app.t (id int PRIMARY KEY, mood app.mood)
            """);
    write("t.csv", "id,mood\n1,good\n");
    write("public.t.csv", "id\n2\n");
    var outcome = seed(database.url().withNamespace("app"), SeedSettings.NONE, Ending.KEPT);
    assertThat(summary(outcome)).containsExactly("public.t 1/1/0/0", "app.t 1/1/0/0");
    write("t.csv", "id,mood\n1,god\n");
    outcome = seed(database.url().withNamespace("app"), SeedSettings.NONE, Ending.KEPT);
    assertThat(outcome.diagnostics().getFirst().advice()).contains("Did you mean `good`?");
  }

  @Test
  void whatIsInAJsonColumnMakesNoDifferenceToWhereItGoes(ShadowDatabase database)
      throws IOException {
    database.session().execute("CREATE TABLE t (id int PRIMARY KEY, j jsonb)");
    write(
        "t.json",
        """
        [{ "id": 1, "j": { "a": { "b": [] } } }, { "id": 2, "j": { "c": null } }, { "id": 3, "j": [1] },
         { "id": 4, "j": null }, { "id": 5, "j": false }, { "id": 6 }]
        """);
    assertThat(summary(seed(database))).containsExactly("public.t 6/6/0/0");
    assertThat(rows(database, "SELECT coalesce(j::text, 'nothing') FROM t ORDER BY id"))
        .containsExactly(
            "{\"a\": {\"b\": []}}", "{\"c\": null}", "[1]", "nothing", "false", "nothing");
    assertThat(summary(seed(database))).containsExactly("public.t 6/0/0/0");
  }

  @Test
  void elementsOfAnArrayOfJsonAreJson(ShadowDatabase database) {
    database
        .session()
        .execute(
            """
            CREATE DOMAIN note AS jsonb;
            CREATE TABLE t (id int PRIMARY KEY, j jsonb[], k json[], n note[], m jsonb[][])
            """);
    write(
        "t.json",
        """
        [{ "id": 1, "j": ["a\\"b", 1.50, true, null, { "x": ["é", null] }, [1, [2]], "null"],
           "k": ["NULL", "", {}], "n": ["x", []], "m": [["a", [1]], [{}, null]] },
         { "id": 2, "j": [], "k": null }]
        """);
    assertThat(summary(seed(database))).containsExactly("public.t 2/2/0/0");
    assertThat(
            rows(
                database,
                "SELECT coalesce(e::text, 'nothing') FROM t, unnest(j) e UNION ALL"
                    + " SELECT e::text FROM t, unnest(k) e UNION ALL"
                    + " SELECT e::text FROM t, unnest(n) e UNION ALL"
                    + " SELECT coalesce(e::text, 'nothing') FROM t, unnest(m) e"))
        .containsExactly(
            "\"a\\\"b\"",
            "1.50",
            "true",
            "nothing",
            "{\"x\": [\"é\", null]}",
            "[1, [2]]",
            "\"null\"",
            "\"NULL\"",
            "\"\"",
            "{}",
            "\"x\"",
            "[]",
            "\"a\"",
            "[1]",
            "{}",
            "nothing");
    assertThat(summary(seed(database))).containsExactly("public.t 2/0/0/0");
  }

  @Test
  void anEmptyFileIsNoMistake(ShadowDatabase database) throws IOException {
    database.session().execute("CREATE TABLE t (id int PRIMARY KEY); INSERT INTO t VALUES (1)");
    write("t.json", "[]");
    assertThat(summary(seed(database))).containsExactly("public.t 0/0/0/1");
  }

  @Test
  void namesAndValuesStayWhatTheyAre(ShadowDatabase database) throws IOException {
    database
        .session()
        .execute(
            """
            CREATE SCHEMA "My App"; CREATE DOMAIN "My App".note AS jsonb;
            CREATE TABLE "My App"."We""ird" ("K'ey" text PRIMARY KEY, "s.n" "My App".note, j json, p point)
            """);
    write(
        "My App.We\"ird.json",
        """
        [{ "K'ey": "'); DROP TABLE x; --", "s.n": { "a": 1 }, "j": { "b":  1.10 }, "p": "(1,2)" }]
        """);
    for (var expected : List.of("My App.We\"ird 1/1/0/0", "My App.We\"ird 1/0/0/0")) {
      assertThat(summary(seed(database))).containsExactly(expected);
    }
    assertThat(
            rows(database, "SELECT concat(\"K'ey\", \"s.n\", j, p) FROM \"My App\".\"We\"\"ird\""))
        .containsExactly("'); DROP TABLE x; --{\"a\": 1}{\"b\":1.10}(1,2)");
  }

  private void refused(ShadowDatabase database, String file, String text, String... expected)
      throws IOException {
    write(file, text);
    assertThat(places(seed(database))).as(text).containsExactly(expected);
    assertThat(versions(database)).isEmpty();
    Files.delete(folder.resolve(file));
  }

  /// Where each row of the sample's tables lies, and which transaction wrote it.
  private static List<String> versions(ShadowDatabase database) {
    return rows(
        database,
        """
        SELECT concat_ws(' ', o, c, x) FROM (
          SELECT 'c' AS o, ctid AS c, xmin AS x FROM "Category" WHERE name <> 'of others'
          UNION ALL SELECT 's', ctid, xmin FROM spirit UNION ALL SELECT 't', ctid, xmin FROM tool
          UNION ALL SELECT 'u', ctid, xmin FROM tool_use
        ) rows
        """);
  }
}
