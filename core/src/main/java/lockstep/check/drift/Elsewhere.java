package lockstep.check.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.schema.Access;
import lockstep.schema.Extension;
import lockstep.schema.Identifier;
import lockstep.schema.Namespace;
import lockstep.schema.ObjectPath;
import lockstep.schema.Schema;

/// What a database has and a schema that people wrote does not speak of: namespaces of other
/// programs, extensions that it neither lists nor forbids, owners, and privileges of roles or on
/// objects that it names none for. It is left alone, and named.
public final class Elsewhere {
  private final Findings findings;
  private final boolean isWrittenFirst;
  private final Side written;
  private final Side database;

  private Elsewhere(Side from, Side to) {
    findings = new Findings(from, to);
    isWrittenFirst = from.kind() != Side.Kind.RECORDED;
    written = isWrittenFirst ? from : to;
    database = isWrittenFirst ? to : from;
  }

  /// Returns a note for each such thing.
  ///
  /// @param from what people wrote, or a database
  /// @param to the other of these
  public static List<Drift> leftAlone(Side from, Side to) {
    var elsewhere = new Elsewhere(from, to);
    var all = new ArrayList<Drift>();
    all.addAll(elsewhere.extensions());
    all.addAll(elsewhere.namespaces());
    all.addAll(elsewhere.access());
    return all;
  }

  /// Returns of what was read of a database what a written schema speaks of; owners and privileges
  /// are told apart object by object.
  public static Schema leaveOut(Schema written, Schema read) {
    return new Schema(
        read.extensions().stream().filter(it -> speaksOf(written, it)).toList(),
        read.namespaces().stream().filter(it -> speaksOf(written, it.name())).toList(),
        read.objects(),
        read.dependencies(),
        read.access());
  }

  private static boolean speaksOf(Schema written, Extension extension) {
    return written.extensions().stream().anyMatch(it -> it.name().equals(extension.name()));
  }

  private static boolean speaksOf(Schema written, Identifier namespace) {
    return namespace.equals(Schema.DEFAULT_NAMESPACE) || written.namespace(namespace).isPresent();
  }

  private List<Drift> extensions() {
    return recorded().extensions().stream()
        .filter(it -> !speaksOf(schema(), it))
        .map(it -> object(ObjectPath.extension(it.name())))
        .toList();
  }

  private List<Drift> namespaces() {
    return recorded().namespaces().stream()
        .map(Namespace::name)
        .filter(it -> !speaksOf(schema(), it) && !isHomeOfExtension(it))
        .map(it -> object(ObjectPath.namespace(it)))
        .toList();
  }

  private boolean isHomeOfExtension(Identifier namespace) {
    return recorded().extensions().stream()
        .anyMatch(it -> it.namespace().equals(Optional.of(namespace)));
  }

  private Drift object(ObjectPath path) {
    var fact =
        "%s of %s is not spoken of in %s and was left alone."
            .formatted(Findings.subject(path), database.name(), written.name());
    return drift(path, fact, Optional.empty(), path.kind().word());
  }

  private List<Drift> access() {
    var said = schema().access().isSaid() ? schema().access() : Access.of(Map.of());
    var all = new ArrayList<Drift>();
    said.completedBy(recorded().access())
        .all()
        .forEach(
            (path, kept) -> {
              if (isSpokenOf(path) && !kept.inOrder().equals(said.of(path).inOrder())) {
                all.add(access(path, said.of(path), kept));
              }
            });
    return all;
  }

  private boolean isSpokenOf(ObjectPath path) {
    return switch (path.kind()) {
      case DEFAULT_PRIVILEGES, LANGUAGE -> true;
      case NAMESPACE -> speaksOf(schema(), path.names().getFirst());
      case COLUMN, VIEW_COLUMN -> path.parent().filter(this::isSpokenOf).isPresent();
      default ->
          schema().object(path).isPresent()
              || schema().objects().stream().anyMatch(it -> it.path().equals(path));
    };
  }

  private Drift access(ObjectPath path, Access.Privileges said, Access.Privileges kept) {
    var definition = findings.definition();
    var there = definition.access(kept);
    var fact =
        "%s has the access `%s` in %s, which %s does not speak of and was left alone."
            .formatted(Findings.subject(path), there, database.name(), written.name());
    return drift(
        path, fact, Optional.of(definition.access(said)).filter(it -> !it.isEmpty()), there);
  }

  private Drift drift(ObjectPath path, String fact, Optional<String> said, String there) {
    var value = Optional.of(there);
    return findings.drift(
        DriftCode.LEFT_ALONE,
        path,
        fact,
        isWrittenFirst ? said : value,
        isWrittenFirst ? value : said);
  }

  private Schema schema() {
    return written.reading().schema();
  }

  private Schema recorded() {
    return database.reading().schema();
  }
}
