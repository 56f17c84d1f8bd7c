package lockstep.emit.sqlalchemy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Layout;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Mixin;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.NameStyle;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Version;
import org.junit.jupiter.api.Test;

class ChoicesTest {
  @Test
  void whatAHeaderSaysIsReadBack() {
    var choices =
        new Choices(
            Layout.SINGLE_FILE,
            NameStyle.FIELD,
            Version.V2_1,
            List.of(
                new Mixin("User", "app.mixins", "UserMixin"),
                new Mixin("Post", ".post_mixin", "PostMixin")));
    var line = choices.line().orElseThrow();
    assertThat(line)
        .isEqualTo(
            "Options layout=single names=field sqlalchemy=2.1"
                + " mixin=User:app.mixins:UserMixin mixin=Post:.post_mixin:PostMixin");
    assertThat(Choices.of(List.of("Source sha256:1", line))).isEqualTo(choices);
  }

  @Test
  void theUsualChoicesAreNotSaid() {
    assertThat(Choices.USUAL.line()).isEmpty();
    assertThat(Choices.of(List.of("Source sha256:1"))).isEqualTo(Choices.USUAL);
    assertThat(Choices.of(List.of("Options layout=round"))).isEqualTo(Choices.USUAL);
  }
}
