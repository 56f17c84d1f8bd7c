package lockstep.engine.source.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lockstep.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlFilesTest {
  @TempDir private Path folder;

  private List<String> read(String... names) throws IOException {
    for (var name : names) {
      var file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "SELECT 1;\n");
    }
    return SqlFiles.read(folder, it -> folder.relativize(it).toString()).scripts().stream()
        .map(SourceText::name)
        .toList();
  }

  @Test
  void flywaysMigrationsComeInTheOrderOfTheirVersionsThenTheRepeatableOnes() throws IOException {
    assertThat(
            read(
                "R__views.sql",
                "V1_1__a.sql",
                "V1__z.sql",
                "V10__a.sql",
                "V2__b.sql",
                "V1.0.1__c.sql",
                "U2__b.sql"))
        .containsExactly(
            "V1__z.sql", "V1.0.1__c.sql", "V1_1__a.sql", "V2__b.sql", "V10__a.sql", "R__views.sql");
  }

  @Test
  void prismasMigrationsComeInTheOrderOfTheirFolders() throws IOException {
    assertThat(read("20240102000000_b/migration.sql", "20230101000000_a/migration.sql"))
        .containsExactly("20230101000000_a/migration.sql", "20240102000000_b/migration.sql");
  }
}
