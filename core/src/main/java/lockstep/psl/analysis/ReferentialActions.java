package lockstep.psl.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lockstep.schema.Constraint.ReferentialAction;

/// Referential actions as a schema writes them.
public final class ReferentialActions {
  private ReferentialActions() {}

  public static String word(ReferentialAction action) {
    return switch (action) {
      case CASCADE -> "Cascade";
      case RESTRICT -> "Restrict";
      case NO_ACTION -> "NoAction";
      case SET_NULL -> "SetNull";
      case SET_DEFAULT -> "SetDefault";
    };
  }

  static Optional<ReferentialAction> of(String word) {
    for (var action : ReferentialAction.values()) {
      if (word(action).equals(word)) {
        return Optional.of(action);
      }
    }
    return Optional.empty();
  }

  static List<String> words() {
    return Arrays.stream(ReferentialAction.values()).map(ReferentialActions::word).toList();
  }
}
