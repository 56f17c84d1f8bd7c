package lockstep.acceptance.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lockstep.acceptance.oracle.Checkout;

/// The schemas in `acceptance/cases`, many to a file, written by hand where a rule is easily
/// missed.
///
/// A line `//// [escaped] [whole] name` begins one. It gets the usual datasource unless it is
/// whole; in one that is escaped, `\r` and the like stand for what Java makes of them.
final class CaseFiles {
  private static final Pattern BEGINNING = Pattern.compile("(?m)^//// (escaped )?(whole )?(.*)\n");
  private static final Pattern CODE_UNIT = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

  private CaseFiles() {}

  static void addTo(Rules rules) {
    try (var files = Files.list(Checkout.acceptance("cases"))) {
      files.sorted().forEach(it -> add(it, rules));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Path file, Rules rules) {
    var content = read(file);
    var beginnings = BEGINNING.matcher(content).results().toList();
    for (var i = 0; i < beginnings.size(); i++) {
      var it = beginnings.get(i);
      var end = i + 1 < beginnings.size() ? beginnings.get(i + 1).start() : content.length();
      var body = content.substring(it.end(), end);
      var text = it.group(1) == null ? body : unescaped(body);
      if (it.group(2) == null) {
        rules.add(it.group(3), text);
      } else {
        rules.addWhole(it.group(3), text);
      }
    }
  }

  private static String unescaped(String text) {
    return CODE_UNIT
        .matcher(text)
        .replaceAll(it -> Matcher.quoteReplacement(unit(it.group(1))))
        .translateEscapes();
  }

  private static String unit(String digits) {
    return String.valueOf((char) Integer.parseInt(digits, 16));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
