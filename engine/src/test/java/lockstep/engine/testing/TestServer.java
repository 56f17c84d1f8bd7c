package lockstep.engine.testing;

import java.net.URI;
import java.nio.file.Path;
import lockstep.engine.postgres.embedded.EmbeddedSettings;

/// Where tests keep their embedded server: outside the build folder, so that a clean build does not
/// fetch and unpack it again.
public final class TestServer {
  private TestServer() {}

  public static EmbeddedSettings settings() {
    var home = Path.of(System.getProperty("user.home"));
    var cache =
        Path.of(variable("XDG_CACHE_HOME", home.resolve(".cache").toString()))
            .resolve("lockstep-tests");
    var settings =
        EmbeddedSettings.of(cache)
            .withMajor(
                Integer.parseInt(
                    variable(
                        "LOCKSTEP_TEST_POSTGRES",
                        Integer.toString(EmbeddedSettings.DEFAULT_MAJOR))))
            .withLocalMavenRepository(home.resolve(".m2/repository"));
    var repository = variable("LOCKSTEP_MAVEN_REPOSITORY", "");
    return repository.isEmpty() ? settings : settings.withMavenRepository(URI.create(repository));
  }

  private static String variable(String name, String fallback) {
    var value = System.getenv(name);
    return value == null || value.isEmpty() ? fallback : value;
  }
}
