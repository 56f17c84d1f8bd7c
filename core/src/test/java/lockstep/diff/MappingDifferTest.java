package lockstep.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import lockstep.mapping.Field;
import lockstep.mapping.Mapping;
import lockstep.psl.PslReader;
import lockstep.testing.GoldenCase;
import lockstep.testing.GoldenCases;
import org.junit.jupiter.params.ParameterizedTest;

class MappingDifferTest {
  @ParameterizedTest
  @GoldenCases("mapping-diff") // from.prisma, to.prisma; changes.txt
  void modelsAreMatchedByTheirTablesAndFieldsByTheirColumns(GoldenCase it) {
    var from = mapping(it, "from.prisma");
    var to = mapping(it, "to.prisma");
    var changes = MappingDiffer.diff(from, to);
    it.expect(
        "changes.txt", changes.stream().map(MappingDifferTest::line).collect(Collectors.joining()));
    assertThat(MappingDiffer.diff(from, from)).isEmpty();
    assertThat(MappingDiffer.diff(to, from)).hasSameSizeAs(changes);
  }

  private static Mapping mapping(GoldenCase it, String file) {
    var reading = PslReader.read(List.of(it.source(file)));
    assertThat(reading.diagnostics()).isEmpty();
    return reading.mapping();
  }

  private static String line(MappingChange change) {
    return switch (change) {
          case MappingChange.AddModel it -> "add " + it.model().name();
          case MappingChange.DropModel it -> "drop " + it.model().name();
          case MappingChange.AlterModel(var from, var to) ->
              "%s %s -> %s %s"
                  .formatted(
                      from.name(),
                      from.documentation().orElse(""),
                      to.name(),
                      to.documentation().orElse(""));
          case MappingChange.AddField(var model, var field) ->
              "add " + model.name() + "." + field.name();
          case MappingChange.DropField(var model, var field) ->
              "drop " + model.name() + "." + field.name();
          case MappingChange.AlterField(var model, var from, var to) ->
              model.name() + ": " + field(from) + " -> " + field(to);
          case MappingChange.AddEnum it -> "add " + it.type().name();
          case MappingChange.DropEnum it -> "drop " + it.type().name();
          case MappingChange.AlterEnum(var from, var to) ->
              from.name() + from.members() + " -> " + to.name() + to.members();
          case MappingChange.AlterRelationMode(var from, var to) -> from + " -> " + to;
        }
        + "\n";
  }

  private static String field(Field field) {
    return switch (field) {
      case Field.Scalar it -> it.name() + " " + it.onCreate() + " " + it.onUpdate();
      case Field.Relation it ->
          it.name() + " " + it.cardinality() + " " + it.target() + "." + it.opposite().orElse("");
    };
  }
}
