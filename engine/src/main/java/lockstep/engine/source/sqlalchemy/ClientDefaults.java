package lockstep.engine.source.sqlalchemy;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lockstep.engine.source.sqlalchemy.ProbeReport.DefaultFacts;
import lockstep.mapping.ClientDefault;

/// Recognises what a Python function fills in, by its full name: functions of the standard library,
/// of well-known packages, and those that Lockstep generates.
final class ClientDefaults {
  private static final Set<String> UUID_PACKAGES =
      Set.of("uuid", "uuid6", "uuid_utils", "uuid_extensions", "uuid7");
  private static final Set<String> NOW_SQL =
      Set.of("now()", "current_timestamp", "localtimestamp", "statement_timestamp()");

  private ClientDefaults() {}

  static ClientDefault of(Optional<DefaultFacts> facts) {
    return facts.map(ClientDefaults::read).orElse(new ClientDefault.None());
  }

  private static ClientDefault read(DefaultFacts facts) {
    return switch (facts.kind()) {
      case CALL -> call(facts).orElseGet(() -> new ClientDefault.Computed(described(facts)));
      case SQL ->
          NOW_SQL.contains(facts.text().toLowerCase(Locale.ROOT))
              ? new ClientDefault.Now()
              : new ClientDefault.Computed(facts.text());
      case VALUE -> new ClientDefault.Computed(facts.text());
    };
  }

  private static String described(DefaultFacts facts) {
    return facts.arguments().isEmpty()
        ? facts.text()
        : facts.text() + "(" + String.join(", ", facts.arguments()) + ")";
  }

  private static Optional<ClientDefault> call(DefaultFacts facts) {
    var name = facts.text().substring(facts.text().lastIndexOf('.') + 1);
    var owner = facts.text().split("\\.")[0];
    return generated(name, facts)
        .or(() -> UUID_PACKAGES.contains(owner) ? uuid(name) : Optional.empty())
        .or(() -> packaged(owner, name, facts));
  }

  /// The functions of the generated module `ids`.
  private static Optional<ClientDefault> generated(String name, DefaultFacts facts) {
    return switch (name) {
      case "new_cuid" -> Optional.of(new ClientDefault.Cuid(1));
      case "new_cuid2" -> Optional.of(new ClientDefault.Cuid(2));
      case "new_uuid4", "new_uuid4_text" -> Optional.of(new ClientDefault.Uuid(4));
      case "new_uuid7", "new_uuid7_text" -> Optional.of(new ClientDefault.Uuid(7));
      case "new_ulid" -> Optional.of(new ClientDefault.Ulid());
      case "new_nanoid" -> Optional.of(new ClientDefault.Nanoid(length(facts)));
      case "utc_now", "utc_now_with_zone" -> Optional.of(new ClientDefault.Now());
      default -> Optional.empty();
    };
  }

  private static Optional<ClientDefault> uuid(String name) {
    return switch (name) {
      case "uuid4" -> Optional.of(new ClientDefault.Uuid(4));
      case "uuid7" -> Optional.of(new ClientDefault.Uuid(7));
      default -> Optional.empty();
    };
  }

  private static Optional<ClientDefault> packaged(String owner, String name, DefaultFacts facts) {
    return switch (owner + " " + name) {
      case "datetime now", "datetime utcnow" -> Optional.of(new ClientDefault.Now());
      case "cuid cuid" -> Optional.of(new ClientDefault.Cuid(1));
      case "cuid2 generate", "cuid2 cuid_wrapper" -> Optional.of(new ClientDefault.Cuid(2));
      case "ulid ULID", "ulid new" -> Optional.of(new ClientDefault.Ulid());
      case "nanoid generate" -> Optional.of(new ClientDefault.Nanoid(length(facts)));
      default -> Optional.empty();
    };
  }

  /// Returns the first whole number among the arguments, else what nanoid makes without one.
  private static int length(DefaultFacts facts) {
    return facts.arguments().stream()
        .map(it -> it.substring(it.indexOf('=') + 1))
        .filter(it -> it.matches("\\d{1,9}"))
        .findFirst()
        .map(Integer::parseInt)
        .orElse(ClientDefault.Nanoid.STANDARD_LENGTH);
  }
}
