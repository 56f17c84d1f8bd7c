package lockstep.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.psl.PslReader;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.text.SourceText;
import org.junit.jupiter.api.Test;

class OriginsTest {
  private static final QualifiedName VIEW =
      QualifiedName.of(Schema.DEFAULT_NAMESPACE, Identifier.of("v"));

  private static final Origins ORIGINS =
      PslReader.read(
              List.of(
                  SourceText.of(
                      "schema.prisma",
                      """
                      generator client {
                        provider        = "prisma-client"
                        previewFeatures = ["views"]
                      }

                      datasource db {
                        provider = "postgresql"
                      }

                      view v {
                        id Int @unique
                      }
                      """)))
          .origins();

  @Test
  void aColumnOfAViewStandsAtItsField() {
    assertThat(line("id")).isEqualTo(11);
  }

  @Test
  void onePartOfAViewThatHasNoPlaceStandsAtTheView() {
    assertThat(line("other")).isEqualTo(10);
  }

  private static int line(String column) {
    var path = ObjectPath.viewColumn(VIEW, Identifier.of(column));
    assertThat(path).hasToString("column public.v." + column);
    assertThat(path.parent()).hasValue(ObjectPath.of(ObjectPath.Kind.VIEW, VIEW));
    var place = (Place.InText) ORIGINS.find(path).orElseThrow();
    return place.source().position(place.span().start()).line();
  }

  @Test
  void aPlaceIsAskedForWhereItIsLookedFor() {
    var asked = new ArrayList<ObjectPath>();
    var table = ObjectPath.table(QualifiedName.of(Identifier.of("app"), Identifier.of("user")));
    var place = new Place.File("schema.prisma");
    var origins =
        Origins.of(
            it -> {
              asked.add(it);
              return Optional.of(place);
            });
    assertThat(asked).isEmpty();
    assertThat(origins.find(table)).contains(place);
    assertThat(asked).containsExactly(table);
  }
}
