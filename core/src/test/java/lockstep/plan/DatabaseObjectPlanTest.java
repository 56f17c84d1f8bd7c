package lockstep.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lockstep.diff.Difference;
import lockstep.schema.DatabaseObject;
import lockstep.schema.ForeignSource;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.Publication;
import lockstep.schema.Schema;
import lockstep.schema.SqlExpression;
import org.junit.jupiter.api.Test;

/// Statements about what stands beside all namespaces, where somebody uses it already.
class DatabaseObjectPlanTest {
  @Test
  void aPublicationKeepsItsSubscribers() {
    assertThat(published("FOR TABLE ONLY a", "FOR TABLE ONLY a, TABLE ONLY b (id) WHERE (id > 0)"))
        .containsExactly("ADD TABLE ONLY b (id) WHERE (id > 0)");
    assertThat(published("FOR TABLE ONLY a, TABLE ONLY b (id)", "FOR TABLE ONLY a"))
        .containsExactly("DROP TABLE ONLY b");
    assertThat(published("FOR TABLE ONLY \"a, (b\"", ""))
        .containsExactly("DROP TABLE ONLY \"a, (b\"");
    assertThat(published("", "FOR TABLES IN SCHEMA s")).containsExactly("ADD TABLES IN SCHEMA s");
    assertThat(published("FOR TABLE ONLY a", "FOR TABLE ONLY a WHERE (b = 'with (x, y)')"))
        .containsExactly("SET TABLE ONLY a WHERE (b = 'with (x, y)')");
    assertThat(published("FOR TABLE ONLY a, TABLE ONLY b", "FOR TABLE ONLY a, TABLE ONLY c"))
        .containsExactly("SET TABLE ONLY a, TABLE ONLY c");
    assertThat(
            published(
                "FOR ALL TABLES WITH (publish = 'insert, update')",
                "FOR ALL TABLES WITH (publish_via_partition_root = true)"))
        .containsExactly(
            "SET (publish = 'insert, update, delete, truncate', publish_via_partition_root = true)");
    assertThat(
            published(
                "FOR TABLE ONLY a WITH (publish = 'insert')", "FOR TABLE ONLY a, TABLE ONLY b"))
        .containsExactly("ADD TABLE ONLY b", "SET (publish = 'insert, update, delete, truncate')");
  }

  @Test
  void aPublicationOfAllTablesIsAnotherOne() {
    assertThat(plan(publication("FOR ALL TABLES"), publication("FOR TABLE ONLY a")))
        .containsExactly("DROP PUBLICATION \"p\"", "CREATE PUBLICATION \"p\" FOR TABLE ONLY a");
  }

  @Test
  void aForeignServerKeepsItsTablesAndUsers() {
    var start = "TYPE 'options (a ''b'')' FOREIGN DATA WRAPPER w";
    assertThat(
            plan(
                server(start + " OPTIONS (a 'x', \"B\" 'y, z', c 'it''s')"),
                server(start + " OPTIONS (\"B\" 'y', c 'it''s', d '')")))
        .containsExactly("ALTER SERVER \"s\" OPTIONS (SET \"B\" 'y', ADD d '', DROP a)");
    assertThat(plan(server(start), server(start + " OPTIONS (a 'x')")))
        .containsExactly("ALTER SERVER \"s\" OPTIONS (ADD a 'x')");
    assertThat(plan(server("FOREIGN DATA WRAPPER w"), server("FOREIGN DATA WRAPPER v")))
        .containsExactly("DROP SERVER \"s\"", "CREATE SERVER \"s\" FOREIGN DATA WRAPPER v");
    assertThat(
            plan(
                source(ObjectPath.Kind.FOREIGN_DATA_WRAPPER, "OPTIONS (a 'x')"),
                source(ObjectPath.Kind.FOREIGN_DATA_WRAPPER, "")))
        .containsExactly("ALTER FOREIGN DATA WRAPPER \"s\" OPTIONS (DROP a)");
  }

  private static DatabaseObject server(String definition) {
    return source(ObjectPath.Kind.FOREIGN_SERVER, definition);
  }

  private static DatabaseObject source(ObjectPath.Kind kind, String definition) {
    return new ForeignSource(
        kind, Identifier.of("s"), new SqlExpression(definition), Optional.empty());
  }

  private static List<String> published(String from, String to) {
    var start = "ALTER PUBLICATION \"p\" ";
    var there = plan(publication(from), publication(to));
    assertThat(there).allMatch(it -> it.startsWith(start));
    return there.stream().map(it -> it.substring(start.length())).toList();
  }

  private static DatabaseObject publication(String definition) {
    return new Publication(Identifier.of("p"), new SqlExpression(definition), Optional.empty());
  }

  private static List<String> plan(DatabaseObject from, DatabaseObject to) {
    var difference = Difference.between(schema(from), schema(to));
    return Planner.plan(difference, Style.ONLINE, 180000).steps().stream().map(Step::sql).toList();
  }

  private static Schema schema(DatabaseObject object) {
    return Schema.empty().withObjects(List.of(object));
  }
}
