package lockstep.engine.postgres.spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import lockstep.diagnostic.Diagnostic;
import lockstep.diff.Difference;
import lockstep.engine.postgres.Shadow;
import lockstep.schema.Schema;

/// Brings two schemas into the spelling of one server.
public final class CommonSpelling {
  private CommonSpelling() {}

  /// Two schemas that can be compared text by text.
  ///
  /// @param difference between the two in that spelling
  /// @param notes what PostgreSQL would not take, and so is compared as it is written
  public record Agreed(Difference difference, List<Diagnostic> notes) {
    public Agreed {
      notes = List.copyOf(notes);
    }

    public Schema from() {
      return difference.from();
    }

    public Schema to() {
      return difference.to();
    }
  }

  /// Returns both schemas with every table, domain and view that differs in what may be spelling as
  /// PostgreSQL prints it. Asks for the shadow only where there is one; the caller closes it.
  public static Agreed of(Schema from, Schema to, Supplier<Shadow> shadow) {
    var difference = Difference.between(from, to);
    var doubtful = Doubtful.among(difference.changes());
    if (doubtful.isEmpty()) {
      return new Agreed(difference, List.of());
    }
    var notes = new ArrayList<Diagnostic>();
    var server = shadow.get();
    return new Agreed(
        Difference.between(
            Respelling.of(from, Extract.of(from, to, doubtful), server, notes),
            Respelling.of(to, Extract.of(to, from, doubtful), server, notes)),
        notes.stream().distinct().toList());
  }
}
