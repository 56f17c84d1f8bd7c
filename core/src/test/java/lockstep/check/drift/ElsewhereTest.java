package lockstep.check.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Origins;
import lockstep.mapping.Mapping;
import lockstep.mapping.Reading;
import lockstep.schema.Access;
import lockstep.schema.Identifier;
import lockstep.schema.Publication;
import lockstep.schema.Schema;
import lockstep.schema.SqlExpression;
import org.junit.jupiter.api.Test;

class ElsewhereTest {
  @Test
  void theOwnerOfWhatStandsInNoNamespaceIsNamed() {
    var publication =
        new Publication(Identifier.of("p"), new SqlExpression("FOR ALL TABLES"), Optional.empty());
    var owner = new Access.Privileges(Optional.of("somebody"), List.of());
    var access = Access.of(Map.of(publication.path(), owner));
    var written = Schema.empty().withObjects(List.of(publication));
    assertThat(leftAlone(written, written.with(access)))
        .singleElement()
        .asString()
        .startsWith("Publication `p` has the access `")
        .contains("somebody");
    assertThat(leftAlone(Schema.empty(), written.with(access))).isEmpty();
  }

  private static List<String> leftAlone(Schema written, Schema database) {
    return Elsewhere.leftAlone(
            new Side("schema", reading(written), Side.Kind.WRITTEN),
            new Side("database", reading(database)))
        .stream()
        .map(Drift::diagnostic)
        .map(Diagnostic::fact)
        .toList();
  }

  private static Reading reading(Schema schema) {
    return new Reading(schema, Mapping.empty(), Origins.none(), List.of());
  }
}
