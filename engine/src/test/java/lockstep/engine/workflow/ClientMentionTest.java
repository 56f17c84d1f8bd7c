package lockstep.engine.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lockstep.rewrite.project.CommandLines.Generators;
import org.junit.jupiter.api.Test;

class ClientMentionTest {
  private static final Generators ALONE = new Generators(List.of("py"), List.of());
  private static final Generators WITH_ANOTHER = new Generators(List.of("py"), List.of("js"));
  private static final Generators GONE = new Generators(List.of(), List.of("js"));

  @Test
  void aReadmeIsFoundByItsFirstLineThatSpeaksOfTheClient() {
    var text = "# App\n\nRun `prisma generate`.\nWe use Prisma Client Python.\n";
    assertThat(ClientMention.line(text, ALONE)).hasValue(3);
    assertThat(ClientMention.line(text, WITH_ANOTHER)).hasValue(4);
    assertThat(ClientMention.line(text, GONE)).isEmpty();
    assertThat(ClientMention.line("prisma generate", ALONE)).hasValue(1);
    assertThat(ClientMention.line("# Prisma Studio\n", ALONE)).isEmpty();
  }
}
