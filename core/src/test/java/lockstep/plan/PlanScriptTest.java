package lockstep.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lockstep.check.lint.LintCode;
import lockstep.diagnostic.Diagnostic;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import org.junit.jupiter.api.Test;

class PlanScriptTest {
  @Test
  void aNameOfSeveralLinesStaysInTheComment() {
    var table = QualifiedName.of(Identifier.of("public"), Identifier.of("a"));
    var step =
        new Step(
            Step.Kind.ALTER_TABLE,
            ObjectPath.table(table),
            "SELECT 1",
            new Step.Reverse.None("There is nothing to undo."));
    var hazard = Diagnostic.of(LintCode.TABLE_RENAMED, "A table `a\r\nDROP TABLE b;\r--`.");
    assertThat(PlanScript.of(new Plan(List.of(step.withHazards(List.of(hazard))))).text())
        .isEqualTo("-- AlterTable\n-- warning LNT401: A table `a DROP TABLE b; --`.\nSELECT 1;\n");
  }
}
