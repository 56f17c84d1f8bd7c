package lockstep.check.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lockstep.psl.PslReader;
import lockstep.text.SourceText;
import org.junit.jupiter.api.Test;

class DriftCheckTest {
  private static final String LISTED = "schemas = [\"public\", \"extensions\"]";

  @Test
  void aNamespaceOfNothingButExtensionsComesWithThem() {
    var with = side(LISTED, "");
    var without = side("schemas = [\"public\"]", "");
    assertThat(DriftCheck.check(with, without)).isEmpty();
    assertThat(DriftCheck.check(without, with)).isEmpty();
  }

  @Test
  void oneThatHoldsMoreDoesNot() {
    var with = side(LISTED, "model T {\n id Int @id\n @@schema(\"extensions\")\n}");
    var without = side("schemas = [\"public\"]", "");
    assertThat(DriftCheck.check(with, without)).hasSize(1);
    assertThat(DriftCheck.check(without, with)).hasSize(1);
  }

  private static Side side(String schemas, String models) {
    var text =
        """
        datasource db {
          provider   = "postgresql"
          extensions = [citext(schema: "extensions")]
          %s
        }
        generator client {
          provider        = "prisma-client-js"
          previewFeatures = ["postgresqlExtensions"]
        }
        %s
        """
            .formatted(schemas, models);
    var reading = PslReader.read(List.of(SourceText.of("schema.prisma", text)));
    assertThat(reading.diagnostics()).isEmpty();
    return new Side("schema.prisma", reading);
  }
}
