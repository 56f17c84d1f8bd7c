package lockstep.check.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import org.junit.jupiter.api.Test;

class AgreementTest {
  @Test
  void saysWhoStandsAloneWhereAllOthersAgree() {
    var drifts = of(type("bigint"), type("bigint"));
    assertThat(drifts).hasSize(3);
    assertThat(drifts.getLast().diagnostic().code()).isEqualTo(DriftCode.STANDS_ALONE);
    assertThat(drifts.getLast().diagnostic().fact())
        .isEqualTo("Column `users.age` is the same in one, two; schema.prisma stands alone.");
  }

  @Test
  void saysNothingWhereTheOthersDifferToo() {
    assertThat(of(type("bigint"), type("text"))).hasSize(2);
  }

  @Test
  void howAMissingThingIsWrittenDoesNotMatter() {
    assertThat(of(missing("bigint NOT NULL"), missing("bigint"))).hasSize(3);
  }

  @Test
  void saysWhichOtherSourceStandsAlone() {
    var compared =
        List.of(
            new Agreement.Compared("one", List.of()),
            new Agreement.Compared("two", List.of(type("text"))));
    assertThat(Agreement.of("schema.prisma", compared).getLast().diagnostic().fact())
        .isEqualTo("Column `users.age` is the same in schema.prisma, one; two stands alone.");
  }

  @Test
  void saysWhichSourcesAreNotOfTheMajority() {
    var compared =
        List.of(
            new Agreement.Compared("one", List.of(type("text"))),
            new Agreement.Compared("two", List.of()),
            new Agreement.Compared("three", List.of(type("bigint"))),
            new Agreement.Compared("four", List.of()));
    assertThat(Agreement.of("schema.prisma", compared).getLast().diagnostic().fact())
        .isEqualTo(
            "Column `users.age` is the same in schema.prisma, two, four; not so in one, three.");
  }

  @Test
  void oneOtherSourceIsNoMajority() {
    var compared = List.of(new Agreement.Compared("one", List.of(type("bigint"))));
    assertThat(Agreement.of("schema.prisma", compared)).hasSize(1);
  }

  private static List<Drift> of(Drift one, Drift two) {
    return Agreement.of(
        "schema.prisma",
        List.of(
            new Agreement.Compared("one", List.of(one)),
            new Agreement.Compared("two", List.of(two))));
  }

  private static Drift type(String type) {
    return drift(DriftCode.COLUMN_TYPE, Optional.of("integer"), type);
  }

  private static Drift missing(String definition) {
    return drift(DriftCode.MISSING, Optional.empty(), definition);
  }

  private static Drift drift(DriftCode code, Optional<String> from, String to) {
    var column = ObjectPath.column(QualifiedName.of("public", "users"), Identifier.of("age"));
    return new Drift(column, from, Optional.of(to), Diagnostic.of(code, "fact"));
  }
}
