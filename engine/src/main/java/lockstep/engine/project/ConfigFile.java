package lockstep.engine.project;

import java.util.ArrayList;
import java.util.List;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.text.Position;
import lockstep.text.SourceText;
import lockstep.text.Span;
import org.tomlj.Toml;

/// The text of a `lockstep.toml`, parsed, and all that is wrong with it so far.
final class ConfigFile {
  private final ConfigTable top;
  private final List<Diagnostic> diagnostics;

  private ConfigFile(ConfigTable top, List<Diagnostic> diagnostics) {
    this.top = top;
    this.diagnostics = diagnostics;
  }

  static ConfigFile parse(SourceText text) {
    var diagnostics = new ArrayList<Diagnostic>();
    var parsed = Toml.parse(text.content());
    // What follows the first mistake is mostly its consequence.
    for (var error : parsed.errors().stream().limit(1).toList()) {
      var at = text.offset(new Position(error.position().line(), error.position().column()));
      diagnostics.add(
          Diagnostic.of(
              ProjectCode.MALFORMED_FILE,
              Place.of(text, new Span(at, at)),
              "This is not TOML: %s.".formatted(sentence(error.getMessage()))));
    }
    // After a mistake in the language itself, keys that look unknown may only be misread.
    var table =
        parsed.hasErrors()
            ? new ConfigTable(Toml.parse(""), text, ConfigKeys.TOP, diagnostics)
            : new ConfigTable(parsed, text, ConfigKeys.TOP, diagnostics);
    return new ConfigFile(table, diagnostics);
  }

  ConfigTable top() {
    return top;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  private static String sentence(String message) {
    var stripped = message.strip();
    var text = stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
