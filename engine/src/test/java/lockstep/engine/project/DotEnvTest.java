package lockstep.engine.project;

import static org.assertj.core.api.Assertions.assertThat;

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
            """);
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
}
