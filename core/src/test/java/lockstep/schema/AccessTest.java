package lockstep.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.schema.Access.Effect;
import lockstep.schema.Access.Grant;
import lockstep.schema.Access.Privileges;
import org.junit.jupiter.api.Test;

class AccessTest {
  private static final ObjectPath USERS = ObjectPath.table(QualifiedName.of("public", "users"));
  private static final ObjectPath POSTS = ObjectPath.table(QualifiedName.of("public", "posts"));
  private static final Grant TO_ALL = new Grant(Effect.GRANT, "SELECT", "PUBLIC");
  private static final Grant TO_APP = new Grant(Effect.GRANT, "SELECT", "app");

  /// A file with one grant must not take all others away.
  @Test
  void whatIsNotNamedIsLeftToTheOtherSource() {
    var files = Access.of(Map.of(USERS, new Privileges(Optional.empty(), List.of(TO_ALL))));
    var database =
        Access.of(
            Map.of(
                USERS, new Privileges(Optional.of("boss"), List.of(TO_APP)),
                POSTS, new Privileges(Optional.of("boss"), List.of(TO_APP))));
    var completed = files.completedBy(database);
    assertThat(completed.of(USERS))
        .isEqualTo(new Privileges(Optional.of("boss"), List.of(TO_ALL, TO_APP)));
    assertThat(completed.of(POSTS)).isEqualTo(database.of(POSTS));
  }

  @Test
  void aRoleThatIsNamedIsNotCompleted() {
    var revoked = new Grant(Effect.REVOKE, "SELECT", "PUBLIC");
    var files = Access.of(Map.of(USERS, new Privileges(Optional.empty(), List.of(revoked))));
    var database = Access.of(Map.of(USERS, new Privileges(Optional.empty(), List.of(TO_ALL))));
    assertThat(files.completedBy(database).of(USERS).grants()).containsExactly(revoked);
  }

  @Test
  void whoSaysNothingStaysSilent() {
    assertThat(Access.UNSAID.completedBy(Access.of(Map.of()))).isSameAs(Access.UNSAID);
  }
}
