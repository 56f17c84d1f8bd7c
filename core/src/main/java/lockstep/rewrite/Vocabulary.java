package lockstep.rewrite;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lockstep.emit.Names;
import lockstep.mapping.Field;
import lockstep.mapping.Reading;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.schema.ColumnType;
import lockstep.schema.ColumnValue;
import lockstep.schema.Identifier;

/// What the client calls things, and what models call them.
public final class Vocabulary {
  /// What the client calls a model, where its comment says (Prisma Client Python 0.15, Config).
  private static final Pattern INSTANCE_NAME =
      Pattern.compile("@Python\\(\\s*instance_name:\\s*\"([^\"]+)\"\\s*\\)");

  private final Map<String, Entity> byAccessor = new LinkedHashMap<>();
  private final Map<String, Entity> byModel = new LinkedHashMap<>();
  private final Set<String> plainTimes = new HashSet<>();
  private final List<Names.OfEnum> enums;
  private final String models;
  private final String session;
  private final Clients clients;
  private final RequestClasses requests;
  private final IncludeConstants includes;
  private final RowFunctions functions;
  private final HandedClients handed;

  private Vocabulary(
      List<Names.OfEnum> enums,
      String models,
      String session,
      Clients clients,
      RequestClasses requests,
      IncludeConstants includes,
      RowFunctions functions,
      HandedClients handed) {
    this.handed = handed;
    this.clients = clients;
    this.functions = functions;
    this.includes = includes;
    this.requests = requests;
    this.enums = enums;
    this.models = models;
    this.session = session;
  }

  /// @param models the package that exports all models, as in `app.models`
  /// @param session the module that has `AsyncSessionLocal`, as in `app.core.database`
  public static Vocabulary of(Reading reading, Names names, String models, String session) {
    var vocabulary =
        new Vocabulary(
            names.enums(),
            models,
            session,
            Clients.NONE,
            RequestClasses.NONE,
            IncludeConstants.NONE,
            RowFunctions.NONE,
            HandedClients.NONE);
    for (var model : reading.mapping().models()) {
      var types = new LinkedHashMap<Identifier, ColumnType>();
      var nullable = new LinkedHashSet<Identifier>();
      var lists = new LinkedHashSet<Identifier>();
      reading
          .schema()
          .tables()
          .filter(it -> it.name().equals(model.relation()))
          .flatMap(it -> it.value().columns().stream())
          .forEach(
              it -> {
                types.put(it.name(), it.type());
                if (it.isNullable()) {
                  nullable.add(it.name());
                  if (it.type() instanceof ColumnType.Array
                      && it.value() instanceof ColumnValue.None) {
                    lists.add(it.name());
                  }
                }
              });
      names
          .model(model.name())
          .filter(it -> it.form() == Names.Form.CLASS)
          .ifPresent(it -> vocabulary.add(new Entity(model, it, types, nullable, lists)));
    }
    return vocabulary;
  }

  private void add(Entity entity) {
    byModel.put(entity.model().name(), entity);
    entity
        .model()
        .scalars()
        .map(Field.Scalar::name)
        .filter(entity::isPlainTime)
        .forEach(plainTimes::add);
    var said = entity.model().documentation().map(INSTANCE_NAME::matcher).filter(Matcher::find);
    var accessor = said.map(it -> it.group(1)).orElse(entity.model().name());
    byAccessor.put(accessor.toLowerCase(Locale.ROOT), entity);
  }

  /// Returns the model behind an attribute of the client, as in `db.user` (Prisma Client Python
  /// 0.15: the model's name in small letters).
  Optional<Entity> byAccessor(String attribute) {
    return Optional.ofNullable(byAccessor.get(attribute));
  }

  /// Returns what a field is called now that is called so in all models that have it; empty where
  /// its name has no capital letter, for other things are called so too.
  Optional<String> renamed(String field) {
    if (field.chars().noneMatch(Character::isUpperCase)) {
      return Optional.empty();
    }
    var names =
        byModel.values().stream()
            .flatMap(it -> it.field(field).map(it::attribute).stream())
            .distinct()
            .toList();
    return names.size() == 1 && !names.getFirst().equals(field)
        ? Optional.of(names.getFirst())
        : Optional.empty();
  }

  /// Returns whether a field has times without a zone in any model.
  boolean mayBePlainTime(String field) {
    return plainTimes.contains(field);
  }

  /// Returns whether a field has times without a zone in all models that have it.
  boolean isPlainTime(String field) {
    var models = byModel.values().stream().filter(it -> it.field(field).isPresent()).toList();
    return !models.isEmpty() && models.stream().allMatch(it -> it.isPlainTime(field));
  }

  Optional<Entity> model(String name) {
    return Optional.ofNullable(byModel.get(name));
  }

  /// Returns the one model that shows a table; empty where there are several, or none.
  ///
  /// @param schema that the table is said to be in; empty where it is not said
  Optional<Entity> byTable(Optional<String> schema, String table) {
    var found =
        byModel.values().stream()
            .filter(it -> it.names().relation().name().text().equals(table))
            .toList();
    return found.size() == 1
        ? found.stream().filter(it -> schema.isEmpty() || isIn(it, schema.get())).findFirst()
        : Optional.empty();
  }

  private static boolean isIn(Entity entity, String schema) {
    return entity.names().relation().namespace().text().equals(schema);
  }

