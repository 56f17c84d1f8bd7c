package lockstep.psl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import lockstep.psl.syntax.Comment;
import lockstep.psl.syntax.CommentBlock;
import lockstep.psl.syntax.PslParser;
import lockstep.testing.GoldenCase;
import lockstep.testing.GoldenCases;
import lockstep.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;

class PslFormatterTest {
  @ParameterizedTest
  @GoldenCases("psl-format")
  void formats(GoldenCase it) {
    var formatted = PslFormatter.format(it.sources("in.prisma"));
    for (var file : formatted) {
      it.expect(file.name().replace("in.prisma", "out.prisma"), file.content());
    }
    assertThat(PslFormatter.format(formatted)).as("formatted again").isEqualTo(formatted);
  }

  @Test
  void formatsAnyText() {
    var parts =
        List.of(
            "model A {\n",
            "enum E {\n",
            "generator g {\n",
            "}\n",
            "a",
            " B",
            "[]",
            "?",
            " @c",
            "@@d",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "\\",
            ":",
            "=",
            ",",
            "//",
            "///",
            "/*",
            "*/",
            " ",
            "\t",
            "\n",
            "\r\n",
            "\r",
            "é",
            "\u3000",
            "\ud83d",
            "\u0000");
    var random = new Random(11);
    for (var round = 0; round < 20_000; round++) {
      var text = new StringBuilder();
      for (var i = random.nextInt(30); i > 0; i--) {
        text.append(parts.get(random.nextInt(parts.size())));
      }
      var formatted = format(text.toString());
      assertThat(formatted).endsWith("\n");
      assertThat(comments(formatted)).as("%s", text).containsAll(comments(text.toString()));
    }
  }

  @Test
  @Timeout(60)
  void takesLinearTime() {
    for (var line :
        List.of("// x\n", "\n", "a\n", "model A {\n a B @c\n\n @@d\n}\n", "model A { // b\n}\n")) {
      assertThat(format(line.repeat(100_000))).isNotEmpty();
    }
    assertThat(format("model A {\n" + " a B @c\n @@d\n".repeat(100_000) + "}\n")).isNotEmpty();
  }

  /// The comments that the parser finds; those over several lines are laid out anew and left out.
  private static List<String> comments(String text) {
    var file = PslParser.parse(SourceText.of("schema.prisma", text));
    return file.items().stream()
        .flatMap(it -> it instanceof CommentBlock block ? block.comments().stream() : Stream.of())
        .filter(it -> it.kind() != Comment.Kind.BLOCK)
        .map(it -> file.text(it.span()))
        .toList();
  }

  private static String format(String text) {
    return PslFormatter.format(SourceText.of("schema.prisma", text)).content();
  }
}
