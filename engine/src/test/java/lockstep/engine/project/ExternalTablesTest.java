package lockstep.engine.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExternalTablesTest {
  private static final String TABLE = "public.alembic_version";

  @Test
  void settingsThatSayNothingOfOthersGetWhatIsMissing() {
    var settings =
        of(
            """
            import { defineConfig } from "prisma/config"; // export default defineConfig({

            export default defineConfig({
              schema: "prisma/schema.prisma",
              datasource: { url: process.env.DATABASE_URL! },
            });
            """);
    assertThat(settings.exclusion(TABLE)).isEqualTo(Exclusion.MISSING);
    var edited = settings.with(TABLE).orElseThrow().text().orElseThrow();
    assertThat(edited)
        .contains(
            """
            export default defineConfig({
              // The table in which Alembic keeps its versions: without this, Prisma would drop it.
              experimental: { externalTables: true },
              tables: { external: ["public.alembic_version"] },
              schema: "prisma/schema.prisma",
            """);
    assertThat(of(edited).exclusion(TABLE)).isEqualTo(Exclusion.THERE);
  }

  @Test
  void whatIsSaidInPartIsMissingAndNotEdited() {
    for (var it :
        List.of(
            "{ experimental: { externalTables: true } }",
            "{ tables: { external: ['public.alembic_version'] } }",
            "{ experimental: { externalTables: true }, tables: { external: ['public.other'] } }",
            "{ experimental: { externalTables: false }, tables: { external: ['%s'] } }"
                .formatted(TABLE))) {
      assertThat(of("export default " + it).exclusion(TABLE)).as(it).isEqualTo(Exclusion.MISSING);
      assertThat(of("export default " + it).with(TABLE)).as(it).isEmpty();
    }
  }

  @Test
  void whatIsComputedIsNotGuessed() {
    for (var it :
        List.of(
            "settings",
            "{ experimental: { externalTables: true }, tables }",
            "{ ...base, schema: 'a' }",
            "{ experimental: { externalTables: true }, tables: ours() }",
            "{ experimental: { externalTables: true }, tables: { external: ['a.b', ...ours] } }")) {
      assertThat(of("export default " + it).exclusion(TABLE)).as(it).isEqualTo(Exclusion.UNKNOWN);
    }
  }

  @Test
  void settingsThatAreNotThereSayNothing() {
    var none = new ExternalTables(Path.of("x"), Optional.empty());
    assertThat(none.exclusion(TABLE)).isEqualTo(Exclusion.MISSING);
    assertThat(none.begun("a.prisma", "b").with(TABLE)).isPresent();
  }

  private static ExternalTables of(String text) {
    return new ExternalTables(Path.of("prisma.config.ts"), Optional.of(text));
  }
}
