package lockstep.acceptance.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lockstep.text.SourceText;

/// Holds what Lockstep says about a schema against what Prisma says.
///
/// They agree when each of Prisma's errors and warnings has one of ours on the same line that names
/// the same things, and we say nothing more.
final class Verdicts {
  private static final Pattern QUOTED = Pattern.compile("[\"`']([A-Za-z_]\\w*)[\"`']");

  private Verdicts() {}

  /// @param kind for grouping, as in `missing error: ...`
  /// @param isMinor whether only spans or wordings differ, which is told but not counted
  record Difference(String kind, String detail, boolean isMinor) {}

  static Optional<Difference> compare(List<SourceText> files, List<Said> prisma, List<Said> ours) {
    var missing = new ArrayList<Said>();
    var extra = new ArrayList<>(ours);
    var pairs = new ArrayList<Pair>();
    for (var said : prisma) {
      var match = closest(said, extra);
      match.ifPresentOrElse(
          it -> {
            extra.remove(it);
            pairs.add(new Pair(said, it));
          },
          () -> missing.add(said));
    }
    return kind(prisma, ours, missing, extra)
        .or(() -> subject(files, pairs))
        .map(it -> new Difference(it, detail(missing, extra, pairs), false))
        .or(
            () ->
                span(pairs)
                    .or(() -> fewerNames(files, pairs))
                    .map(it -> new Difference(it, detail(missing, extra, pairs), true)));
  }

  private record Pair(Said prisma, Said ours) {}

  /// Of several on the same line, the one with the same span is meant.
  private static Optional<Said> closest(Said said, List<Said> candidates) {
    var beside = candidates.stream().filter(said::isBesides).toList();
    return beside.stream()
        .filter(it -> it.span().equals(said.span()))
        .findFirst()
        .or(
            () ->
                beside.stream().filter(it -> it.span().start() == said.span().start()).findFirst())
        .or(() -> beside.stream().findFirst());
  }

  private static Optional<String> kind(
      List<Said> prisma, List<Said> ours, List<Said> missing, List<Said> extra) {
    if (missing.isEmpty() && extra.isEmpty()) {
      return Optional.empty();
    }
    if (isInvalid(prisma) && !isInvalid(ours)) {
      return Optional.of("ACCEPTS what Prisma rejects: " + first(missing));
    }
    if (isInvalid(ours) && !isInvalid(prisma)) {
      return Optional.of("REJECTS what Prisma accepts: " + first(extra));
    }
    if (!missing.isEmpty() && !extra.isEmpty()) {
      return Optional.of("other place or rule: " + first(missing) + " <> " + first(extra));
    }
    return Optional.of(
        missing.isEmpty()
            ? "extra " + word(extra) + first(extra)
            : "missing " + word(missing) + first(missing));
  }

  private static boolean isInvalid(List<Said> said) {
    return said.stream().anyMatch(it -> !it.isWarning());
  }

  private static String first(List<Said> said) {
    return said.stream()
        .filter(it -> !it.isWarning())
        .findFirst()
        .or(() -> said.stream().findFirst())
        .map(Said::kind)
        .orElse("");
  }

  private static String word(List<Said> said) {
    return isInvalid(said) ? "error: " : "warning: ";
  }

  /// Of the things that Prisma names, one at least must be named by us, or stand where we point.
  private static Optional<String> subject(List<SourceText> files, List<Pair> pairs) {
    return pairs.stream()
        .filter(it -> !names(files, it).isEmpty())
        .filter(it -> names(files, it).stream().noneMatch(name -> isNamed(files, it.ours, name)))
        .findFirst()
        .map(it -> "other subject: %s <> %s".formatted(it.prisma.kind(), it.ours.kind()));
  }

  private static Optional<String> fewerNames(List<SourceText> files, List<Pair> pairs) {
    return pairs.stream()
        .filter(it -> !names(files, it).stream().allMatch(name -> isNamed(files, it.ours, name)))
        .findFirst()
        .map(
            it ->
                "names fewer (not counted): %s <> %s".formatted(it.prisma.kind(), it.ours.kind()));
  }

  private static List<String> names(List<SourceText> files, Pair pair) {
    return QUOTED
        .matcher(pair.prisma.message())
        .results()
        .map(it -> it.group(1))
        .filter(it -> isInSchema(files, it))
        .toList();
  }

  private static boolean isInSchema(List<SourceText> files, String name) {
    return files.stream().anyMatch(it -> contains(it.content(), name));
  }

  private static boolean isNamed(List<SourceText> files, Said ours, String name) {
    return contains(ours.message(), name)
        || files.stream()
            .filter(it -> it.name().equals(ours.file()))
            .anyMatch(it -> contains(it.text(ours.span()), name));
  }

  private static boolean contains(String text, String name) {
    return Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(text).find();
  }

  private static Optional<String> span(List<Pair> pairs) {
    return pairs.stream()
        .filter(it -> !it.prisma.span().equals(it.ours.span()))
        .findFirst()
        .map(
            it -> "other span (not counted): %s <> %s".formatted(it.prisma.kind(), it.ours.kind()));
  }

  private static String detail(List<Said> missing, List<Said> extra, List<Pair> pairs) {
    var out = new StringBuilder();
    missing.forEach(it -> out.append("Prisma only: ").append(it.show()).append('\n'));
    extra.forEach(it -> out.append("we only:     ").append(it.show()).append('\n'));
    if (missing.isEmpty() && extra.isEmpty()) {
      pairs.forEach(
          it ->
              out.append(
                  "Prisma:      %s%nwe:          %s%n"
                      .formatted(it.prisma.show(), it.ours.show())));
    }
    return out.toString();
  }
}
