package lockstep.engine.postgres.introspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.testing.Postgres;
import lockstep.schema.ObjectPath;
import lockstep.testing.GoldenCase;
import lockstep.testing.GoldenCases;
import org.junit.jupiter.params.ParameterizedTest;

@Postgres
class DependenciesTest {
  @ParameterizedTest
  @GoldenCases("dependencies") // schema.sql; dependencies.txt
  void whatObjectsNeedIsRead(GoldenCase it, Shadow shadow) {
    try (var database = shadow.create()) {
      assertThat(database.run(it.text("schema.sql"))).isEmpty();
      var options = IntrospectionOptions.everything("database");
      var read = Introspector.read(database.session(), options).schema().dependencies().all();
      it.expect(
          "dependencies.txt",
          read.entrySet().stream()
              .map(
                  needs ->
                      needs.getKey()
                          + ": "
                          + needs.getValue().stream()
                              .map(ObjectPath::toString)
                              .collect(Collectors.joining(", "))
                          + "\n")
              .collect(Collectors.joining()));
    }
  }
}
