package lockstep.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lockstep.mapping.EnumView;
import lockstep.mapping.Field;
import lockstep.mapping.Mapping;
import lockstep.mapping.Model;
import lockstep.schema.EnumType;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.ObjectPath.Kind;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.Table;

/// Finds out what somebody says has another name now.
public final class Renames {
  private static final Pattern MARK = Pattern.compile("(?m)^\\s*@renamed from (\\S+)\\s*$");

  private Renames() {}

  /// Returns what the marks `@renamed from old_name` in documentation mean, as far as the old name
  /// is there and the new one is not: a mark may stay when its work is done.
  public static List<Rename> marked(Mapping mapping, Schema from, Schema to) {
    var renames = new ArrayList<Rename>();
    for (var model : mapping.models()) {
      marked(model, from, to, renames);
    }
    for (var type : mapping.enums()) {
      marked(type, from, to, renames);
    }
    return List.copyOf(renames);
  }

  /// Returns what a text such as `users.age=years` means; empty where there is no such thing. A
  /// name may have a `=` of its own: a reading whose new name shall be there comes first.
  public static Optional<Rename> written(String text, Schema from, Schema to) {
    var readings = new ArrayList<Rename>();
    for (var at = text.indexOf('='); at >= 0; at = text.indexOf('=', at + 1)) {
      var name = text.substring(at + 1).strip();
      var parts = List.of(text.substring(0, at).strip().split("\\."));
      if (!name.isEmpty()) {
        candidates(parts, name, from)
            .flatMap(it -> inItsPlace(it, to).stream())
            .filter(it -> !it.makesRoomFor(it))
            .forEach(readings::add);
      }
    }
    return readings.stream()
        .filter(it -> isNameIn(it, to))
        .findFirst()
        .or(() -> readings.stream().findFirst());
  }

  /// Returns a rename whose new name may have been written with what stands before it, as in
  /// `public.users=public.people`; empty where something else would stand before it. A name may
  /// have a dot of its own.
  private static Optional<Rename> inItsPlace(Rename rename, Schema to) {
    if (!rename.to().contains(".") || isNameIn(rename, to)) {
      return Optional.of(rename);
    }
    var place =
        rename
            .value()
            .map(_ -> rename.object())
            .or(() -> rename.object().parent())
            .map(ObjectPath::names)
            .orElse(List.of());
    return Stream.of(dotted(place), dotted(place.subList(place.size() - 1, place.size())))
        .filter(it -> rename.to().startsWith(it) && !rename.to().equals(it))
        .findFirst()
        .map(it -> rename.to(rename.to().substring(it.length())));
  }

  private static String dotted(List<Identifier> names) {
    return String.join("", names.stream().map(it -> it.text() + ".").toList());
  }

  /// Returns whether the new name of a rename is another thing's, and stays so.
  public static boolean isTaken(Rename rename, List<Rename> all, Schema from) {
    return isNameIn(rename, from) && all.stream().noneMatch(it -> it.makesRoomFor(rename));
  }

  /// Returns the same renames so that each finds its new name free: whoever takes a name away comes
  /// first, and where they all wait for each other, one has another name meanwhile. Parts are named
  /// by the name that the whole has before, and so come before it.
  public static List<Rename> inOrder(List<Rename> renames, Schema from) {
    var open = new ArrayList<>(renames);
    open.sort((a, b) -> Integer.compare(b.depth(), a.depth()));
    var ordered = new ArrayList<Rename>();
    while (!open.isEmpty()) {
      var deepest = open.stream().filter(it -> it.depth() == open.getFirst().depth()).toList();
      var free =
          deepest.stream()
              .filter(it -> open.stream().noneMatch(other -> other != it && other.makesRoomFor(it)))
              .findFirst();
      if (free.isPresent()) {
        ordered.add(free.get());
        open.remove(free.get());
      } else {
        var first = deepest.getFirst();
        var away = first.to(meanwhile(first, from));
        ordered.add(away);
        open.set(open.indexOf(first), away.then(first.to()));
      }
    }
    return List.copyOf(ordered);
  }

  private static String meanwhile(Rename rename, Schema from) {
    var name = "lockstep_renamed";
    while (isNameIn(rename.to(name), from)) {
      name += "_";
    }
    return name;
  }

