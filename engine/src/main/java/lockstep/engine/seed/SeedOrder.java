package lockstep.engine.seed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.schema.QualifiedName;

/// The order in which tables take their rows: what others refer to comes first.
///
/// @param tables all of them where there is such an order, else those that come before the circle
/// @param failure why there is none
record SeedOrder(List<SeedTable> tables, Optional<Diagnostic> failure) {
  static SeedOrder of(List<SeedTable> tables) {
    var names = tables.stream().map(SeedTable::name).collect(Collectors.toSet());
    var waiting = new ArrayList<>(tables);
    var done = new LinkedHashSet<QualifiedName>();
    var ordered = new ArrayList<SeedTable>();
    while (!waiting.isEmpty()) {
      var next = waiting.stream().filter(it -> isFree(it, names, done)).findFirst();
      if (next.isEmpty()) {
        return new SeedOrder(ordered, Optional.of(circle(waiting)));
      }
      ordered.add(next.get());
      done.add(next.get().name());
      waiting.remove(next.get());
    }
    return new SeedOrder(ordered, Optional.empty());
  }

  private static boolean isFree(
      SeedTable table, Set<QualifiedName> seeded, Set<QualifiedName> done) {
    return table.needs().stream()
        .allMatch(it -> it.equals(table.name()) || !seeded.contains(it) || done.contains(it));
  }

  private static Diagnostic circle(List<SeedTable> waiting) {
    var names =
        waiting.stream().map(it -> "`%s`".formatted(it.name())).collect(Collectors.joining(", "));
    return Diagnostic.of(
            SeedCode.CYCLE,
            waiting.getFirst().groups().getFirst().rows().getFirst().place(),
            "Each of %s needs rows of another one first.".formatted(names))
        .withAdvice(
            "Make one of the foreign keys deferrable, and give the values of its columns"
                + " themselves.");
  }
}
