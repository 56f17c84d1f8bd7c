package lockstep.emit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lockstep.emit.Names;
import lockstep.emit.Region;
import lockstep.emit.sqlalchemy.Choices;
import lockstep.emit.sqlalchemy.SqlAlchemyEmitter;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions;
import lockstep.mapping.Reading;
import lockstep.psl.PslReader;
import lockstep.testing.GoldenCase;
import lockstep.testing.GoldenCases;
import org.junit.jupiter.params.ParameterizedTest;

class DatabaseGuideTest {
  /// A case with `full` in its `options.txt` is of a project that has everything.
  @ParameterizedTest
  @GoldenCases("docs")
  void emit(GoldenCase it) {
    var reading = PslReader.read(it.sources(".prisma"));
    assertThat(reading.diagnostics()).isEmpty();
    var isFull = it.has("options.txt") && it.text("options.txt").contains("full");
    var page =
        DatabaseGuide.emit(
            reading.mapping(),
            isFull ? names(reading) : new Names(List.of(), List.of()),
            isFull ? full() : alone());
    it.expect("DATABASE.md", page.content());
    assertThat(Region.of(page.content())).isPresent();
  }

  private static Names names(Reading reading) {
    var options =
        new SqlAlchemyOptions(
            Choices.USUAL.version(),
            Choices.USUAL.layout(),
            Choices.USUAL.names(),
            "app.models",
            new SqlAlchemyOptions.Source("", ""),
            List.of());
    return SqlAlchemyEmitter.emit(reading.schema(), reading.mapping(), options).names();
  }

  private static Surroundings full() {
    return new Surroundings(
        "prisma/schema.prisma",
        Optional.of("DATABASE_URL"),
        Optional.of(
            new Surroundings.Models("api/app/models", "app.models", Surroundings.Sessions.AWAITED)),
        Optional.of("prisma/migrations"),
        Optional.of("api/alembic.ini"));
  }

  private static Surroundings alone() {
    return new Surroundings(
        "schema.prisma", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