  /// Returns what code calls a member of an enum; empty for what is none.
  Optional<String> member(ColumnType type, String member) {
    return enumOf(type)
        .flatMap(
            it -> it.members().stream().filter(each -> each.member().equals(member)).findFirst())
        .map(Names.OfMember::symbol);
  }

  Optional<Names.OfEnum> enumOf(ColumnType type) {
    return type instanceof ColumnType.Enumerated(var name)
        ? enums.stream().filter(it -> it.type().equals(name)).findFirst()
        : Optional.empty();
  }

  Optional<Names.OfEnum> enumNamed(String name) {
    return enums.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  /// Returns the same words where it is known which clients, models of Pydantic, dicts to include
  /// by and functions that return rows files make for others to import.
  public Vocabulary with(Stream<PythonFile> files) {
    var made = new LinkedHashMap<String, Set<String>>();
    var returning = new LinkedHashMap<String, Set<String>>();
    var elsewhere = new LinkedHashMap<String, Set<String>>();
    var shapes = new LinkedHashMap<String, Map<String, Optional<RequestClasses.Shape>>>();
    var includes = new LinkedHashMap<String, IncludeConstants.Module>();
    var functions = new LinkedHashMap<String, Map<String, Optional<RowFunctions.Returned>>>();
    var handing = new LinkedHashMap<String, Handing>();
    for (var it : files.map(Made::of).toList()) {
      includes.put(it.path(), it.includes());
      functions.put(it.path(), it.functions());
      handing.put(it.path(), it.handing());
      made.computeIfAbsent(it.module(), _ -> new LinkedHashSet<>()).addAll(it.clients());
      returning.computeIfAbsent(it.module(), _ -> new LinkedHashSet<>()).addAll(it.returning());
      elsewhere.computeIfAbsent(it.module(), _ -> new LinkedHashSet<>()).addAll(it.elsewhere());
      RequestClasses.add(it.module(), it.shapes(), shapes);
    }
    var other =
        new Vocabulary(
            enums,
            models,
            session,
            new Clients(made, returning, elsewhere),
            new RequestClasses(shapes),
            new IncludeConstants(new Modules<>(includes)),
            new RowFunctions(new Modules<>(functions)),
            HandedClients.of(handing));
    byModel.values().forEach(other::add);
    return other;
  }

  /// Returns the same words where some parameters that are given transactions cannot be sessions.
  public Vocabulary without(Set<Handed.Parameter> sessions) {
    var other =
        new Vocabulary(
            enums,
            models,
            session,
            clients,
            requests,
            includes,
            functions,
            handed.without(sessions));
    byModel.values().forEach(other::add);
    return other;
  }

  /// What one file makes that others may import.
  private record Made(
      String module,
      String path,
      Set<String> clients,
      Set<String> returning,
      Set<String> elsewhere,
      Map<String, Optional<RequestClasses.Shape>> shapes,
      IncludeConstants.Module includes,
      Map<String, Optional<RowFunctions.Returned>> functions,
      Handing handing) {
    static Made of(PythonFile file) {
      return new Made(
          Clients.module(file),
          Modules.name(file),
          Clients.made(file),
          Clients.returning(file),
          OwnDatabases.made(file),
          RequestClasses.of(file),
          IncludeConstants.Module.of(file),
          RowFunctions.of(file),
          Handing.of(file));
    }
  }

  RequestClasses requests() {
    return requests;
  }

  IncludeConstants includes() {
    return includes;
  }

  RowFunctions functions() {
    return functions;
  }

  HandedClients handed() {
    return handed;
  }

  /// Returns whether the database calls each member of an enum as code does.
  boolean areStoredByName(ColumnType type) {
    return enumOf(type)
        .filter(it -> it.members().stream().allMatch(one -> one.value().equals(one.member())))
        .isPresent();
  }

  Clients clients() {
    return clients;
  }

  String models() {
    return models;
  }

  String session() {
    return session;
  }

  /// Returns the module of what serves dicts that are only known when they run; it lies beside the
  /// sessions.
  public String helpers() {
    return session.substring(0, session.lastIndexOf('.') + 1) + "lockstep_queries";
  }

  /// Returns what attributes are called that have another name than their field, by class.
  Map<String, Map<String, String>> otherNames() {
    var all = new LinkedHashMap<String, Map<String, String>>();
    for (var entity : byModel.values()) {
      var names = entity.otherNames();
      if (!names.isEmpty()) {
        all.put(entity.className(), names);
      }
    }
    return all;
  }

  /// Returns what the client calls members that have another name, by enum.
  Map<String, Map<String, String>> otherMembers() {
    var all = new LinkedHashMap<String, Map<String, String>>();
    for (var it : enums) {
      var names = new LinkedHashMap<String, String>();
      it.members().stream()
          .filter(one -> !one.symbol().equals(one.member()))
          .forEach(one -> names.put(one.symbol(), one.member()));
      if (!names.isEmpty()) {
        all.put(it.symbol(), names);
      }
    }
    return all;
  }

  /// Returns the fields of compound keys, by what the client calls them.
  Map<String, List<String>> compoundKeys() {
    var all = new LinkedHashMap<String, List<String>>();
    for (var entity : byModel.values()) {
      entity.model().keys().stream()
          .filter(it -> it.fields().size() > 1)
          .forEach(it -> all.put(it.clientName(), it.fields()));
    }
    return all;
  }
}
