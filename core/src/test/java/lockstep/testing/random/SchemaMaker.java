package lockstep.testing.random;

import java.util.ArrayList;
import java.util.List;
import lockstep.testing.random.ModelDraft.Arity;
import lockstep.testing.random.RelationMaker.Keeper;

/// Makes one schema, which is mostly valid.
final class SchemaMaker {
  private final Dice dice;
  private final NamePool types;
  private final NamePool inSchema;
  private final List<String> namespaces;
  private final Keeper keeper;
  private final List<List<String>> enums = new ArrayList<>();
  private final List<Scalar> scalars = new ArrayList<>(Scalar.ALL);

  SchemaMaker(Dice dice) {
    this.dice = dice;
    this.types = new NamePool(dice);
    this.inSchema = new NamePool(dice);
    this.namespaces = dice.oneIn(5) ? List.of("public", "app", "b c") : List.of();
    this.keeper = dice.oneIn(6) ? Keeper.CLIENT : Keeper.DATABASE;
  }

  List<List<String>> make() {
    for (var i = dice.between(0, 2); i > 0; i--) {
      enumeration();
    }
    var models = new ArrayList<ModelDraft>();
    for (var i = dice.between(1, 5); i > 0; i--) {
      models.add(model());
    }
    new RelationMaker(dice, List.copyOf(models), keeper, inSchema).join();
    var indexes = new IndexMaker(dice, inSchema);
    models.forEach(indexes::fill);
    if (dice.oneIn(5)) {
      models.add(view());
    }
    if (dice.oneIn(8)) {
      models.add(withoutKey());
    }
    var blocks = configuration();
    models.forEach(it -> blocks.add(it.lines()));
    blocks.addAll(enums);
    return blocks;
  }

  private List<List<String>> configuration() {
    var client = new Block("generator client");
    client.line("provider = \"prisma-client-js\"");
    client.line("previewFeatures = [\"postgresqlExtensions\", \"partialIndexes\", \"views\"]");
    var datasource = new Block("datasource db");
    datasource.line("provider = \"postgresql\"");
    if (keeper == Keeper.CLIENT) {
      datasource.line("relationMode = \"prisma\"");
    }
    if (dice.oneIn(6)) {
      datasource.line("extensions = [pg_trgm, uuid(map: \"uuid-ossp\")]");
    }
    if (!namespaces.isEmpty()) {
      datasource.line("schemas = [\"" + String.join("\", \"", namespaces) + "\"]");
    }
    return new ArrayList<>(List.of(client.lines(), datasource.lines()));
  }

  private void enumeration() {
    var name = types.take(dice.of("Role", "status", "Kind_2"));
    var block = new Block("enum " + name);
    var members = new NamePool(dice);
    var names = new ArrayList<String>();
    for (var i = dice.between(1, 4); i > 0; i--) {
      var member = members.take(dice.of("ADMIN", "user", "class", "None", "x1", "Größe"));
      names.add(member);
      var map = dice.oneIn(4) ? " @map(\"" + members.inDatabase() + "\")" : "";
      block.line(member + map);
    }
    if (dice.oneIn(3)) {
      block.line("@@map(\"" + types.inDatabase() + "\")");
    }
    if (!namespaces.isEmpty()) {
      block.line("@@schema(\"" + dice.of(namespaces) + "\")");
    }
    enums.add(block.lines());
    scalars.add(Scalar.ofEnum(name, names));
  }

  private ModelDraft model() {
    var model = new ModelDraft("model", types.model(), dice);
    if (dice.oneIn(5)) {
      model.document("Documentation of \"" + model.name() + "\".");
    }
    new FieldMaker(dice, scalars, inSchema).fill(model);
    placed(model);
    return model;
  }

  private ModelDraft view() {
    var view = new ModelDraft("view", types.model(), dice);
    view.field(
        view.names().take("key"),
        dice.of(scalars.subList(0, 5)),
        Arity.REQUIRED,
        List.of("@unique"));
    for (var i = dice.between(0, 3); i > 0; i--) {
      var type = dice.of(scalars);
      view.field(view.names().field(), type, dice.of(Arity.values()), List.of());
    }
    placed(view);
    return view;
  }

  private ModelDraft withoutKey() {
    var model = new ModelDraft("model", types.model(), dice);
    model.field("some", dice.of(scalars), Arity.OPTIONAL, List.of());
    model.attribute("@@ignore");
    placed(model);
    return model;
  }

  private void placed(ModelDraft model) {
    if (dice.oneIn(3)) {
      model.attribute("@@map(\"" + types.inDatabase() + "\")");
    }
    if (!namespaces.isEmpty()) {
      model.attribute("@@schema(\"" + dice.of(namespaces) + "\")");
    }
  }
}
