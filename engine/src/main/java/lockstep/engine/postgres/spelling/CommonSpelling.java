package lockstep.engine.postgres.spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import lockstep.diagnostic.Diagnostic;
import lockstep.diff.Differ;
import lockstep.engine.postgres.Shadow;
import lockstep.schema.Schema;

/// Brings two schemas into the spelling of one server.
public final class CommonSpelling {
  private CommonSpelling() {}

  /// Two schemas that can be compared text by text.
  ///
  /// @param notes what PostgreSQL would not take, and so is compared as it is written
  public record Agreed(Schema from, Schema to, List<Diagnostic> notes) {
    public Agreed {
      notes = List.copyOf(notes);
    }
  }

  /// Returns both schemas with every table, domain and view that differs in what may be spelling as
  /// PostgreSQL prints it. Asks for the shadow only where there is one; the caller closes it.
  public static Agreed of(Schema from, Schema to, Supplier<Shadow> shadow) {
    var doubtful = Doubtful.among(Differ.diff(from, to));
    if (doubtful.isEmpty()) {
      return new Agreed(from, to, List.of());
    }
    var notes = new ArrayList<Diagnostic>();
    var server = shadow.get();
    return new Agreed(
        Respelling.of(from, Extract.of(from, to, doubtful), server, notes),
        Respelling.of(to, Extract.of(to, from, doubtful), server, notes),
        notes.stream().distinct().toList());
  }
}
