package lockstep.engine.source.sqlalchemy;

import java.util.Optional;
import java.util.Set;
import lockstep.engine.source.sqlalchemy.ProbeReport.DefaultFacts;
import lockstep.mapping.ClientDefault;

/// Recognises what a Python function fills in, by its full name.
final class ClientDefaults {
  private static final Set<String> UUID_MODULES =
      Set.of("uuid", "uuid6", "uuid_utils", "uuid_extensions", "edwh_uuid7", "uuid_v7");
  private static final int NANOID_LENGTH = 21;

  private ClientDefaults() {}

  static ClientDefault onCreate(Optional<DefaultFacts> facts) {
    return facts.map(ClientDefaults::read).orElse(new ClientDefault.None());
  }

  static ClientDefault onUpdate(Optional<DefaultFacts> facts) {
    return onCreate(facts);
  }

  private static ClientDefault read(DefaultFacts facts) {
    return switch (facts.kind()) {
      case CALL -> call(facts).orElseGet(() -> new ClientDefault.Computed(described(facts)));
      case SQL -> isNow(facts.text()) ? new ClientDefault.Now() : computed(facts);
      case VALUE -> computed(facts);
    };
  }

  private static ClientDefault computed(DefaultFacts facts) {
    return new ClientDefault.Computed(facts.text());
  }

  private static String described(DefaultFacts facts) {
    return facts.arguments().isEmpty()
        ? facts.text()
        : facts.text() + "(" + String.join(", ", facts.arguments()) + ")";
  }

  private static boolean isNow(String sql) {
    return Set.of("now()", "current_timestamp").contains(sql.toLowerCase(java.util.Locale.ROOT));
  }

  private static Optional<ClientDefault> call(DefaultFacts facts) {
    var dot = facts.text().lastIndexOf('.');
    var module = facts.text().substring(0, Math.max(0, dot));
    var name = facts.text().substring(dot + 1);
    var isOurs = module.equals("ids") || module.endsWith(".ids");
    var isUuid = isOurs || UUID_MODULES.contains(module.split("\\.")[0]);
    var top = module.split("\\.")[0];
    return Optional.ofNullable(
        switch (name) {
          case "uuid4" -> isUuid ? new ClientDefault.Uuid(4) : null;
          case "uuid7" -> isUuid ? new ClientDefault.Uuid(7) : null;
          case "cuid" -> isOurs || top.equals("cuid") ? new ClientDefault.Cuid(1) : null;
          case "cuid2" -> isOurs ? new ClientDefault.Cuid(2) : null;
          case "ulid" -> isOurs ? new ClientDefault.Ulid() : null;
          case "nanoid" -> isOurs ? new ClientDefault.Nanoid(length(facts)) : null;
          case "now" -> isOurs ? new ClientDefault.Now() : null;
          default -> null;
        });
  }

  private static int length(DefaultFacts facts) {
    return facts.arguments().stream()
        .map(it -> it.substring(it.indexOf('=') + 1))
        .filter(it -> it.matches("\\d+"))
        .findFirst()
        .map(Integer::parseInt)
        .orElse(NANOID_LENGTH);
  }
}
