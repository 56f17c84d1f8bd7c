package lockstep.engine.source.sqlalchemy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PythonClassesTest {
  private static final String FILE =
      """
      import enum  # class Comment:

      text = '''
      class NotOne:
          a: int
      '''


      class User(
          Base,
          kw_only=True,
      ):
          \"""A docstring: with a colon.

          name: not an attribute
          \"""

          __tablename__ = "users"
          id: Mapped[int] = mapped_column(
              primary_key=True,
          )
          \"""The \\"key\\".

            Indented; a backslash \\\\ too.
          \"""

          name: Mapped[str]
          r'raw \\n'
          email = mapped_column("a:b" + '#"', info={"x": 1})
          # a comment
          'what: ever'

          def method(self):
              self.local = 1
              x: int = 2

          if True:
              inside = 3
          last: Mapped[int]

      other = 1


      class User:
          id: int
      """;

  @Test
  void attributesAreFoundWithTheirLinesAndDocstrings() {
    var user = PythonClasses.of(FILE).find("User", 9).orElseThrow();
    assertThat(user.line()).isEqualTo(9);
    assertThat(
            user.attributes().entrySet().stream()
                .map(
                    it ->
                        it.getKey()
                            + " "
                            + it.getValue().line()
                            + it.getValue().documentation().map(" "::concat).orElse(""))
                .collect(Collectors.joining("\n")))
        .isEqualTo(
            """
            __tablename__ 18
            id 19 The "key".

            Indented; a backslash \\ too.
            name 27 raw \\n
            email 29 what: ever
            last 39""");
  }

  @Test
  void namesMayHoldAnyLetters() {
    var text = "class Größe(Base):\n    höhe: int\n    'how tall'\n";
    var found = PythonClasses.of(text).find("Größe", 1).orElseThrow();
    assertThat(found.attributes().get("höhe").documentation()).contains("how tall");
  }

  @Test
  void ofTwoClassesTheNearerOneIsMeant() {
    assertThat(PythonClasses.of(FILE).find("User", 40).orElseThrow().line()).isEqualTo(44);
    assertThat(PythonClasses.of(FILE).find("NotOne", 1)).isEmpty();
  }

  @Test
  void anyTextIsRead() {
    for (var end = 0; end < FILE.length(); end++) {
      assertThat(PythonClasses.of(FILE.substring(0, end))).isNotNull();
    }
  }
}
