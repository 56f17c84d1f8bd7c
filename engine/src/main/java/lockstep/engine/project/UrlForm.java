package lockstep.engine.project;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How an address is written, without anything that it holds.
///
/// @param scheme what stands before `://`, as in `postgresql+asyncpg`
/// @param parameters the names behind the question mark, in their order
public record UrlForm(String scheme, List<String> parameters) {
  private static final Pattern URL =
      Pattern.compile("([a-z][a-z0-9+.]*)://[^?]*(?:\\?(.*))?", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("[A-Za-z_]+");

  public UrlForm {
    parameters = List.copyOf(parameters);
  }

  /// Reads a text; one that is no URL has an empty scheme.
  static UrlForm of(String text) {
    var url = URL.matcher(text.strip());
    if (!url.matches()) {
      return new UrlForm("", List.of());
    }
    var query = url.group(2) == null ? "" : url.group(2);
    // What looks like no name may be a part of a password.
    var names =
        Stream.of(query.split("&"))
            .map(it -> it.split("=", 2)[0])
            .filter(it -> NAME.matcher(it).matches())
            .toList();
    return new UrlForm(url.group(1), names);
  }

  /// Returns whether it names a driver of SQLAlchemy's.
  public boolean namesDriver() {
    return scheme.contains("+");
  }
}
