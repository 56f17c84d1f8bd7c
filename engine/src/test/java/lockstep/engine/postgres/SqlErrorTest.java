package lockstep.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlErrorTest {
  @Test
  void whatTheServerRefusesIsAdvisedByItsState() {
    assertThat(advice("42501", "permission denied for table _prisma_migrations"))
        .contains("grant the right")
        .doesNotContain("log");
    assertThat(advice("25006", "cannot execute INSERT in a read-only transaction"))
        .contains("standby", "default_transaction_read_only");
    assertThat(advice("53200", "out of memory")).contains("the server's log");
  }

  private static String advice(String state, String message) {
    return SqlError.of(state, message)
        .thrown()
        .diagnostic()
        .flatMap(it -> it.advice())
        .orElseThrow();
  }
}
