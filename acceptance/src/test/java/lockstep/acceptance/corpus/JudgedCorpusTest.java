package lockstep.acceptance.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Which schemas count, and why the others do not.
class JudgedCorpusTest {
  @Test
  void countsWhatPrismaAcceptsAndTheServerRuns() {
    assertThat(JudgedCorpus.all()).hasSize(106);
    assertThat(JudgedCorpus.of(Judged.Foreign.class))
        .extracting(Judged.Foreign::provider)
        .containsExactly("sqlite");
    assertThat(JudgedCorpus.of(Judged.Rejected.class)).hasSize(7);
    assertThat(JudgedCorpus.of(Judged.Unrunnable.class))
        .hasSize(4)
        .allSatisfy(it -> assertThat(it.reason()).containsPattern("postgis|geometry|geography"));
    assertThat(JudgedCorpus.accepted()).hasSize(94);
  }
}
