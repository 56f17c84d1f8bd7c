package lockstep.emit.sqlalchemy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.NameStyle;
import lockstep.mapping.EnumView;
import lockstep.mapping.Field;
import lockstep.mapping.Mapping;
import lockstep.mapping.Model;
import lockstep.schema.EnumType;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.Table;
import lockstep.schema.View;

/// Decides what becomes a class and what a plain table, and gives everything its Python name.
///
/// The rules, in one place: snake case of the field (or the field as it is); what Python,
/// SQLAlchemy or the generated module itself needs gets an underscore, and so does the later of two
/// equal names. Classes and enums share one set of names, as their package exports them all.
final class Naming {
  private final NameRules rules;
  private final Map<QualifiedName, Table> tablesByName = new LinkedHashMap<>();
  private final Map<QualifiedName, View> viewsByName = new LinkedHashMap<>();
  private final List<Entity> entities = new ArrayList<>();
  private final List<CoreTable> tables = new ArrayList<>();
  private final List<PythonEnum> enums = new ArrayList<>();
  private final List<PythonDomain> domains = new ArrayList<>();

  Naming(Schema schema, Mapping mapping, NameStyle style) {
    this.rules = new NameRules(style);
    schema.tables().forEach(it -> tablesByName.put(it.name(), it.value()));
    for (var namespace : schema.namespaces()) {
      for (var view : namespace.views()) {
        viewsByName.put(QualifiedName.of(namespace.name(), view.name()), view);
      }
    }
    var classes = new NameScope(Set.copyOf(Reserved.CLASSES), Naming::classFallback);
    var mapped = mapping.models().stream().filter(this::isClass).toList();
    var classNames = classes.assign(mapped, Model::name, it -> rules.className(it.name()));
    enums(schema, mapping, classes);
    var modules = new NameScope(Reserved.MODULES, NameScope.Fallback::underscores);
    var moduleNames = modules(modules, classNames);
    tables(schema, mapping, new HashSet<>(moduleNames));
    domains(schema);
    var reserved = reservedAttributes(style, classNames);
    for (var i = 0; i < mapped.size(); i++) {
      entities.add(entity(mapped.get(i), classNames.get(i), moduleNames.get(i), reserved));
    }
  }

  List<Entity> entities() {
    return entities;
  }

  List<CoreTable> tables() {
    return tables;
  }

  List<PythonEnum> enums() {
    return enums;
  }

  List<PythonDomain> domains() {
    return domains;
  }

  private static String classFallback(String wanted, int attempt) {
    return attempt == 1 ? wanted + "Model" : wanted + "Model" + attempt;
  }

  private static List<String> modules(NameScope scope, List<String> classNames) {
    return scope.assign(
        classNames,
        it -> it,
        it -> {
          var module = NameRules.module(it);
          return Reserved.KEYWORDS.contains(module) ? module + "_" : module;
        });
  }

  private boolean isClass(Model model) {
    if (model.visibility() == Model.Visibility.IGNORED) {
      return false;
    }
    var hasKey = !model.keys().isEmpty();
    return switch (model.kind()) {
      case TABLE ->
          Optional.ofNullable(tablesByName.get(model.relation()))
              .filter(it -> hasKey || it.primaryKey().isPresent())
              .isPresent();
      case VIEW -> hasKey && viewsByName.containsKey(model.relation());
    };
  }

  private void enums(Schema schema, Mapping mapping, NameScope classes) {
    var types = new ArrayList<Schema.Named<EnumType>>();
    for (var namespace : schema.namespaces()) {
      for (var type : namespace.enums()) {
        types.add(new Schema.Named<>(QualifiedName.of(namespace.name(), type.name()), type));
      }
    }
    var views = new HashMap<QualifiedName, EnumView>();
    mapping.enums().forEach(it -> views.put(it.type(), it));
    var named = types.stream().map(it -> enumName(it, views.get(it.name()))).toList();
    var classNames = classes.assign(named, it -> it, rules::className);
    for (var i = 0; i < types.size(); i++) {
      var view = Optional.ofNullable(views.get(types.get(i).name()));
      enums.add(
          new PythonEnum(
              named.get(i),
              types.get(i).name(),
              types.get(i).value(),
              classNames.get(i),
              members(types.get(i).value(), view),
              view.flatMap(EnumView::documentation)));
    }
  }

  private static String enumName(Schema.Named<EnumType> type, EnumView view) {
    return view == null ? type.name().name().text() : view.name();
  }

