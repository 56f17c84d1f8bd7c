package lockstep.engine.postgres.introspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import lockstep.engine.postgres.Session;
import lockstep.engine.testing.Postgres;
import org.junit.jupiter.api.Test;

/// Holds that nothing in a database is passed over in silence: each catalog is asked for what it
/// holds, or stands here with the reason why not.
@Postgres
class CatalogCoverageTest {
  private static final Pattern CATALOG = Pattern.compile("\\bpg_[a-z_]+\\b");

  /// Every server has these but once; they say nothing about one database.
  private static final Set<String> OF_THE_CLUSTER =
      Set.of(
          "pg_auth_members",
          "pg_authid",
          "pg_db_role_setting",
          "pg_parameter_acl",
          "pg_replication_origin",
          "pg_shdepend",
          "pg_shdescription",
          "pg_shseclabel",
          "pg_subscription_rel");

  /// These say more about an object that another catalog names.
  private static final Set<String> PARTS_OF_OTHERS =
      Set.of("pg_amop", "pg_amproc", "pg_partitioned_table", "pg_user_mapping");

  /// These hold data, or what the server has worked out by itself.
  private static final Set<String> NO_DEFINITIONS =
      Set.of("pg_largeobject", "pg_largeobject_metadata", "pg_statistic", "pg_statistic_ext_data");

  @Test
  void everyCatalogIsAskedOrLeftOutForAReason(Session session) throws Exception {
    var all = new TreeSet<String>();
    session.forEach(
        "select relname from pg_class"
            + " where relkind = 'r' and relnamespace = 'pg_catalog'::regnamespace",
        row -> all.add(row.text(1)));
    var unasked = new TreeSet<>(all);
    unasked.removeAll(asked());
    var explained = new TreeSet<String>();
    for (var reason : Set.of(OF_THE_CLUSTER, PARTS_OF_OTHERS, NO_DEFINITIONS)) {
      explained.addAll(reason);
    }
    explained.retainAll(all);
    assertThat(unasked).isEqualTo(explained);
  }

  private static Set<String> asked() throws Exception {
    var folder = Path.of(CatalogQuery.class.getResource("relations.sql").toURI()).getParent();
    var asked = new TreeSet<String>();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(CatalogCoverageTest::saysWhatIsThere).toList()) {
        CATALOG.matcher(text(file)).results().forEach(it -> asked.add(it.group()));
      }
    }
    return asked;
  }

  /// What needs what only names the objects that other queries read.
  private static boolean saysWhatIsThere(Path file) {
    var name = file.getFileName().toString();
    return name.endsWith(".sql") && !name.equals("dependencies.sql");
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
