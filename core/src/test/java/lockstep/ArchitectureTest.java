package lockstep;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The rooms of core, what each may import, and what none may touch.
class ArchitectureTest {
  private static final JavaClasses CORE =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  /// A room, and the rooms that it may import.
  enum Room {
    TEXT,
    SCHEMA,
    DIAGNOSTIC(TEXT, SCHEMA),
    MAPPING(SCHEMA, DIAGNOSTIC, TEXT),
    SQL(SCHEMA, TEXT),
    PSL(SCHEMA, MAPPING, DIAGNOSTIC, TEXT, SQL),
    DIFF(SCHEMA, MAPPING),
    PLAN(SCHEMA, DIFF, SQL, DIAGNOSTIC, TEXT),
    MIGRATION(DIAGNOSTIC, SQL, TEXT),
    EMIT(SCHEMA, MAPPING, SQL, PSL, DIFF, PLAN, DIAGNOSTIC, TEXT),
    REWRITE(MAPPING, SCHEMA, EMIT, DIAGNOSTIC, TEXT),
    CHECK(TEXT, SCHEMA, DIAGNOSTIC, MAPPING, SQL, PSL, DIFF, PLAN, MIGRATION, EMIT);

    private final List<Room> imports;

    Room(Room... imports) {
      this.imports = List.of(imports);
    }

    String packages() {
      return "lockstep." + name().toLowerCase(Locale.ROOT) + "..";
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRoomImportsOnlyWhatItMay(Room room) {
    var allowed =
        Stream.concat(Stream.of(room), room.imports.stream())
            .map(Room::packages)
            .collect(Collectors.toCollection(ArrayList::new));
    allowed.add("java..");
    classes()
        .that()
        .resideInAPackage(room.packages())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new))
        .allowEmptyShould(true)
        .check(CORE);
  }

  @Test
  void everyPackageBelongsToARoom() {
    var rooms =
        Arrays.stream(Room.values())
            .map(it -> it.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    var found =
        CORE.stream()
            .map(JavaClass::getPackageName)
            .filter(it -> it.startsWith("lockstep."))
            .map(it -> it.split("\\.")[1])
            .collect(Collectors.toSet());
    assertThat(found).contains("psl", "schema");
    assertThat(rooms).containsAll(found);
  }

  @Test
  void insidePslTheArrowsPointOneWay() {
    noClasses()
        .that()
        .resideInAPackage("lockstep.psl.syntax..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "lockstep.psl.analysis..", "lockstep.psl.rule..", "lockstep.psl.lowering..")
        .check(CORE);
    noClasses()
        .that()
        .resideInAPackage("lockstep.psl.analysis..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("lockstep.psl.rule..", "lockstep.psl.lowering..")
        .check(CORE);
    noClasses()
        .that()
        .resideInAPackage("lockstep.psl..")
        .and()
        .resideOutsideOfPackages("lockstep.psl.lowering..", "lockstep.psl.printer..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("lockstep.sql..")
        .check(CORE);
  }

  /// Decision 0011: their lambdas are serializable, which no cache of loaded classes holds.
  @Test
  void comparatorsAreNotMadeByTheJdk() {
    noClasses()
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "makes a comparator by a key",
                (JavaMethodCall it) ->
                    it.getTargetOwner().isEquivalentTo(Comparator.class)
                        && it.getName().startsWith("comparing")))
        .check(CORE);
  }

  @Test
  void coreTouchesNoFilesProcessesOrNetworks() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.net..", "java.lang.reflect..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.File")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.ProcessBuilder")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.System$Logger")
        .check(CORE);
  }

  @Test
  void coreGivesTheSameAnswerEverywhere() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .orShould()
        .callMethodWhere(isHiddenInput())
        .check(CORE);
  }

  /// The environment, the time, chance and the machine's language.
  private static DescribedPredicate<JavaMethodCall> isHiddenInput() {
    var names =
        Set.of(
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.Locale.getDefault");
    var withoutLocale = Set.of("toLowerCase", "toUpperCase");
    return DescribedPredicate.describe(
        "reads a hidden input",
        call -> {
          var target = call.getTarget();
          var owner = target.getOwner().getFullName();
          return names.contains(owner + "." + target.getName())
              || owner.startsWith("java.time.") && target.getName().equals("now")
              || owner.equals("java.lang.String")
                  && withoutLocale.contains(target.getName())
                  && target.getRawParameterTypes().isEmpty();
        });
  }
}
