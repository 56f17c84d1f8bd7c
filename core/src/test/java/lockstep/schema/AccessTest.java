package lockstep.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.schema.Access.Effect;
import lockstep.schema.Access.Grant;
import lockstep.schema.Access.Privileges;
import lockstep.schema.ObjectPath.Kind;
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

  @Test
  void itIsTheSameWhoeverReads() {
    var defaults = Kind.DEFAULT_PRIVILEGES;
    var boss =
        Access.readBy(
            "boss",
            Map.of(
                new ObjectPath(defaults, names("TABLES", "CURRENT_USER")),
                new Privileges(Optional.empty(), List.of(TO_ALL)),
                POSTS,
                new Privileges(Optional.of("app"), List.of())));
    var app =
        Access.readBy(
            "app",
            Map.of(
                new ObjectPath(defaults, names("TABLES", "boss")),
                new Privileges(Optional.empty(), List.of(TO_ALL)),
                USERS,
                new Privileges(Optional.of("boss"), List.of())));
    var all = List.of(USERS, POSTS);
    assertThat(boss.named(all).all()).isEqualTo(app.named(all).all());
    assertThat(boss.named(all).of(USERS).owner()).contains("boss");
    assertThat(boss.named(all).ofNew(USERS)).isEqualTo(boss.ofNew(USERS));
  }

  @Test
  void filesTakeOwnersFromWhoeverKnowsThem() {
    var files = Access.of(Map.of(USERS, new Privileges(Optional.empty(), List.of(TO_ALL))));
    var database =
        Access.readBy(
            "app",
            Map.of(
                USERS, new Privileges(Optional.of("boss"), List.of()),
                POSTS, new Privileges(Optional.of("boss"), List.of(TO_APP))));
    var completed = files.withOwnersOf(database);
    assertThat(completed.of(USERS)).isEqualTo(new Privileges(Optional.of("boss"), List.of(TO_ALL)));
    assertThat(completed.of(POSTS)).isEqualTo(new Privileges(Optional.of("boss"), List.of()));
    assertThat(completed.isReadAs(database)).isTrue();
  }

  private static List<Identifier> names(String... names) {
    return Stream.of(names).map(Identifier::of).toList();
  }
}
