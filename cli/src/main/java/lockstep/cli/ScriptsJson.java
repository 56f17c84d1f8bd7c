package lockstep.cli;

import java.util.List;
import lockstep.engine.json.JsonWriter;
import lockstep.migration.Migration;

/// Writes the scripts that would be run, for programs.
public final class ScriptsJson {
  private ScriptsJson() {}

  public static void write(JsonWriter out, List<Migration> planned) {
    try (var _ = out.array("scripts")) {
      for (var it : planned) {
        try (var _ = out.object()) {
          out.member("migration", it.name());
          out.member("sql", it.script().content());
        }
      }
    }
  }
}