  private static Stream<Rename> candidates(List<String> parts, String to, Schema from) {
    return switch (parts.size()) {
      case 1 -> objects(Schema.DEFAULT_NAMESPACE.text(), parts.get(0), to, from);
      case 2 ->
          Stream.concat(
              parts(Schema.DEFAULT_NAMESPACE.text(), parts.get(0), parts.get(1), to, from),
              objects(parts.get(0), parts.get(1), to, from));
      case 3 -> parts(parts.get(0), parts.get(1), parts.get(2), to, from);
      default -> Stream.empty();
    };
  }

  private static Stream<Rename> objects(String namespace, String name, String to, Schema from) {
    return from.namespace(Identifier.of(namespace)).stream()
        .flatMap(it -> it.objects().stream())
        .filter(it -> it.name().text().equals(name))
        .map(it -> Rename.of(it.path(Identifier.of(namespace)), Identifier.of(to)))
        .filter(it -> it.object().names().size() == 2);
  }

  private static Stream<Rename> parts(
      String namespace, String name, String part, String to, Schema from) {
    var qualified = QualifiedName.of(namespace, name);
    var table = from.table(qualified);
    var ofTable =
        Stream.of(Kind.COLUMN, Kind.CONSTRAINT, Kind.INDEX)
            .map(it -> ObjectPath.of(it, qualified, Identifier.of(part)))
            .filter(it -> table.filter(one -> has(one, it)).isPresent())
            .map(it -> Rename.of(it, Identifier.of(to)));
    var ofEnum =
        from.enumType(qualified).stream()
            .filter(it -> it.values().contains(part))
            .map(_ -> Rename.ofValue(ObjectPath.of(Kind.ENUM, qualified), part, to));
    return Stream.concat(ofTable, ofEnum);
  }

  private static void marked(Model model, Schema from, Schema to, List<Rename> into) {
    var table = model.relation();
    var old =
        mark(model.documentation())
            .map(it -> QualifiedName.of(table.namespace(), Identifier.of(it)))
            .filter(it -> from.table(it).isPresent() && from.table(table).isEmpty());
    old.ifPresent(it -> into.add(Rename.of(ObjectPath.table(it), table.name())));
    var before = old.orElse(table);
    for (var field : model.fields()) {
      if (field instanceof Field.Scalar it) {
        mark(it.documentation())
            .map(name -> ObjectPath.column(before, Identifier.of(name)))
            .filter(path -> exists(path, from))
            .filter(path -> !exists(ObjectPath.column(before, it.column()), from))
            .filter(path -> !exists(ObjectPath.column(table, path.names().getLast()), to))
            .ifPresent(path -> into.add(Rename.of(path, it.column())));
      }
    }
  }

  private static void marked(EnumView type, Schema from, Schema to, List<Rename> into) {
    var name = type.type();
    var old =
        mark(type.documentation())
            .map(it -> QualifiedName.of(name.namespace(), Identifier.of(it)))
            .filter(it -> from.enumType(it).isPresent() && from.enumType(name).isEmpty());
    old.ifPresent(it -> into.add(Rename.of(ObjectPath.of(Kind.ENUM, it), name.name())));
    var before = old.orElse(name);
    var values = from.enumType(before).map(EnumType::values).orElse(List.of());
    var later = to.enumType(name).map(EnumType::values).orElse(List.of());
    for (var value : type.members()) {
      mark(value.documentation())
          .filter(it -> values.contains(it) && !later.contains(it))
          .filter(_ -> !values.contains(value.value()))
          .ifPresent(
              it -> into.add(Rename.ofValue(ObjectPath.of(Kind.ENUM, before), it, value.value())));
    }
  }

  private static Optional<String> mark(Optional<String> documentation) {
    return documentation.map(MARK::matcher).filter(it -> it.find()).map(it -> it.group(1));
  }

  private static boolean isNameIn(Rename rename, Schema schema) {
    return rename
        .value()
        .map(
            _ ->
                schema
                    .object(rename.object())
                    .filter(it -> ((EnumType) it).values().contains(rename.to()))
                    .isPresent())
        .orElseGet(() -> exists(rename.renamed(), schema));
  }

  private static boolean exists(ObjectPath path, Schema in) {
    return path.names().size() == 2
        ? in.object(path).isPresent()
        : in.table(new QualifiedName(path.names().get(0), path.names().get(1)))
            .filter(it -> has(it, path))
            .isPresent();
  }

  private static boolean has(Table table, ObjectPath part) {
    var name = part.names().getLast();
    return switch (part.kind()) {
      case COLUMN -> table.column(name).isPresent();
      case CONSTRAINT -> table.constraint(name).isPresent();
      case INDEX -> table.index(name).isPresent();
      default -> false;
    };
  }
}
