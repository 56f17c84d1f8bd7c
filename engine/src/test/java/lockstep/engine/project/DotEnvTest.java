package lockstep.engine.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DotEnvTest {
  @Test
  void valuesAreReadAsDotenvReadsThem() {
    var values =
        DotEnv.parse(
            """
            # a comment
            PLAIN=one two   # and a remark
            export EXPORTED=yes
            SINGLE='a # b $X ${PLAIN}'
            DOUBLE="line\\nnext ${PLAIN}"
            EMPTY=
            MANY="first
            second"
              SPACED = value
            URL=postgresql://u:p%40ss@h:5432/d?schema=public
            """,
            Map.of());
    assertThat(values)
        .containsEntry("PLAIN", "one two")
        .containsEntry("EXPORTED", "yes")
        .containsEntry("SINGLE", "a # b $X ${PLAIN}")
        .containsEntry("DOUBLE", "line\nnext one two")
        .containsEntry("EMPTY", "")
        .containsEntry("MANY", "first\nsecond")
        .containsEntry("SPACED", "value")
        .containsEntry("URL", "postgresql://u:p%40ss@h:5432/d?schema=public");
  }

  @Test
  void referencesAreReplacedAsDotenvExpandDoes() {
    var values =
        DotEnv.parse(
            """
            USER_NAME=ann
            HOST=${DB_HOST:-localhost}
            PORT=${DB_PORT-5432}
            EMPTY=
            NESTED=${NONE:-${ALSO_NONE:-deep}}
            IF_SET=${USER_NAME:+yes}
            URL=postgresql://$USER_NAME:pa\\$USER_NAME@${HOST}:${PORT}/app${EMPTY:-_db}
            PASSWORD="pa$word-$5"
            """,
            Map.of("DB_HOST", "db.example"));
    assertThat(values)
        .containsEntry("HOST", "db.example")
        .containsEntry("PORT", "5432")
        .containsEntry("NESTED", "deep")
        .containsEntry("IF_SET", "yes")
        .containsEntry("URL", "postgresql://ann:pa$USER_NAME@db.example:5432/app_db")
        .containsEntry("PASSWORD", "pa$word-$5");
  }

  @Test
  void quotesEndWhereDotenvEndsThem() {
    var values =
        DotEnv.parse(
            """
            A='C:\\dir\\'
            B="unterminated
            C='it''s
            D=last # remark
            """,
            Map.of());
    assertThat(values)
        .containsEntry("A", "C:\\dir\\")
        .containsEntry("B", "\"unterminated")
        .containsEntry("D", "last");
  }

  @Test
  void aLongValueIsRead() {
    var key = "x".repeat(100_000);
    assertThat(DotEnv.parse("KEY=\"" + key + "\"\nB='" + key + "'\n", Map.of()))
        .containsEntry("KEY", key)
        .containsEntry("B", key);
    assertThat(TypeScriptTokens.of("a = \"" + key + "\"")).hasSize(3);
  }
}
