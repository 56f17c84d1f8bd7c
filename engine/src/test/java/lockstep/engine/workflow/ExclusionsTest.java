package lockstep.engine.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Severity;
import lockstep.engine.project.AlembicProject;
import lockstep.engine.project.Environment;
import lockstep.engine.project.ExternalTables;
import lockstep.engine.source.alembic.EnvironmentScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExclusionsTest {
  @TempDir private Path folder;

  @Test
  void whatIsMissingIsSaidWithTheEdit() throws IOException {
    assertThat(findings(exclusions("backend", "")))
        .extracting(Diagnostic::fact)
        .containsExactly(
            "Prisma is not told to leave `public.alembic_version` alone, and drops tables that its"
                + " schema has not.",
            "Alembic is not told to leave `_prisma_migrations` alone, and drops tables that have no"
                + " model.");
    assertThat(findings(exclusions("backend", "")).getFirst().advice())
        .contains(
            "Export `experimental: { externalTables: true }, tables: { external:"
                + " [\"public.alembic_version\"] }` in `prisma.config.ts`.");
    assertThat(findings(exclusions("backend", "").edited(folder))).isEmpty();
  }

  @Test
  void whatCannotBeSeenIsANote() throws IOException {
    assertThat(findings(exclusions("backend", ", include_name=ours").edited(folder)))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.severity()).isEqualTo(Severity.NOTE);
              assertThat(it.fact()).startsWith("Alembic may not be told");
            });
  }

  @Test
  void whatIsInstalledIsNotEdited() throws IOException {
    var installed = exclusions(".venv/lib/python3.13/site-packages/app", "");
    assertThat(installed.edited(folder).alembic()).isSameAs(installed.alembic());
    var elsewhere = exclusions("backend", "");
    assertThat(elsewhere.edited(folder.resolve("web")).alembic()).isSameAs(elsewhere.alembic());
  }

  private List<Diagnostic> findings(Exclusions exclusions) {
    return exclusions.findings(new Environment(Map.of(), folder, folder));
  }

  private Exclusions exclusions(String scripts, String more) throws IOException {
    var project = new AlembicProject(folder, folder.resolve(scripts), List.of(), false);
    var script = EnvironmentScript.file(project);
    Files.createDirectories(script.getParent());
    Files.writeString(
        script,
        "def run():\n    context.configure(target_metadata=Base.metadata%s)\n".formatted(more));
    var settings = folder.resolve("prisma.config.ts");
    return new Exclusions(
        new ExternalTables(settings, Optional.of("export default {}")),
        EnvironmentScript.read(project),
        script,
        "public.alembic_version");
  }
}
