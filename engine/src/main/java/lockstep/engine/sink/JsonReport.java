package lockstep.engine.sink;

import java.util.List;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.json.JsonWriter;

/// Diagnostics as JSON members, for the reports of commands.
public final class JsonReport {
  private JsonReport() {}

  /// Writes the member `diagnostics`, an array in the order given.
  public static void diagnostics(JsonWriter out, List<Diagnostic> diagnostics) {
    try (var _ = out.array("diagnostics")) {
      diagnostics.forEach(it -> diagnostic(out, it));
    }
  }

  public static void diagnostic(JsonWriter out, Diagnostic it) {
    try (var _ = out.object()) {
      members(out, it);
    }
  }

  /// Writes what a diagnostic says into the object that is open.
  public static void members(JsonWriter out, Diagnostic it) {
    out.member("code", it.code().id());
    out.member("severity", it.severity().word());
    out.member("fact", it.fact());
    out.member("advice", it.advice());
    it.place().ifPresent(place -> place(out, place));
    if (!it.related().isEmpty()) {
      try (var _ = out.array("related")) {
        it.related().forEach(related -> related(out, related));
      }
    }
  }

  private static void related(JsonWriter out, Diagnostic.Related related) {
    try (var _ = out.object()) {
      out.member("note", related.note());
      place(out, related.place());
    }
  }

  /// Writes the member `place`.
  public static void place(JsonWriter out, Place place) {
    var spot = Spot.of(place);
    try (var _ = out.object("place")) {
      out.member("file", spot.file());
      spot.line().ifPresent(line -> out.member("line", line));
      spot.column().ifPresent(column -> out.member("column", column));
      spot.end()
          .ifPresent(
              end -> {
                out.member("endLine", end.line());
                out.member("endColumn", end.column());
              });
      out.member("source", spot.source());
      out.member("object", spot.object());
    }
  }
}
