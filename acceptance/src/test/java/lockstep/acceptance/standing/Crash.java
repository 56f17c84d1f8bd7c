package lockstep.acceptance.standing;

import java.util.Arrays;

/// Our own bug, told so that equal ones fall together.
final class Crash {
  private Crash() {}

  static Verdicts.Difference of(Throwable thrown) {
    var at =
        Arrays.stream(thrown.getStackTrace())
            .filter(it -> it.getClassName().startsWith("lockstep."))
            .findFirst()
            .map(StackTraceElement::toString)
            .orElse("");
    var kind = "CRASH %s at %s".formatted(thrown.getClass().getSimpleName(), at);
    return new Verdicts.Difference(kind, thrown + " at " + at, false);
  }
}
