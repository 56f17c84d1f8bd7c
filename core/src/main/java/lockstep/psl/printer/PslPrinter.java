package lockstep.psl.printer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.diagnostic.Diagnostic;
import lockstep.mapping.EnumView;
import lockstep.mapping.Field;
import lockstep.mapping.Mapping;
import lockstep.mapping.Model;
import lockstep.mapping.Model.Visibility;
import lockstep.psl.PslFormatter;
import lockstep.schema.EnumType;
import lockstep.schema.Identifier;
import lockstep.schema.Namespace;
import lockstep.schema.ObjectPath;
import lockstep.schema.PrintedObject;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.text.SourceText;

/// Writes a schema and its mapping as one Prisma schema file.
public final class PslPrinter {
  private final Schema schema;
  private final Mapping mapping;
  private final Losses losses = new Losses();
  private final List<Backing> backings = new ArrayList<>();
  private final PrintedNames names;
  private final Blocks out;

  /// A Prisma schema file, and what it could not say.
  ///
  /// @param text laid out as the formatter does
  /// @param diagnostics warnings for what the language has no word for or says differently, by the
  ///   name of each object
  public record Printed(String text, List<Diagnostic> diagnostics) {
    public Printed {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  private PslPrinter(Schema schema, Mapping mapping) {
    this.schema = schema;
    this.mapping = mapping;
    this.names = new PrintedNames(schema, mapping, losses);
    this.out = new Blocks(namespaceChoice(schema));
    mapping.models().forEach(this::back);
  }

  /// Returns the text, which reads back to schema and mapping wherever there is no diagnostic.
  public static Printed print(Schema schema, Mapping mapping) {
    var printer = new PslPrinter(schema, mapping);
    printer.file();
    var text = PslFormatter.format(SourceText.of("schema.prisma", printer.out.toString()));
    schema.objects().forEach(it -> printer.losses.lost(it.path(), article(it.path().kind())));
    var granted = schema.access().all().size();
    if (granted > 0) {
      printer.losses.notSaid("owners and privileges (%d)".formatted(granted));
    }
    SecondReading.check(schema, mapping, text, printer.losses);
    return new Printed(text.content(), printer.losses.all());
  }

  private void back(Model model) {
    Backing.of(schema, model)
        .ifPresentOrElse(
            backings::add,
            () ->
                losses.lost(
                    ObjectPath.table(model.relation()),
                    "the model `%s`, which has no table or view".formatted(model.name())));
  }

  private static Blocks.NamespaceChoice namespaceChoice(Schema schema) {
    var isDefault =
        schema.namespaces().stream().allMatch(it -> it.name().equals(Schema.DEFAULT_NAMESPACE));
    return isDefault ? Blocks.NamespaceChoice.UNNAMED : Blocks.NamespaceChoice.NAMED;
  }

  private void file() {
    new ConfigurationText(schema, mapping, out).write();
    var scalars = new Scalars(losses, names);
    var relations = new RelationFields(mapping, names, scalars.types(), losses);
    var models = new ModelText(names, scalars, relations, losses, out);
    var hidden = hidden(scalars.types());
    backings.forEach(it -> models.write(it, backings, hidden));
    enums();
    schema.namespaces().forEach(this::check);
  }

  /// Models that clients do not see: those that the mapping hides, and those without a key, with
  /// which Prisma's client cannot work.
  private Set<String> hidden(FieldTypes types) {
    var hidden = new HashSet<String>();
    for (var in : backings) {
      if (in.model().visibility() == Visibility.IGNORED) {
        hidden.add(in.model().name());
      } else if (in instanceof Backing.OfTable table && !UniqueColumns.exist(table, types)) {
        hidden.add(in.model().name());
        losses.changed(in.path(), "a table without a required key is hidden from clients.");
      }
    }
    return hidden;
  }

  /// In the order of the mapping; those that it does not know come last.
  private void enums() {
    var types = new LinkedHashMap<QualifiedName, EnumType>();
    mapping
        .enums()
        .forEach(it -> schema.enumType(it.type()).ifPresent(type -> types.put(it.type(), type)));
    for (var in : schema.namespaces()) {
      in.enums().forEach(it -> types.putIfAbsent(QualifiedName.of(in.name(), it.name()), it));
    }
    types.forEach((name, type) -> enumeration(name, type, mapping.enumOf(name)));
  }

  private void enumeration(QualifiedName type, EnumType values, Optional<EnumView> view) {
    var name = names.enumeration(type).orElseThrow();
    var documentation = view.flatMap(EnumView::documentation).or(values::comment);
    losses.comment(ObjectPath.of(ObjectPath.Kind.ENUM, type), values.comment(), documentation);
    try (var _ = out.open("enum", name, documentation)) {
      for (var member : names.members(type)) {
        out.documentation(member.documentation());
        var isMapped = !member.name().equals(member.value());
        out.line(member.name() + (isMapped ? " @map(" + PslText.quoted(member.value()) + ")" : ""));
      }
      out.placed(name, type);
    }
  }

  private void check(Namespace in) {
    losses.comment(ObjectPath.namespace(in.name()), in.comment(), Optional.empty());
    for (var domain : in.domains()) {
      losses.lost(path(ObjectPath.Kind.DOMAIN, in, domain.name()), "a domain");
    }
    for (var object : in.objects()) {
      if (object instanceof PrintedObject) {
        losses.lost(object.path(in.name()), words(object.kind()));
      }
    }
    for (var type : in.compositeTypes()) {
      losses.lost(type.path(in.name()), "a composite type");
    }
    for (var object : in.optionsObjects()) {
      losses.lost(object.path(in.name()), "a " + object.kind().word());
    }
    for (var sequence : in.sequences()) {
      losses.lost(path(ObjectPath.Kind.SEQUENCE, in, sequence.name()), "a sequence");
    }
    var written = written();
    for (var table : in.tables()) {
      if (!written.contains(QualifiedName.of(in.name(), table.name()))) {
        losses.lost(
            path(ObjectPath.Kind.TABLE, in, table.name()),
            table.isPartition() ? "a partition" : "a table without a model");
      }
    }
    for (var view : in.views()) {
      if (!written.contains(QualifiedName.of(in.name(), view.name()))) {
        losses.lost(path(ObjectPath.Kind.VIEW, in, view.name()), "a view without a model");
      }
    }
  }

  private static String article(ObjectPath.Kind kind) {
    return kind == ObjectPath.Kind.EVENT_TRIGGER ? "an event trigger" : "a " + kind.word();
  }

  private static String words(ObjectPath.Kind kind) {
    return switch (kind) {
      case AGGREGATE -> "an aggregate";
      case STATISTICS -> kind.word();
      default -> "a " + kind.word();
    };
  }

  private static ObjectPath path(ObjectPath.Kind kind, Namespace in, Identifier name) {
    return ObjectPath.of(kind, QualifiedName.of(in.name(), name));
  }

  /// The tables and views that blocks or lists on both sides of a relation stand for.
  private Set<QualifiedName> written() {
    var written = new HashSet<QualifiedName>();
    for (var in : backings) {
      written.add(in.name());
      in.model()
          .relations()
          .map(Field.Relation::side)
          .filter(Field.Side.Joined.class::isInstance)
          .forEach(it -> written.add(((Field.Side.Joined) it).table()));
    }
    return written;
  }
}