  private List<PythonEnum.Member> members(EnumType type, Optional<EnumView> view) {
    var views = new HashMap<String, EnumView.Member>();
    view.ifPresent(it -> it.members().forEach(member -> views.put(member.value(), member)));
    var names =
        type.values().stream()
            .map(it -> views.containsKey(it) ? views.get(it).name() : it)
            .toList();
    var reserved = new HashSet<>(Reserved.MEMBERS);
    reserved.addAll(Reserved.KEYWORDS);
    var symbols =
        new NameScope(reserved, NameScope.Fallback::underscores)
            .assign(names, it -> it, rules::member);
    var members = new ArrayList<PythonEnum.Member>();
    for (var i = 0; i < symbols.size(); i++) {
      var value = type.values().get(i);
      var documentation =
          Optional.ofNullable(views.get(value)).flatMap(EnumView.Member::documentation);
      members.add(new PythonEnum.Member(names.get(i), symbols.get(i), value, documentation));
    }
    return List.copyOf(members);
  }

  private void tables(Schema schema, Mapping mapping, Set<String> modules) {
    var models = new LinkedHashMap<QualifiedName, Model>();
    mapping.models().forEach(it -> models.put(it.relation(), it));
    var names = new LinkedHashSet<QualifiedName>();
    schema.tables().forEach(it -> names.add(it.name()));
    names.addAll(viewsByName.keySet());
    names.removeIf(it -> models.containsKey(it) && isClass(models.get(it)));
    var variables = new NameScope(modules, NameScope.Fallback::underscores);
    for (var name : names) {
      var model = Optional.ofNullable(models.get(name));
      var table = Optional.ofNullable(tablesByName.get(name));
      var base = model.map(Model::name).orElse(name.name().text());
      var suffix = table.isPresent() ? "_table" : "_view";
      tables.add(
          new CoreTable(
              name,
              model,
              table,
              table.map(Table::columns).orElseGet(() -> viewsByName.get(name).columns()),
              variables.take(NameRules.variable(base, suffix))));
    }
  }

  private void domains(Schema schema) {
    var variables = new NameScope(Set.of(), NameScope.Fallback::underscores);
    for (var namespace : schema.namespaces()) {
      for (var domain : namespace.domains()) {
        var variable = NameRules.variable(domain.name().text(), "_domain");
        var name = QualifiedName.of(namespace.name(), domain.name());
        domains.add(new PythonDomain(name, domain, variables.take(variable)));
      }
    }
  }

  private Set<String> reservedAttributes(NameStyle style, Collection<String> classNames) {
    var reserved = new HashSet<>(Reserved.ATTRIBUTES);
    reserved.addAll(Reserved.KEYWORDS);
    tables.forEach(it -> reserved.add(it.variable()));
    domains.forEach(it -> reserved.add(it.variable()));
    if (style == NameStyle.FIELD) {
      reserved.addAll(classNames);
      reserved.addAll(Reserved.CLASSES);
      enums.forEach(it -> reserved.add(it.className()));
    }
    return reserved;
  }

  private Entity entity(Model model, String className, String module, Set<String> reserved) {
    var table = Optional.ofNullable(tablesByName.get(model.relation()));
    var columns =
        table.map(Table::columns).orElseGet(() -> viewsByName.get(model.relation()).columns());
    var fields = new LinkedHashMap<Identifier, String>();
    model.scalars().forEach(it -> fields.put(it.column(), it.name()));
    var wanted = new ArrayList<String>();
    columns.forEach(it -> wanted.add(fields.getOrDefault(it.name(), it.name().text())));
    model.relations().filter(this::isVisible).map(Field::name).forEach(wanted::add);
    var names =
        new NameScope(reserved, NameScope.Fallback::underscores)
            .assign(wanted, it -> it, rules::attribute);
    var byColumn = new LinkedHashMap<Identifier, String>();
    var byField = new LinkedHashMap<String, String>();
    for (var i = 0; i < wanted.size(); i++) {
      if (i < columns.size()) {
        byColumn.put(columns.get(i).name(), names.get(i));
        if (!fields.containsKey(columns.get(i).name())) {
          continue;
        }
      }
      byField.put(wanted.get(i), names.get(i));
    }
    return new Entity(model, table, columns, className, module, byColumn, byField);
  }

  private boolean isVisible(Field field) {
    return field.visibility() == Model.Visibility.VISIBLE;
  }
}
