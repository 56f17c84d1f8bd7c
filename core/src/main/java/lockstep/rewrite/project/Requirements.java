package lockstep.rewrite.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import lockstep.rewrite.project.EditedText.Left;
import lockstep.rewrite.project.Packages.Pin;

/// A file of requirements as pip reads it (pip 25, "Requirements File Format").
public final class Requirements {
  private static final Pattern CLIENT =
      Pattern.compile("(?i)\\s*prisma\\s*(?:\\[[^]]*])?\\s*(?:[=<>!~;@(].*|#.*)?");
  private static final Pattern NAME = Pattern.compile("^\\s*([A-Za-z0-9][A-Za-z0-9._-]*)");

  /// An SQLAlchemy that has no `Mapped` yet.
  private static final Pattern OLD =
      Pattern.compile(
          "(?i)^sqlalchemy\\s*(?:\\[[^]]*])?\\s*(?:.*,\\s*)?(?:[=~]=\\s*[01]\\.|<\\s*2\\b|<=\\s*1\\.)");

  private static final Pattern INCLUDED =
      Pattern.compile("(?m)^\\s*(?:-r|--requirement)[\\s=]*(\\S+)");
  private static final Pattern VIA = Pattern.compile("(?i)\\s*#\\s*via\\s+prisma\\b.*");

  private Requirements() {}

  /// Whether the client is still needed beside what comes for it.
  public enum Client {
    GOES,
    STAYS
  }

  /// Returns the file with the pins where the client was; the same text where it names no client.
  public static EditedText edit(String text, List<Pin> pins, Client client) {
    var lines = text.split("(?<=\n)", -1);
    var out = new StringBuilder();
    var left = new ArrayList<Left>();
    var hasHashes = text.contains("--hash=");
    for (var i = 0; i < lines.length; i++) {
      var bare = lines[i].strip();
      if (VIA.matcher(bare).matches()) {
        left.add(new Left(i + 1, "What stands above it was needed by the client."));
      }
      if (namesClient(text) && OLD.matcher(bare).find()) {
        left.add(new Left(i + 1, "What is written now needs SQLAlchemy 2.0 or later."));
      }
      if (!CLIENT.matcher(bare.replaceFirst("\\\\$", "").strip()).matches()) {
        out.append(lines[i]);
        continue;
      }
      if (hasHashes) {
        left.add(
            new Left(
                i + 1,
                "The file has hashes: change what it is compiled from, and compile it again."));
        out.append(lines[i]);
        continue;
      }
      if (client == Client.STAYS) {
        out.append(lines[i]);
      }
      var lineEnd = lines[i].endsWith("\r\n") ? "\r\n" : "\n";
      if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
        out.append(lineEnd);
      }
      for (var pin : pins) {
        if (isMissing(pin, lines)) {
          out.append(pin.requirement()).append(lineEnd);
        }
      }
    }
    return new EditedText(out.toString(), left);
  }

  /// Returns whether the file asks for the client.
  public static boolean namesClient(String text) {
    return text.lines().anyMatch(it -> CLIENT.matcher(it.strip()).matches());
  }

  /// Returns the files that a file takes in, as it names them: relative to its own folder.
  public static List<String> included(String text) {
    return INCLUDED.matcher(text).results().map(it -> it.group(1)).toList();
  }

  private static boolean isMissing(Pin pin, String[] lines) {
    for (var line : lines) {
      var name = NAME.matcher(line);
      if (name.find() && normalized(name.group(1)).equals(pin.name())) {
        return false;
      }
    }
    return true;
  }

  /// Names are the same whatever their case and their hyphens are (PEP 503).
  private static String normalized(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
  }
}
