package lockstep.rewrite.project;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lockstep.rewrite.project.EditedText.Left;
import lockstep.rewrite.project.Packages.Pin;
import lockstep.rewrite.project.Requirements.Client;

/// The dependencies in a `pyproject.toml`: lists of PEP 621 and PEP 735, tables of Poetry.
public final class Pyproject {
  private static final Pattern SECTION = Pattern.compile("^\\s*\\[+\\s*([^\\]]+?)\\s*]+.*");
  private static final Pattern ITEM =
      Pattern.compile("([\"'])(?i:prisma)\\s*(?:\\[[^]]*])?\\s*(?:[=<>!~;@(](?:(?!\\1).)*)?\\1");
  private static final Pattern ENTRY = Pattern.compile("^(\\s*)prisma\\s*=\\s*\\S.*$");

  /// The package in a list or table that is not edited here.
  private static final Pattern MENTION =
      Pattern.compile("[\"'](?i:prisma)(?:[\\s\\[<>=~!;(][^\"']*)?[\"']|^\\s*(?i:prisma)\\s*=");

  private static final Pattern LISTS =
      Pattern.compile("project|project\\.optional-dependencies|dependency-groups|tool\\.uv.*");
  private static final Pattern TABLES =
      Pattern.compile("tool\\.poetry\\.(?:(?:dev-)?dependencies|group\\.[^.]+\\.dependencies)");

  private Pyproject() {}

  /// Returns the file with the pins where the client was; the same text where it names no client.
  public static EditedText edit(String text, List<Pin> pins, Client client) {
    var out = new StringBuilder();
    var left = new ArrayList<Left>();
    var section = "";
    var number = 0;
    var missing = pins.stream().filter(it -> !isNamed(it, text)).toList();
    var main = main(text);
    for (var line : text.split("(?<=\n)", -1)) {
      number++;
      var heading = SECTION.matcher(line.strip());
      if (heading.matches() && !line.strip().startsWith("[\"")) {
        section = heading.group(1);
        if (section.equals("tool.prisma") || section.matches("tool\\.poetry\\..*\\.prisma")) {
          left.add(new Left(number, "The table is about the client."));
        }
      }
      var isComment = line.strip().startsWith("#");
      if (!isComment && LISTS.matcher(section).matches() && ITEM.matcher(line).find()) {
        out.append(
            list(line, main.isEmpty() || section.equals(main) ? missing : List.of(), client));
      } else if (!isComment
          && TABLES.matcher(section).matches()
          && ENTRY.matcher(line.stripTrailing()).matches()) {
        out.append(
            table(line, main.isEmpty() || section.equals(main) ? missing : List.of(), client));
      } else {
        if (!isComment && MENTION.matcher(line).find()) {
          left.add(new Left(number, "It may name the package of the client."));
        }
        out.append(line);
      }
    }
    return new EditedText(out.toString(), left);
  }

  /// Returns the section of what the project always needs, where the client is in it: extras and
  /// groups come beside that, and need nothing of their own. Empty where it is in those alone.
  private static String main(String text) {
    var section = "";
    for (var line : text.lines().toList()) {
      var heading = SECTION.matcher(line.strip());
      if (heading.matches() && !line.strip().startsWith("[\"")) {
        section = heading.group(1);
      }
      if (!line.strip().startsWith("#")
          && (section.equals("project") && ITEM.matcher(line).find()
              || section.equals("tool.poetry.dependencies") && ENTRY.matcher(line).matches())) {
        return section;
      }
    }
    return "";
  }

  /// Returns whether the file asks for the client.
  public static boolean namesClient(String text) {
    return !edit(text, List.of(), Client.GOES).content().equals(text);
  }

  private static boolean isNamed(Pin pin, String text) {
    var name = Pattern.quote(pin.name());
    return Pattern.compile("(?im)^\\s*%1$s\\s*=|[\"']%1$s\\b".formatted(name)).matcher(text).find();
  }

  /// One item on its line makes lines of its own; one among others stays among them.
  private static String list(String line, List<Pin> pins, Client client) {
    var item = ITEM.matcher(line);
    if (!item.find()) {
      return line;
    }
    var quote = item.group(1);
    var isAlone =
        line.substring(0, item.start()).isBlank()
            && line.substring(item.end()).strip().matches(",?(?:\\s*#.*)?");
    var wanted = new ArrayList<String>();
    if (client == Client.STAYS) {
      wanted.add(item.group());
    }
    pins.forEach(it -> wanted.add(quote + it.requirement() + quote));
    if (wanted.isEmpty()) {
      return without(line, item, isAlone);
    }
    var before = line.substring(0, item.start());
    var after = line.substring(item.end());
    return isAlone ? lines(before, wanted, after) : before + String.join(", ", wanted) + after;
  }

  /// What stands behind the item, a comment too, stays behind the first.
  private static String lines(String before, List<String> wanted, String after) {
    var lineEnd = after.endsWith("\r\n") ? "\r\n" : "\n";
    var comma = after.strip().startsWith(",") ? "," : "";
    var out = new StringBuilder();
    for (var i = 0; i < wanted.size(); i++) {
      var isLast = i == wanted.size() - 1;
      out.append(before).append(wanted.get(i)).append(comma.isEmpty() && !isLast ? "," : "");
      out.append(i == 0 ? after : comma + lineEnd);
    }
    return out.toString();
  }

  private static String without(String line, Matcher item, boolean isAlone) {
    return isAlone
        ? ""
        : line.substring(0, item.start()).replaceFirst(",\\s*$", "")
            + (line.substring(0, item.start()).strip().endsWith(",")
                ? line.substring(item.end())
                : line.substring(item.end()).replaceFirst("^\\s*,\\s*", ""));
  }

  private static String table(String line, List<Pin> pins, Client client) {
    var entry = ENTRY.matcher(line.stripTrailing());
    var indentation = entry.matches() ? entry.group(1) : "";
    var lineEnd = line.endsWith("\r\n") ? "\r\n" : "\n";
    var kept = client == Client.STAYS ? line : "";
    return kept
        + pins.stream().map(it -> indentation + it.entry() + lineEnd).collect(Collectors.joining());
  }
}
