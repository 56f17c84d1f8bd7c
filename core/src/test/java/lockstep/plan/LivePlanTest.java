package lockstep.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lockstep.diff.Difference;
import lockstep.psl.PslReader;
import lockstep.schema.Schema;
import lockstep.text.SourceText;
import org.junit.jupiter.api.Test;

class LivePlanTest {
  @Test
  void aViewWhoseQueryNobodyKnowsIsNeitherMadeNorDropped() {
    var with = schema("view totals {\n  id Int @unique\n}\n");
    var without = schema("");
    assertThat(steps(with, without)).isEmpty();
    assertThat(steps(without, with)).isEmpty();
  }

  private static List<Step> steps(Schema from, Schema to) {
    return Planner.plan(Difference.between(from, to), Style.PLAIN, 180_000).steps();
  }

  private static Schema schema(String more) {
    var text =
        """
        generator client {
          provider        = "prisma-client"
          previewFeatures = ["views"]
        }

        datasource db {
          provider = "postgresql"
        }

        """;
    return PslReader.read(List.of(SourceText.of("schema.prisma", text + more))).schema();
  }
}
