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

  @Test
  void namesThatDifferInCaseOnlyAreAdvisedToBeMapped() {
    var written = inPublic("enum Role {\n A\n @@schema(\"public\")\n}", "userId Int", "Users");
    var recorded = inPublic("enum role {\n A\n @@schema(\"public\")\n}", "userid Int", "users");
    assertThat(advice(written, recorded))
        .containsExactlyInAnyOrder(
            "role @@map", "Role @@map", "users @@map", "Users @@map", "userid @map", "userId @map");
  }

  private static Side inPublic(String block, String field, String table) {
    var models =
        """
        model Posts {
          id Int @id
          %s
          @@schema("public")
        }
        model %s {
          id Int @id
          @@schema("public")
        }
        %s"""
            .formatted(field, table, block);
    return side("schemas = [\"public\"]", models);
  }

  private static List<String> advice(Side from, Side to) {
    return DriftCheck.check(from, to).stream()
        .flatMap(it -> it.diagnostic().advice().stream())
        .map(it -> it.replaceFirst(".* calls it `(\\w+)`.*`(@+map)`.*", "$1 $2"))
        .toList();
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
