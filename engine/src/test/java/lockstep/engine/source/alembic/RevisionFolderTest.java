package lockstep.engine.source.alembic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import lockstep.engine.project.AlembicProject;
import lockstep.migration.Revision;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionFolderTest {
  @TempDir private Path folder;

  @BeforeEach
  void settings() throws IOException {
    write(
        "alembic.ini",
        """
        [alembic]
        # where it all is
        script_location = %(here)s/db

        [loggers]
        script_location = elsewhere
        """);
  }

  @Test
  void theGraphIsReadFromTheFilesWithoutPython() throws IOException {
    write(
        "db/versions/one.py",
        """
        \"\"\"First things

        Revision ID: a1
        Create Date: 2026-01-02 03:04:05.678901

        revision = "not this"
        \"\"\"
        from alembic import op

        revision: str = 'a1'
        down_revision: str | None = None
        branch_labels = None


        def upgrade():
            revision = "nor this"
        """);
    write("db/versions/two.py", "revision = 'b1'  # two\ndown_revision = \"a1\"\n");
    write(
        "db/versions/three.py", "revision = 'b2'\ndown_revision = 'a1'\nbranch_labels = ('x',)\n");
    write(
        "db/versions/four.py",
        """
        revision = "c1"
        down_revision: tuple[str, str] = (
            "b1",
            "b2",  # the other
        )
        depends_on = ["x"]
        """);
    write("db/versions/helper.py", "def revise():\n    pass\n");
    var read = read();
    assertThat(read.diagnostics()).isEmpty();
    assertThat(read.graph().ordered())
        .extracting(Revision::id)
        .containsExactly("a1", "b1", "b2", "c1");
    var first = read.graph().ordered().getFirst();
    assertThat(first.title()).isEqualTo("First things");
    assertThat(first.createdAt()).contains(LocalDateTime.of(2026, 1, 2, 3, 4, 5));
    assertThat(read.graph().merges()).extracting(Revision::id).containsExactly("c1");
  }

  @Test
  void whatIsComputedIsNotGuessed() throws IOException {
    write("db/versions/one.py", "revision = 'a' + '1'\n");
    assertThat(read().diagnostics())
        .singleElement()
        .satisfies(it -> assertThat(it.code().id()).isEqualTo("ALB002"));
  }

  @Test
  void aFolderWithoutRevisionsIsSaid() throws IOException {
    Files.createDirectories(folder.resolve("db/versions"));
    assertThat(read().diagnostics())
        .singleElement()
        .satisfies(it -> assertThat(it.code().id()).isEqualTo("ALB001"));
  }

  @Test
  void settingsMayStandInPyproject() throws IOException {
    Files.delete(folder.resolve("alembic.ini"));
    write(
        "pyproject.toml",
        """
        [tool.alembic]
        script_location = "%(here)s/db"
        version_locations = ["%(here)s/db/a", "%(here)s/db/b"]
        """);
    assertThat(AlembicProject.find(folder).orElseThrow().versions())
        .containsExactly(folder.resolve("db/a"), folder.resolve("db/b"));
  }

  @Test
  void severalFoldersArePartedAsTheSettingsSay() throws IOException {
    write(
        "alembic.ini",
        """
        [alembic]
        script_location = db
        version_locations = %(here)s/a;%(here)s/b
        version_path_separator = ;
        """);
    assertThat(AlembicProject.find(folder.resolve("alembic.ini")).orElseThrow().versions())
        .containsExactly(folder.resolve("a"), folder.resolve("b"));
  }

  private RevisionFolder.Outcome read() throws IOException {
    return RevisionFolder.read(
        AlembicProject.find(folder).orElseThrow(), it -> folder.relativize(it).toString());
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
