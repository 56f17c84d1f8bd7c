package lockstep.check.lint.rule;

import java.util.List;
import lockstep.check.lint.Probe;
import lockstep.check.lint.script.Step;

/// A hazard that lies in the rows: how to ask the database for it.
public interface ProbeRule {
  /// Returns the questions that a statement raises.
  List<Probe> probes(Step step);
}
