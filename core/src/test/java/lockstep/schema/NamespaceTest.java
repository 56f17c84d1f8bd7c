package lockstep.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamespaceTest {
  private static final Identifier NAME = Identifier.of("status");
  private static final EnumType ENUM = new EnumType(NAME, List.of("on"), Optional.empty());
  private static final Table TABLE =
      new Table(NAME, List.of(), List.of(), List.of(), Optional.empty());
  private static final Table SECOND =
      new Table(NAME, List.of(), List.of(), List.of(), Optional.of("second"));

  @Test
  void anObjectIsFoundByItsKindAndName() {
    var namespace = namespace(TABLE, ENUM);
    assertThat(namespace.table(NAME)).containsSame(TABLE);
    assertThat(namespace.enumType(NAME)).containsSame(ENUM);
    assertThat(namespace.view(NAME)).isEmpty();
    assertThat(namespace.table(Identifier.of("other"))).isEmpty();
  }

  @Test
  void ofTwoThatShareANameTheFirstIsFound() {
    assertThat(namespace(TABLE, SECOND).table(NAME)).containsSame(TABLE);
    assertThat(namespace(SECOND, TABLE).table(NAME)).containsSame(SECOND);
  }

  @Test
  void whichKindComesFirstMeansNothing() {
    assertThat(namespace(TABLE, ENUM)).isEqualTo(namespace(ENUM, TABLE));
    assertThat(namespace(TABLE, ENUM)).hasSameHashCodeAs(namespace(ENUM, TABLE));
    assertThat(namespace(TABLE, SECOND)).isNotEqualTo(namespace(SECOND, TABLE));
  }

  @Test
  void objectsAreAListAsAnyOther() {
    assertThat(namespace(ENUM, TABLE).objects()).isEqualTo(List.of(ENUM, TABLE));
    assertThat(List.of(ENUM, TABLE)).isEqualTo(namespace(ENUM, TABLE).objects());
    assertThat(namespace(ENUM, TABLE).tables()).containsExactly(TABLE);
  }

  private static Namespace namespace(SchemaObject... objects) {
    return new Namespace(Identifier.of("app"), List.of(objects), Optional.empty());
  }
}
