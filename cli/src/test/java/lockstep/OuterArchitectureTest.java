package lockstep;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The rooms of engine, what each may import, and the few places that touch the outermost world.
class OuterArchitectureTest {
  private static final JavaClasses ENGINE =
      new ClassFileImporter().importPath(Path.of("..", "engine", "target", "classes"));
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .importPaths(Path.of("..", "engine", "target", "classes"), Path.of("target", "classes"));

  /// A room of engine, and the rooms of engine that it may import.
  enum Room {
    JSON,
    POSTGRES,
    MIGRATE(POSTGRES),
    PROJECT(JSON, POSTGRES),
    GIT(PROJECT),
    PYTHON(PROJECT),
    SEED(JSON, MIGRATE, POSTGRES, PROJECT),
    SINK(JSON),
    SOURCE(JSON, POSTGRES, PROJECT, PYTHON),
    VERIFY(JSON, POSTGRES, PROJECT, PYTHON),
    WORKFLOW(GIT, JSON, MIGRATE, POSTGRES, PROJECT, PYTHON, SEED, SINK, SOURCE, VERIFY);

    private final List<Room> imports;

    Room(Room... imports) {
      this.imports = List.of(imports);
    }

    String packages() {
      return "lockstep.engine." + name().toLowerCase(Locale.ROOT) + "..";
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRoomImportsOnlyWhatItMay(Room room) {
    var forbidden =
        Arrays.stream(Room.values())
            .filter(it -> it != room && !room.imports.contains(it))
            .map(Room::packages);
    noClasses()
        .that()
        .resideInAPackage(room.packages())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            Stream.concat(forbidden, Stream.of("lockstep.cli..")).toArray(String[]::new))
        .check(ENGINE);
  }

  @Test
  void everyPackageBelongsToARoom() {
    var rooms =
        Arrays.stream(Room.values())
            .map(it -> it.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    var found =
        ENGINE.stream()
            .map(JavaClass::getPackageName)
            .filter(it -> it.startsWith("lockstep.engine."))
            .map(it -> it.split("\\.")[2])
            .collect(Collectors.toSet());
    assertThat(found).isEqualTo(rooms);
  }

  @Test
  void onlyPostgresTalksToDatabases() {
    noClasses()
        .that()
        .resideOutsideOfPackage("lockstep.engine.postgres..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..")
        .check(ALL);
  }

  @Test
  void onlyProjectReadsSettingsAndTheEnvironment() {
    noClasses()
        .that()
        .resideOutsideOfPackages("lockstep.engine.project..", "picocli..")
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("org.tomlj..")
        .check(ALL);
  }

  @Test
  void onlyTheTerminalWritesToTheStandardStreams() {
    noClasses()
        .that()
        .resideInAPackage("lockstep..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(ALL);
    classes()
        .that()
        .haveFullyQualifiedName("lockstep.cli.Terminal")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.FileDescriptor")
        .check(ALL);
    noClasses()
        .that()
        .resideInAPackage("lockstep.engine..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.FileDescriptor")
        .check(ALL);
  }
}
