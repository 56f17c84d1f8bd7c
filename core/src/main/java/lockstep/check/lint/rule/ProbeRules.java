package lockstep.check.lint.rule;

import java.util.List;

/// All rules that ask a live database.
public final class ProbeRules {
  public static final List<ProbeRule> ALL =
      List.of(new EqualRows(), new NullRows(), new OrphanedRows(), new RefusedRows());

  private ProbeRules() {}
}
