package lockstep.engine.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// By what a project is told of its database, and where that was found. Holds no address.
///
/// @param variable that holds the address; empty where the settings hold it themselves
/// @param place as in `.env`, `the environment` or `lockstep.toml`
/// @param form of the address; empty where the variable is not set
public record DatabaseSetting(Optional<String> variable, String place, Optional<UrlForm> form) {
  private static final String VARIABLE = "env:";
  private static final List<String> FILES = List.of(".env", ".env.local", ".env.development");

  /// @param written an address, or `env:NAME`
  /// @param settings how messages call what says so
  static DatabaseSetting of(
      String written, String settings, Variables variables, Environment environment) {
    if (!written.startsWith(VARIABLE)) {
      return new DatabaseSetting(Optional.empty(), settings, Optional.of(UrlForm.of(written)));
    }
    var name = written.substring(VARIABLE.length());
    var form = variables.find(name).map(UrlForm::of);
    var place = variables.file(name).map(environment::show).orElse("the environment");
    return new DatabaseSetting(Optional.of(name), place, form);
  }

  /// A file that has the name of a variable, and in which Lockstep does not find it.
  ///
  /// @param isRead whether it looks there at all
  public record Mention(Path file, boolean isRead) {}

  /// Returns the files of variables in a folder that speak of a variable that is not set.
  public static List<Mention> mentions(String variable, Path folder) {
    var name = Pattern.compile("(?m)^[^#\\n]*\\b" + Pattern.quote(variable) + "\\b");
    return FILES.stream()
        .map(folder::resolve)
        .filter(it -> name.matcher(text(it)).find())
        .map(it -> new Mention(it, Variables.FILES.contains(it.getFileName().toString())))
        .toList();
  }

  private static String text(Path file) {
    try {
      return Files.isRegularFile(file)
          ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\0", "")
          : "";
    } catch (IOException _) {
      return "";
    }
  }
}
