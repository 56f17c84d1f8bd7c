package lockstep.psl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lockstep.diagnostic.Diagnostic;
import lockstep.text.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiagnosticPagesTest {
  private static final Pattern BLOCK = Pattern.compile("```prisma\n(.*?)```", Pattern.DOTALL);

  static Stream<PslCode> codesOfMeaning() {
    return Stream.of(PslCode.values()).filter(it -> it.id().matches("PSL[1-6].*"));
  }

  @ParameterizedTest
  @MethodSource("codesOfMeaning")
  void theFirstExampleProducesTheCodeAndTheSecondIsValid(PslCode code) throws IOException {
    var page = Files.readString(Path.of("..", "docs", "diagnostics", code.id() + ".md"));
    assertThat(page).startsWith("# " + code.id() + ": ");
    var examples = BLOCK.matcher(page).results().map(it -> it.group(1)).toList();
    assertThat(read(examples.get(0))).extracting(Diagnostic::code).contains(code);
    assertThat(read(examples.get(1))).isEmpty();
  }

  private static List<Diagnostic> read(String text) {
    var datasource =
        text.contains("datasource") ? "" : "datasource db {\n  provider = \"postgresql\"\n}\n\n";
    return PslReader.read(List.of(SourceText.of("schema.prisma", datasource + text))).diagnostics();
  }
}
