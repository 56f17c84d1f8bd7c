package lockstep.check.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Severity;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LintTest {
  private static List<String> codes(String... scripts) {
    var sources = new java.util.ArrayList<SourceText>();
    for (var script : scripts) {
      sources.add(SourceText.of(sources.size() + ".sql", script));
    }
    return Lint.check(sources, Schema.empty(), Levels.DEFAULT).stream()
        .map(Diagnostic::code)
        .map(it -> it.id())
        .toList();
  }

  @Test
  void aWaiverWithAReasonWaives() {
    assertThat(
            codes(
                """
                SET lock_timeout = '1s';
                -- lockstep:ignore LNT101 the table has 200 rows
                CREATE INDEX users_email ON users (email);
                """))
        .isEmpty();
  }

  @Test
  void oneWaiverNamesSeveralCodes() {
    assertThat(
            codes(
                """
                -- lockstep:ignore lnt101, LNT122 the table has 200 rows
                CREATE INDEX users_email ON users (email);
                """))
        .isEmpty();
  }

  @Test
  void aWaiverIsForTheNextStatementOnly() {
    assertThat(
            codes(
                """
                SET lock_timeout = '1s';
                -- lockstep:ignore LNT101 the table has 200 rows
                CREATE INDEX users_email ON users (email);
                CREATE INDEX users_name ON users (name);
                """))
        .containsExactly("LNT101");
  }

  @Test
  void aWaiverThatWaivesNothingIsAFinding() {
    assertThat(codes("-- lockstep:ignore LNT101 small\nSELECT 1;\n-- lockstep:ignore LNT102 x\n"))
        .containsExactly("LNT001", "LNT001");
  }

  @Test
  void aWaiverWithoutReasonWaivesAndIsAFinding() {
    assertThat(
            codes("SET lock_timeout = 1;\n-- lockstep:ignore LNT101\nCREATE INDEX i ON t (a);\n"))
        .containsExactly("LNT002");
  }

  @Test
  void aWaiverOfNoCodeIsAFinding() {
    assertThat(codes("-- lockstep:ignore LNT999 why\nSELECT 1;\n-- lockstep:ignore all of it\n"))
        .containsExactly("LNT003", "LNT003");
  }

  @Test
  void aWaiverInATextIsNone() {
    assertThat(codes("SELECT '-- lockstep:ignore LNT101';")).isEmpty();
  }

  @Test
  void whatAnEarlierScriptMadeIsOldButKnown() {
    assertThat(
            codes(
                "CREATE TABLE users (id bigint PRIMARY KEY, name varchar(20));",
                """
                SET lock_timeout = '1s';
                ALTER TABLE users ALTER COLUMN name TYPE varchar(40);
                """))
        .isEmpty();
  }

  @Test
  void theSearchPathTellsWhichTableIsMeant() {
    assertThat(
            codes(
                """
                SET search_path TO app;
                CREATE TABLE users (id bigint PRIMARY KEY);
                CREATE INDEX users_id ON app.users (lower(id::text));
                """))
        .isEmpty();
  }

  @Test
  void aRenamedTypeIsRenamedInItsColumns() {
    assertThat(
            codes(
                "CREATE TYPE mood AS ENUM ('a');\nCREATE TABLE t (id bigint PRIMARY KEY, m mood);",
                "ALTER TYPE mood RENAME TO feeling;",
                """
                SET lock_timeout = '1s';
                ALTER TABLE t ALTER COLUMN m TYPE feeling;
                """))
        .isEmpty();
  }

  @Test
  void aColumnThatIsDroppedAndAddedUnderItsOwnNameIsNoRename() {
    assertThat(
            codes(
                """
                SET lock_timeout = '1s';
                ALTER TABLE t DROP COLUMN muted;
                ALTER TABLE t ADD COLUMN muted boolean;
                """))
        .containsExactly("LNT303");
  }

  @Test
  void shortNamesAreNotSimilar() {
    assertThat(
            codes(
                """
                SET lock_timeout = '1s';
                ALTER TABLE t DROP COLUMN c, ADD COLUMN a int, ADD COLUMN b int;
                """))
        .containsExactly("LNT303");
  }

  @Test
  void concurrentBuildsOnAFaultyServerAreErrors() {
    var script = SourceText.of("a.sql", "CREATE INDEX CONCURRENTLY i ON t (a);");
    for (var version : List.of(140_000, 140_003, 140_004, 150_000)) {
      var live = new Live(Map.of(), Set.of(), Map.of(), version, Schema.DEFAULT_NAMESPACE);
      var found = Lint.check(List.of(script), Schema.empty(), Levels.DEFAULT, live);
      assertThat(found.diagnostics().stream().anyMatch(Diagnostic::isError))
          .as("%d", version)
          .isEqualTo(version < 140_004);
    }
  }

  @Test
  void anInvalidIndexIsInTheWayUntilItIsDropped() {
    var invalid = Set.of(QualifiedName.of("public", "i"));
    var live = new Live(Map.of(), invalid, Map.of(), 180_000, Schema.DEFAULT_NAMESPACE);
    var create = "CREATE INDEX CONCURRENTLY i ON t (a);";
    assertThat(codes(create, live)).contains("LNT105");
    assertThat(codes("DROP INDEX CONCURRENTLY i;" + create, live)).doesNotContain("LNT105");
  }

  private static List<String> codes(String script, Live live) {
    var source = SourceText.of("a.sql", script);
    return Lint.check(List.of(source), Schema.empty(), Levels.DEFAULT, live).diagnostics().stream()
        .map(it -> it.code().id())
        .toList();
  }

  @Test
  void aWaiverOfWhatOnlyADatabaseTellsIsNotUnusedWithoutOne() {
    assertThat(codes("-- lockstep:ignore LNT501 cleaned up before\nSELECT 1;")).isEmpty();
  }

  @Test
  void levelsAreTheProjects() {
    var script = SourceText.of("a.sql", "SET lock_timeout = 1;\nCREATE INDEX i ON t (a);");
    var levels = new Levels(Map.of(LintCode.INDEX_BLOCKS_WRITES, Level.ERROR));
    assertThat(Lint.check(List.of(script), Schema.empty(), levels))
        .extracting(Diagnostic::severity)
        .containsExactly(Severity.ERROR);
    var off = new Levels(Map.of(LintCode.INDEX_BLOCKS_WRITES, Level.OFF));
    assertThat(Lint.check(List.of(script), Schema.empty(), off)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "(",
        ")",
        "ALTER TABLE",
        "ALTER TABLE a ADD",
        "ALTER TABLE a ADD COLUMN",
        "ALTER TABLE a ADD CONSTRAINT",
        "ALTER TABLE a ,,,",
        "CREATE TABLE (",
        "CREATE TABLE a (,",
        "CREATE TABLE a (b)",
        "CREATE TABLE a (b int DEFAULT",
        "CREATE INDEX ON",
        "CREATE INDEX",
        "CREATE UNIQUE",
        "DROP",
        "DROP TABLE ,",
        "DROP INDEX IF",
        "GRANT",
        "REVOKE",
        "VACUUM (",
        "REINDEX",
        "SET",
        "SET x TO",
        "DO",
        "DO $$",
        "UPDATE",
        "DELETE FROM",
        "TRUNCATE ,,",
        "ALTER TYPE a ADD VALUE",
        "ALTER TYPE a RENAME VALUE 'b' TO 'c'",
        "CREATE POLICY",
        "ALTER TABLE \"\" ADD b int",
        "CREATE TABLE \"\"\"\" (a int[][3] ) ]",
        "\\i a.sql",
        "COPY a FROM stdin;\n1\n\\.\nSELECT 1",
        "CREATE TABLE a.b.c.d (e int)",
        "CREATE TABLE \u0000 (\ud800 int)",
        "SELECT set_config('search_path', '', false)"
      })
  void anyTextIsTaken(String script) {
    assertThat(Lint.check(SourceText.of("a.sql", script), Schema.empty())).isNotNull();
  }
}
