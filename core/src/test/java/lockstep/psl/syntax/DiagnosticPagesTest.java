package lockstep.psl.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lockstep.diagnostic.Diagnostic;
import lockstep.psl.PslCode;
import lockstep.text.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiagnosticPagesTest {
  private static final Pattern BLOCK = Pattern.compile("```prisma\n(.*?)```", Pattern.DOTALL);

  static Stream<PslCode> syntaxCodes() {
    return Stream.of(PslCode.values()).filter(it -> it.id().startsWith("PSL0"));
  }

  @ParameterizedTest
  @MethodSource("syntaxCodes")
  void theFirstExampleProducesTheCodeAndTheSecondIsValid(PslCode code) throws IOException {
    var page = Files.readString(Path.of("..", "docs", "diagnostics", code.id() + ".md"));
    assertThat(page).startsWith("# " + code.id() + ": ");
    var examples = BLOCK.matcher(page).results().map(it -> it.group(1)).toList();
    if (code == PslCode.TOO_MANY_ERRORS) {
      assertThat(examples).isEmpty();
      return;
    }
    assertThat(parse(examples.get(0))).extracting(Diagnostic::code).contains(code);
    assertThat(parse(examples.get(1))).isEmpty();
  }

  private static List<Diagnostic> parse(String text) {
    return PslParser.parse(SourceText.of("schema.prisma", text)).diagnostics();
  }
}
