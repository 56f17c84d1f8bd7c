package lockstep.engine.project;

import java.util.Arrays;
import java.util.regex.Pattern;
import lockstep.emit.PythonKeywords;

/// How Python names modules, and what is in them (Python 3.14, 2.3, as far as people write it).
public final class PythonName {
  private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_]*+";
  private static final String DOTTED = NAME + "(?:\\." + NAME + ")*+";
  private static final Pattern MODULE = Pattern.compile(DOTTED);

  /// A module or package, as in `app.models`, and perhaps an object in it, as in `app.models:Base`;
  /// its two groups are these.
  public static final Pattern OBJECT = Pattern.compile("(" + DOTTED + ")(?::(" + DOTTED + "))?");

  private PythonName() {}

  public static boolean isModule(String text) {
    return MODULE.matcher(text).matches()
        && Arrays.stream(text.split("\\.")).noneMatch(PythonKeywords.ALL::contains);
  }

  public static boolean isObject(String text) {
    return OBJECT.matcher(text).matches();
  }
}
