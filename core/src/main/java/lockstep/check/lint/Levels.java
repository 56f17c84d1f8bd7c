package lockstep.check.lint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// How much a project minds each hazard: what it has set, else the rule's own level.
public record Levels(Map<LintCode, Level> set) {
  public static final Levels DEFAULT = new Levels(Map.of());

  public Levels {
    set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
  }

  public Level of(LintCode code) {
    return set.getOrDefault(code, code.level());
  }
}
