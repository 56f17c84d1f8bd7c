package lockstep.engine.workflow;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import lockstep.text.Sha256;

/// A script as `pg_dump` writes it, cut at the comment that heads each object and the rows of each
/// table: of each entry a digest, so that two dumps of any size can be compared.
///
/// @param digests by what the comment names, as in `public.users; TABLE DATA`
record DumpEntries(Map<String, String> digests) {
  /// As in `-- Data for Name: users; Type: TABLE DATA; Schema: public; Owner: app` (pg_dump 15).
  private static final Pattern HEAD =
      Pattern.compile("-- (?:Data for )?Name: (.*); Type: ([A-Z ]+); Schema: ([^;]*);.*");

  private static final String END = "-- PostgreSQL database dump complete";

  /// How much of a line is looked at: no comment is longer.
  private static final int LONGEST = 1000;

  /// Reads a script to its end.
  static DumpEntries read(InputStream script) throws IOException {
    var entries = new TreeMap<String, MessageDigest>();
    // What comes before the first entry says how the script was made.
    var current = Sha256.digest();
    var line = new ByteArrayOutputStream();
    var in = new BufferedInputStream(script, 1 << 16);
    for (var next = in.read(); next >= 0; next = in.read()) {
      if (next != '\n') {
        line.write(next);
        if (line.size() < LONGEST) {
          continue;
        }
      }
      current = take(line, current, entries);
      line.reset();
    }
    take(line, current, entries);
    var digests = new TreeMap<String, String>();
    entries.forEach((name, digest) -> digests.put(name, hex(digest)));
    return new DumpEntries(digests);
  }

  private static MessageDigest take(
      ByteArrayOutputStream line, MessageDigest current, Map<String, MessageDigest> entries) {
    var text = line.toString(StandardCharsets.UTF_8);
    // Later minor versions guard a script by a word that is another one each time.
    if (text.startsWith("\\restrict ") || text.startsWith("\\unrestrict ") || text.equals(END)) {
      return current;
    }
    var head = HEAD.matcher(text);
    if (!head.matches()) {
      current.update(line.toByteArray());
      current.update((byte) '\n');
      return current;
    }
    var name = "%s.%s; %s".formatted(head.group(3), head.group(1), head.group(2));
    return entries.computeIfAbsent(name, _ -> Sha256.digest());
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /// Returns what the two do not have alike.
  List<String> differences(DumpEntries other) {
    var names = new TreeMap<>(digests);
    names.putAll(other.digests);
    var differences = new ArrayList<>(names.keySet());
    differences.removeIf(
        it -> digests.getOrDefault(it, "").equals(other.digests.getOrDefault(it, "")));
    return List.copyOf(differences);
  }
}
