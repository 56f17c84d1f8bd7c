package lockstep.check.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.diff.Difference;
import lockstep.plan.Plan;
import lockstep.plan.Planner;
import lockstep.plan.Style;
import lockstep.psl.PslReader;
import lockstep.schema.ObjectPath;
import lockstep.schema.Schema;
import lockstep.text.SourceText;
import org.junit.jupiter.api.Test;

class ClosingsTest {
  @Test
  void everyDifferenceHasTheStatementsThatWouldEndIt() {
    var written = side(Side.Kind.WRITTEN, "schema.prisma", "age Int", "");
    var recorded =
        side(Side.Kind.RECORDED, "database app", "age BigInt", "model More { id Int @id }");
    var drifts = closed(written, recorded);
    assertThat(drifts).hasSize(2);
    var table = drifts.getFirst();
    assertThat(table.closing().to()).containsExactly("DROP TABLE \"More\"");
    assertThat(table.closing().from()).hasSize(1).first().asString().startsWith("CREATE TABLE");
    var column = drifts.getLast();
    assertThat(column.closing().to())
        .containsExactly(
            "ALTER TABLE \"User\" ALTER COLUMN \"age\" SET DATA TYPE INTEGER USING \"age\"::INTEGER");
    assertThat(column.closing().from())
        .containsExactly(
            "ALTER TABLE \"User\" ALTER COLUMN \"age\" SET DATA TYPE BIGINT USING \"age\"::BIGINT");
    assertThat(column.diagnostic().advice())
        .isEqualTo(
            Optional.of(
                "`ALTER TABLE \"User\" ALTER COLUMN \"age\" SET DATA TYPE INTEGER USING \"age\"::INTEGER` would make"
                    + " database app follow."));
  }

  @Test
  void whatHasAnotherNameIsRenamedOnEitherSide() {
    var from = side(Side.Kind.RECORDED, "one", "age Int @unique(map: \"here\")", "");
    var to = side(Side.Kind.RECORDED, "two", "age Int @unique(map: \"there\")", "");
    var drift = closed(from, to).getFirst();
    assertThat(drift.closing().from()).containsExactly("ALTER INDEX \"here\" RENAME TO \"there\"");
    assertThat(drift.closing().to()).containsExactly("ALTER INDEX \"there\" RENAME TO \"here\"");
  }

  @Test
  void whatPeopleWriteIsNotAdvisedToRunStatements() {
    var one = side(Side.Kind.WRITTEN, "schema.prisma", "age Int", "");
    var other = side(Side.Kind.WRITTEN, "app.models", "age BigInt", "");
    var drift = closed(one, other).getFirst();
    assertThat(drift.closing().to()).hasSize(1);
    assertThat(drift.diagnostic().advice()).isEmpty();
  }

  @Test
  void whatIsLeftAloneHasNoStatements() {
    var from = side(Side.Kind.WRITTEN, "schema.prisma", "age Int", "");
    var to = side(Side.Kind.RECORDED, "database app", "age BigInt", "");
    var table = from.reading().schema().tables().findFirst().orElseThrow().name();
    var left = Diagnostic.of(DriftCode.LEFT_ALONE, "Table `User` has another owner.");
    var drift = new Drift(ObjectPath.table(table), Optional.empty(), Optional.empty(), left);
    var plan = plan(from.reading().schema(), to.reading().schema());
    assertThat(plan.steps()).isNotEmpty();
    assertThat(Closings.add(List.of(drift), from, to, () -> plan, () -> plan))
        .containsExactly(drift);
  }

  private static List<Drift> closed(Side from, Side to) {
    var here = from.reading().schema();
    var there = to.reading().schema();
    return Closings.add(
        DriftCheck.check(from, to), from, to, () -> plan(here, there), () -> plan(there, here));
  }

  private static Plan plan(Schema from, Schema to) {
    return Planner.plan(Difference.between(from, to), Style.PLAIN, 180000);
  }

  private static Side side(Side.Kind kind, String name, String age, String more) {
    var text =
        "datasource db {\n  provider = \"postgresql\"\n}\nmodel User {\n  id Int @id\n  %s\n}\n%s\n"
            .formatted(age, more.replace("{ ", "{\n  ").replace(" }", "\n}"));
    var reading = PslReader.read(List.of(SourceText.of("schema.prisma", text)));
    assertThat(reading.hasErrors()).as(reading.diagnostics().toString()).isFalse();
    return new Side(name, reading, kind);
  }
}
