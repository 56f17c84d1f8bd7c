package lockstep.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnclosedTest {
  @Test
  void whatIsNeverClosedIsFoundWhereItBegins() {
    var cases =
        Map.of(
            "select 'a', ^'b;\nselect 1", "'",
            "select ^\"b;\nselect 1", "\"",
            "select 1; ^/* a /* b */", "/*",
            "do ^$a$ begin $$ 'x' $$", "$a$",
            "select ^E'a\\'", "E'",
            "select E'a'\n ^/* b", "/*");
    cases.forEach(
        (text, signs) -> {
          var script = text.replace("^", "");
          assertThat(Unclosed.in(script))
              .as(text)
              .hasValueSatisfying(
                  it -> {
                    assertThat(it.start()).isEqualTo(text.indexOf('^'));
                    assertThat(script.substring(it.start(), it.end())).isEqualTo(signs);
                  });
        });
  }

  @Test
  void whatIsClosedOrReadByAnotherRuleIsNot() {
    for (var it :
        List.of(
            "",
            "select 'it''s', \"a\"\"b\", E'\\'', $1, $$ ' $$ -- it's",
            "/* a /* b */ ' */ select 1",
            "create function f() returns text language sql as $f$ select $$ ' $$ $f$",
            "set standard_conforming_strings = off; select 'a\\'b'")) {
      assertThat(Unclosed.in(it)).as(it).isEmpty();
    }
  }
}
