package lockstep.acceptance.oracle;

import java.util.List;
import java.util.Optional;
import lockstep.engine.postgres.Session;

/// One database as two independent queries see it.
///
/// @param shared empty where this machine has no `shared/oracle`
public record Catalog(Facts own, Optional<Facts> shared) {
  public static Catalog read(Session session) {
    return new Catalog(Facts.read(session), Facts.readShared(session));
  }

  /// Returns what is missing, extra or different in `to`, by the query that sees something.
  public List<String> differencesTo(Catalog to) {
    var byOwn = own.differencesTo(to.own);
    return byOwn.isEmpty() && shared.isPresent()
        ? shared.get().differencesTo(to.shared.orElseThrow())
        : byOwn;
  }
}
