package lockstep.emit.sqlalchemy;

import java.util.List;
import lockstep.emit.python.Imports;

/// Writes the functions that make what clients fill in: identifiers and the time.
///
/// Their formats are those of the npm packages `cuid` 2, `@paralleldrive/cuid2` 2, `nanoid` 5 and
/// `ulid` 3, and of RFC 9562.
final class IdsFile {
  private IdsFile() {}

  /// One function or constant, what it imports and what it is used for.
  private record Part(List<Symbol> usedFor, List<String> imports, String source) {
    boolean isNeeded(Usage usage) {
      return usage.hasAny(usedFor.toArray(Symbol[]::new));
    }
  }

  static boolean isNeeded(Usage usage) {
    return PARTS.stream().anyMatch(it -> it.isNeeded(usage));
  }

  static void write(PythonFile file, Usage usage) {
    var needed = PARTS.stream().filter(it -> it.isNeeded(usage)).toList();
    if (!needed.isEmpty()) {
      file.module().paragraph();
    }
    for (var part : needed) {
      part.imports().forEach(it -> add(file.module().imports(), it));
      if (part.source().startsWith("def ")) {
        file.module().definition();
      }
      file.module().source(part.source());
    }
  }

  private static void add(Imports imports, String statement) {
    var space = statement.indexOf(' ');
    if (space > 0 && !statement.contains(" as ")) {
      imports.standard(statement.substring(0, space), statement.substring(space + 1));
    } else {
      imports.standard(statement);
    }
  }

  private static final List<Part> PARTS =
      List.of(
          new Part(
              List.of(Symbol.NEW_CUID, Symbol.NEW_CUID2),
              List.of("string"),
              """
              BASE36 = string.digits + string.ascii_lowercase
              """),
          new Part(
              List.of(Symbol.NEW_CUID),
              List.of("itertools", "secrets"),
              """
              CUID_COUNT = itertools.count(secrets.randbelow(36**4))
              """),
          new Part(
              List.of(Symbol.NEW_CUID2),
              List.of("itertools", "secrets"),
              """
              CUID2_COUNT = itertools.count(secrets.randbelow(476782367))
              """),
          new Part(
              List.of(Symbol.NEW_ULID),
              List.of(),
              """
              CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
              """),
          new Part(
              List.of(Symbol.NEW_NANOID),
              List.of("string"),
              """
              URL_SAFE = string.ascii_letters + string.digits + "_-"
              """),
          new Part(
              List.of(Symbol.NEW_CUID, Symbol.NEW_CUID2),
              List.of(),
              """
              def base36(number: int) -> str:
                  digits = ""
                  while number or not digits:
                      number, digit = divmod(number, 36)
                      digits = BASE36[digit] + digits
                  return digits
              """),
          new Part(
              List.of(Symbol.NEW_CUID),
              List.of("os", "platform", "secrets", "time"),
              """
              def new_cuid() -> str:
                  \"""Return a CUID: a ``c``, the time, a count, this process, random digits.\"""
                  host = platform.node()
                  host_number = sum(map(ord, host)) + len(host) + 36
                  return "".join(
                      (
                          "c",
                          base36(time.time_ns() // 1_000_000),
                          base36(next(CUID_COUNT) % 36**4).rjust(4, "0"),
                          base36(os.getpid())[-2:].rjust(2, "0"),
                          base36(host_number)[-2:].rjust(2, "0"),
                          base36(secrets.randbelow(36**8)).rjust(8, "0"),
                      )
                  )
              """),
          new Part(
              List.of(Symbol.NEW_CUID2),
              List.of("hashlib", "os", "platform", "secrets", "string", "time"),
              """
              def new_cuid2() -> str:
                  \"""Return a CUID2: a letter and 23 digits that tell nothing.\"""
                  sources = (
                      base36(time.time_ns() // 1_000_000),
                      secrets.token_hex(24),
                      base36(next(CUID2_COUNT)),
                      f"{platform.node()}{os.getpid()}",
                  )
                  digest = hashlib.sha3_512("".join(sources).encode()).digest()
                  digits = base36(int.from_bytes(digest))[1:24]
                  return secrets.choice(string.ascii_lowercase) + digits
              """),
          new Part(
              List.of(Symbol.NEW_UUID4),
              List.of("uuid", "uuid UUID"),
              """
              def new_uuid4() -> UUID:
                  \"""Return a random UUID.\"""
                  return uuid.uuid4()
              """),
          new Part(
              List.of(Symbol.NEW_UUID4_TEXT),
              List.of("uuid"),
              """
              def new_uuid4_text() -> str:
                  \"""Return a random UUID as text.\"""
                  return str(uuid.uuid4())
              """),
          new Part(
              List.of(Symbol.NEW_UUID7, Symbol.NEW_UUID7_TEXT),
              List.of("secrets", "time", "uuid UUID"),
              """
              def new_uuid7() -> UUID:
                  \"""Return a UUID that sorts by the time it was made at (RFC 9562).\"""
                  number = (time.time_ns() // 1_000_000) << 80 | secrets.randbits(80)
                  version = 0x7 << 76 | number & ~(0xF << 76)
                  return UUID(int=0x2 << 62 | version & ~(0x3 << 62))
              """),
          new Part(
              List.of(Symbol.NEW_UUID7_TEXT),
              List.of(),
              """
              def new_uuid7_text() -> str:
                  \"""Return such a UUID as text.\"""
                  return str(new_uuid7())
              """),
          new Part(
              List.of(Symbol.NEW_ULID),
              List.of("secrets", "time"),
              """
              def new_ulid() -> str:
                  \"""Return a ULID: 26 characters that sort by the time it was made at.\"""
                  number = (time.time_ns() // 1_000_000) << 80 | secrets.randbits(80)
                  return "".join(CROCKFORD[number >> shift & 31] for shift in range(125, -1, -5))
              """),
          new Part(
              List.of(Symbol.NEW_NANOID),
              List.of("secrets"),
              """
              def new_nanoid(length: int = 21) -> str:
                  \"""Return random characters that need no escape in an address.\"""
                  return "".join(URL_SAFE[it & 63] for it in secrets.token_bytes(length))
              """),
          new Part(
              List.of(Symbol.UTC_NOW),
              List.of("datetime as dt"),
              """
              def utc_now() -> dt.datetime:
                  \"""Return the time in UTC without a zone, to the millisecond.\"""
                  now = dt.datetime.now(dt.UTC)
                  return now.replace(microsecond=now.microsecond // 1000 * 1000, tzinfo=None)
              """),
          new Part(
              List.of(Symbol.UTC_NOW_WITH_ZONE),
              List.of("datetime as dt"),
              """
              def utc_now_with_zone() -> dt.datetime:
                  \"""Return the time in UTC, to the millisecond.\"""
                  now = dt.datetime.now(dt.UTC)
                  return now.replace(microsecond=now.microsecond // 1000 * 1000)
              """));
}
