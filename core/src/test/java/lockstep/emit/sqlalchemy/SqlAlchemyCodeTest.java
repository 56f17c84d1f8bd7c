package lockstep.emit.sqlalchemy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlAlchemyCodeTest {
  @ParameterizedTest
  @EnumSource
  void everyCodeHasAPage(SqlAlchemyCode code) throws IOException {
    var page = Files.readString(Path.of("..", "docs", "diagnostics", code.id() + ".md"));
    assertThat(page).startsWith("# " + code.id() + ": ").contains("An example:");
  }
}
