package lockstep.psl.merge;

import static org.assertj.core.api.Assertions.assertThat;

import lockstep.psl.syntax.PslParser;
import lockstep.text.SourceText;
import org.junit.jupiter.api.Test;

class GeneratorRemovalTest {
  private static final String SCHEMA =
      """
      /// For the service.
      generator py {
        provider        = "prisma-client-py"
        previewFeatures = ["postgresqlExtensions"] // for pgvector
        interface       = "asyncio"
      }

      datasource db {
        provider = "postgresql"
      }
      """;

  @Test
  void aGeneratorGoesWithWhatIsSaidOfIt() {
    assertThat(GeneratorRemoval.without(PslParser.parse(SourceText.of("s", SCHEMA)), _ -> true))
        .isEqualTo(
            """
            datasource db {
              provider = "postgresql"
            }
            """);
  }

  @Test
  void anotherProviderNeedsThePreviewFeaturesAlone() {
    assertThat(
            GeneratorRemoval.renamed(
                PslParser.parse(SourceText.of("s", SCHEMA)), _ -> true, "prisma-client-js"))
        .isEqualTo(
            """
            /// For the service.
            generator py {
              provider        = "prisma-client-js"
              previewFeatures = ["postgresqlExtensions"] // for pgvector
            }

            datasource db {
              provider = "postgresql"
            }
            """);
  }
}
