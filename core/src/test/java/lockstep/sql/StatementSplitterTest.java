package lockstep.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StatementSplitterTest {
  @Test
  void aSemicolonEndsAStatement() {
    assertThat(split("select 1; ;; select 2 ;\n-- nothing; here\nselect 3 -- end"))
        .containsExactly("select 1", "select 2", "select 3");
  }

  @Test
  void anEmptyTextHasNone() {
    assertThat(split(" \n -- only a comment; \n /* ; /* ; */ ; */ ;")).isEmpty();
  }

  @Test
  void quotesHideSemicolons() {
    assertThat(split("select 'a;''b;', \"c;\"\"d;\", E'e\\';f;', $$g;$$, $t$h;$$;$t$; select 1"))
        .hasSize(2);
  }

  @Test
  void aBackslashEscapesOnlyInEscapeStrings() {
    assertThat(split("select 'a\\'; select E'b\\\\'; select e'c\\';'")).hasSize(3);
    assertThat(split("select E'a'\n  'b\\';'; select 1")).hasSize(2);
  }

  @Test
  void aDollarInsideANameOrBeforeADigitQuotesNothing() {
    assertThat(split("select a$b$; select $1; select c$$ ;")).hasSize(3);
  }

  @Test
  void commentsNestAndHideSemicolons() {
    assertThat(split("select /* ; /* ; */ ; ' */ 1; select 2 -- ';\n, 3;"))
        .containsExactly("select /* ; /* ; */ ; ' */ 1", "select 2 -- ';\n, 3");
  }

  @Test
  void parenthesesHideSemicolons() {
    assertThat(split("create rule r as on insert to t do (select 1; select 2); select 3"))
        .hasSize(2);
  }

  @Test
  void aRoutinesBodyIsOneStatement() {
    var body = "begin atomic; select case when true then 1 end; select 2; end";
    assertThat(split("create function f() returns int " + body + "; select 1;")).hasSize(2);
    assertThat(split("CREATE OR REPLACE PROCEDURE f() " + body + "; select 1;")).hasSize(2);
    assertThat(split("begin; select 1; end;")).hasSize(3);
  }

  @Test
  void copyDataBelongsToItsStatement() {
    var text = "COPY public.t (a, b) FROM stdin;\n1\tx;y\n2\t'\n\\.\n\nselect 1;\n";
    var parts = StatementSplitter.split(text);

    assertThat(parts).hasSize(2);
    var copy = (ScriptPart.Copy) parts.getFirst();
    assertThat(cut(text, copy)).isEqualTo("COPY public.t (a, b) FROM stdin");
    assertThat(text.substring(copy.data().start(), copy.data().end())).isEqualTo("1\tx;y\n2\t'\n");
    assertThat(cut(text, parts.getLast())).isEqualTo("select 1");
  }

  @Test
  void copyFromAnythingElseHasNoData() {
    assertThat(split("copy t from 'file'; copy t to stdout; copy (select 'from stdin') to stdout;"))
        .hasSize(3);
  }

  @Test
  void metaCommandsAreLinesOfTheirOwn() {
    var text = "\\restrict abc\nselect 1;\r\n\\connect \"a;b\"\nselect 2 \\gset\nselect 3;";
    var parts = StatementSplitter.split(text);

    assertThat(parts.stream().map(it -> cut(text, it)))
        .containsExactly(
            "\\restrict abc", "select 1", "\\connect \"a;b\"", "select 2", "\\gset", "select 3");
    assertThat(((ScriptPart.MetaCommand) parts.getFirst()).name()).isEqualTo("restrict");
  }

  @Test
  void whatIsNeverClosedReachesToTheEnd() {
    for (var open : List.of("'a;", "\"a;", "$$a;", "/* a;", "(a;", "E'a\\")) {
      assertThat(split("select 1; select " + open)).hasSize(2);
    }
  }

  @Test
  void anyTextIsCutWithoutLoss() {
    var pieces =
        List.of(
            "'",
            "\"",
            "$",
            "$$",
            "$a$",
            "E'",
            "\\",
            "--",
            "/*",
            "*/",
            "(",
            ")",
            ";",
            "\n",
            "begin",
            "create function",
            "end",
            "copy t from stdin;",
            "\\.\n",
            " x ",
            "é",
            "1");
    var random = new Random(7);
    for (var run = 0; run < 2_000; run++) {
      var text = new StringBuilder();
      for (var i = random.nextInt(12); i >= 0; i--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      var last = 0;
      for (var part : StatementSplitter.split(text.toString())) {
        assertThat(part.span().start()).as(text.toString()).isGreaterThanOrEqualTo(last);
        assertThat(part.span().length()).as(text.toString()).isPositive();
        last = part.span().end();
      }
      assertThat(last).isLessThanOrEqualTo(text.length());
    }
  }

  private static List<String> split(String text) {
    return StatementSplitter.split(text).stream().map(it -> cut(text, it)).toList();
  }

  private static String cut(String text, ScriptPart part) {
    return text.substring(part.span().start(), part.span().end());
  }
}
