package lockstep.emit.sqlalchemy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Layout;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Mixin;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.NameStyle;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Version;

/// What somebody chose about how models are written.
///
/// The header of a generated package says what differs from the usual choices, so that a project
/// without settings is generated again as it was.
///
/// @param mixins hand-written classes that models inherit from
public record Choices(Layout layout, NameStyle names, Version version, List<Mixin> mixins) {
  /// What most projects want.
  public static final Choices USUAL =
      new Choices(Layout.FILE_PER_MODEL, NameStyle.SNAKE_CASE, Version.V2_0, List.of());

  private static final String LINE = "Options";

  public Choices {
    mixins = List.copyOf(mixins);
  }

  /// Returns the line of a header that says what is not usual; empty where all is.
  Optional<String> line() {
    var words = new ArrayList<String>();
    words.add(LINE);
    if (layout != USUAL.layout) {
      words.add("layout=" + layout.word());
    }
    if (names != USUAL.names) {
      words.add("names=" + names.word());
    }
    if (version != USUAL.version) {
      words.add("sqlalchemy=" + version.word());
    }
    mixins.forEach(
        it -> words.add("mixin=%s:%s:%s".formatted(it.model(), it.module(), it.className())));
    return words.size() == 1 ? Optional.empty() : Optional.of(String.join(" ", words));
  }

  /// Reads the lines of a header; what they do not say is as usual.
  public static Choices of(List<String> lines) {
    var words =
        lines.stream()
            .filter(it -> it.startsWith(LINE + " "))
            .flatMap(it -> Arrays.stream(it.split(" ")).skip(1))
            .toList();
    return named(
        value(words, "layout"), value(words, "names"), value(words, "sqlalchemy"), mixins(words));
  }

  /// Returns the choices that words name; where one names none, the usual one.
  public static Choices named(
      Optional<String> layout,
      Optional<String> names,
      Optional<String> version,
      List<Mixin> mixins) {
    return new Choices(
        find(Layout.values(), Layout::word, layout),
        find(NameStyle.values(), NameStyle::word, names),
        find(Version.values(), Version::word, version),
        mixins);
  }

  private static Optional<String> value(List<String> words, String key) {
    return words.stream()
        .filter(it -> it.startsWith(key + "="))
        .map(it -> it.substring(key.length() + 1))
        .findFirst();
  }

  private static List<Mixin> mixins(List<String> words) {
    return words.stream()
        .filter(it -> it.startsWith("mixin="))
        .map(it -> it.substring("mixin=".length()).split(":"))
        .filter(it -> it.length == 3)
        .map(it -> new Mixin(it[0], it[1], it[2]))
        .toList();
  }

  /// Returns the choice that a word names; the usual one, which is the first, where it names none.
  private static <T> T find(T[] choices, Function<T, String> word, Optional<String> wanted) {
    return Arrays.stream(choices)
        .filter(it -> wanted.filter(word.apply(it)::equals).isPresent())
        .findFirst()
        .orElse(choices[0]);
  }
}
