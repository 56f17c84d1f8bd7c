package lockstep.psl.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.diff.Differ;
import lockstep.diff.MappingChange;
import lockstep.diff.MappingDiffer;
import lockstep.mapping.ClientDefault;
import lockstep.mapping.EnumView;
import lockstep.mapping.Field;
import lockstep.mapping.Mapping;
import lockstep.mapping.Model;
import lockstep.mapping.Reading;
import lockstep.psl.PslReader;
import lockstep.schema.Column;
import lockstep.schema.ColumnType;
import lockstep.schema.ColumnValue;
import lockstep.schema.Constraint;
import lockstep.schema.Domain;
import lockstep.schema.EnumType;
import lockstep.schema.Extension;
import lockstep.schema.Identifier;
import lockstep.schema.Index;
import lockstep.schema.Namespace;
import lockstep.schema.Nullability;
import lockstep.schema.QualifiedName;
import lockstep.schema.ScalarType;
import lockstep.schema.Schema;
import lockstep.schema.Sequence;
import lockstep.schema.SequenceOptions;
import lockstep.schema.SqlExpression;
import lockstep.schema.Table;
import lockstep.schema.View;
import lockstep.testing.random.Variants;
import lockstep.text.SourceText;
import org.junit.jupiter.api.Test;

/// Nothing is lost in silence: whatever is changed in a schema or a mapping, one component at a
/// time, reads back from what is printed, or a diagnostic says why it does not.
///
/// `-Dlockstep.slow=true` tries every change, else every third is.
class LossesTest {
  private static final int STEP = Boolean.getBoolean("lockstep.slow") ? 1 : 3;

  private static final Identifier NAME = Identifier.of("more");
  private static final QualifiedName ELSEWHERE =
      QualifiedName.of(Identifier.of("public"), Identifier.of("more"));
  private static final SqlExpression EXPRESSION = new SqlExpression("now()");
  private static final SequenceOptions OPTIONS = SequenceOptions.ascending(ScalarType.BIGINT);
  private static final Index.Key KEY = Index.Key.of(Identifier.of("id"));
  private static final Constraint.Check CHECK =
      new Constraint.Check(
          NAME,
          new SqlExpression("id > 0"),
          Constraint.Inheritance.INHERITED,
          Constraint.Validity.VALID,
          Optional.empty());
  private static final Column COLUMN =
      new Column(
          NAME,
          ColumnType.of(ScalarType.INTEGER),
          Nullability.NULLABLE,
          new ColumnValue.None(),
          Optional.empty(),
          Optional.empty());

  private static final Variants VARIANTS = new Variants(samples());

  private static final Reading BASE =
      read(
          """
          generator client {
            provider        = "prisma-client-js"
            previewFeatures = ["views", "postgresqlExtensions", "partialIndexes"]
          }

          datasource db {
            provider   = "postgresql"
            extensions = [citext(schema: "public", version: "1.6")]
          }

          /// Who writes.
          model User {
            id      Int      @id @default(autoincrement())
            /// How to reach them.
            email   String   @unique @default(cuid()) @db.VarChar(200)
            name    String?  @default("x") @map("full_name")
            role    Role     @default(ADMIN)
            tags    String[] @default(["a"])
            place   Unsupported("point")?
            changed DateTime @updatedAt
            posts   Post[]
            groups  Group[]

            @@index([name(sort: Desc), role], map: "by_name")
            @@index([tags], type: Gin)
            @@map("users")
          }

          model Post {
            tenant   Int
            id       Int
            authorId Int?
            author   User?  @relation(fields: [authorId], references: [id], onDelete: Cascade)
            parentT  Int?
            parentId Int?
            parent   Post?  @relation("tree", fields: [parentT, parentId], references: [tenant, id], map: "up")
            children Post[] @relation("tree")

            @@id([tenant, id], name: "both")
            @@unique([id, authorId], where: raw("id > 0"))
          }

          model Group {
            id    String @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid
            users User[]
          }

          view Names {
            name String @unique
          }

          enum Role {
            ADMIN
            /// Everybody.
            USER  @map("user")
          }
          """);

  @Test
  void theSchemaItselfLosesNothing() {
    assertThat(lost(BASE.schema(), BASE.mapping())).isEmpty();
    assertThat(PslPrinter.print(BASE.schema(), BASE.mapping()).diagnostics()).isEmpty();
  }

  @Test
  void noPartOfASchemaIsLostInSilence() {
    var silent = new ArrayList<String>();
    var variants = VARIANTS.of(BASE.schema());
    for (var i = 0; i < variants.size(); i += STEP) {
      var it = variants.get(i);
      lost(it.value(), BASE.mapping()).ifPresent(loss -> silent.add(it.place() + ": " + loss));
    }
    assertThat(variants.size()).isGreaterThan(1_000);
    assertThat(silent).isEmpty();
  }

  @Test
  void noPartOfAMappingIsLostInSilence() {
    var silent = new ArrayList<String>();
    var variants = VARIANTS.of(BASE.mapping());
    for (var it : variants) {
      lost(BASE.schema(), it.value()).ifPresent(loss -> silent.add(it.place() + ": " + loss));
    }
    assertThat(variants.size()).isGreaterThan(400);
    assertThat(silent).isEmpty();
  }

  /// Returns what does not come back although no diagnostic says so.
  private static Optional<String> lost(Schema schema, Mapping mapping) {
    try {
      var printed = PslPrinter.print(schema, mapping);
      if (!printed.diagnostics().isEmpty()) {
        return Optional.empty();
      }
      var again = PslReader.read(List.of(SourceText.of("printed.prisma", printed.text())));
      if (again.hasErrors()) {
        return Optional.of(again.diagnostics().getFirst().fact());
      }
      var changes = Differ.diff(schema, again.schema());
      var views =
          MappingDiffer.diff(mapping, again.mapping()).stream().filter(it -> !isMore(it)).toList();
      return changes.isEmpty() && views.isEmpty()
          ? Optional.empty()
          : Optional.of(changes.toString() + views);
    } catch (RuntimeException e) {
      return Optional.of(e + " at " + e.getStackTrace()[0]);
    }
  }

  /// A column or a type that no client knew of is there for clients that read the text.
  private static boolean isMore(MappingChange change) {
    return change instanceof MappingChange.AddField || change instanceof MappingChange.AddEnum;
  }

  private static Reading read(String text) {
    return PslReader.read(List.of(SourceText.of("schema.prisma", text)));
  }

  private static Map<Class<?>, List<?>> samples() {
    return Map.ofEntries(
        Map.entry(String.class, List.of("some text")),
        Map.entry(Identifier.class, List.of(NAME)),
        Map.entry(Integer.class, List.of(7)),
        Map.entry(QualifiedName.class, List.of(ELSEWHERE)),
        Map.entry(SqlExpression.class, List.of(EXPRESSION)),
        Map.entry(
            Extension.class, List.of(new Extension(NAME, Optional.empty(), Optional.empty()))),
        Map.entry(Namespace.class, List.of(Namespace.empty(NAME))),
        Map.entry(EnumType.class, List.of(new EnumType(NAME, List.of("a"), Optional.empty()))),
        Map.entry(
            Domain.class,
            List.of(
                new Domain(
                    NAME,
                    ColumnType.of(ScalarType.TEXT),
                    Nullability.NULLABLE,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(CHECK),
                    Optional.empty()))),
        Map.entry(
            Sequence.class,
            List.of(new Sequence(NAME, OPTIONS, Optional.empty(), Optional.empty()))),
        Map.entry(
            Table.class,
            List.of(new Table(NAME, List.of(COLUMN), List.of(), List.of(), Optional.empty()))),
        Map.entry(
            View.class,
            List.of(new View(NAME, List.of(COLUMN), Optional.of(EXPRESSION), Optional.empty()))),
        Map.entry(Column.class, List.of(COLUMN)),
        Map.entry(
            ColumnType.class,
            List.of(
                ColumnType.of(ScalarType.INTERVAL),
                new ColumnType.Enumerated(ELSEWHERE),
                new ColumnType.OfDomain(ELSEWHERE),
                new ColumnType.Array(ColumnType.of(ScalarType.TEXT), 2),
                new ColumnType.Opaque("geography(Point,4326)"))),
        Map.entry(
            ColumnValue.class,
            List.of(
                new ColumnValue.None(),
                new ColumnValue.Default(EXPRESSION),
                new ColumnValue.Serial(ELSEWHERE, OPTIONS),
                new ColumnValue.Identity(ColumnValue.IdentityMode.ALWAYS, ELSEWHERE, OPTIONS),
                new ColumnValue.Generated(EXPRESSION, ColumnValue.GeneratedStorage.STORED))),
        Map.entry(Index.Parameter.class, List.of(new Index.Parameter("fillfactor", "70"))),
        Map.entry(
            Index.OperatorClass.class,
            List.of(
                new Index.OperatorClass(
                    Optional.of(NAME), NAME, List.of(new Index.Parameter("siglen", "32"))))),
        Map.entry(Index.Target.class, List.of(new Index.Target.OfExpression(EXPRESSION))),
        Map.entry(
            Index.class,
            List.of(
                new Index(
                    NAME,
                    Index.Uniqueness.NOT_UNIQUE,
                    Index.BTREE,
                    List.of(KEY),
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty()))),
        Map.entry(Constraint.class, constraints()),
        Map.entry(Constraint.Check.class, List.of(CHECK)),
        Map.entry(
            Model.class,
            List.of(
                new Model(
                    "More",
                    ELSEWHERE,
                    Model.Kind.TABLE,
                    Model.Visibility.VISIBLE,
                    List.of(),
                    List.of(),
                    Optional.empty()))),
        Map.entry(
            Field.class,
            List.of(
                new Field.Scalar(
                    "more",
                    NAME,
                    new ClientDefault.None(),
                    new ClientDefault.None(),
                    Model.Visibility.VISIBLE,
                    Optional.empty()))),
        Map.entry(
            Field.Side.class,
            List.of(
                new Field.Side.Inverse(),
                new Field.Side.Owning(
                    List.of(Identifier.of("id")), List.of(Identifier.of("id")), Optional.empty()),
                new Field.Side.Joined(ELSEWHERE, Identifier.of("A"), Identifier.of("B")))),
        Map.entry(
            Field.ClientActions.class,
            List.of(
                new Field.ClientActions(
                    Constraint.ReferentialAction.CASCADE, Constraint.ReferentialAction.CASCADE))),
        Map.entry(
            Model.Key.class, List.of(new Model.Key(Model.KeyKind.UNIQUE, "id", List.of("id")))),
        Map.entry(EnumView.Member.class, List.of(new EnumView.Member("B", "b", Optional.empty()))),
        Map.entry(
            ClientDefault.class,
            List.of(
                new ClientDefault.None(),
                new ClientDefault.Cuid(2),
                new ClientDefault.Uuid(7),
                new ClientDefault.Ulid(),
                new ClientDefault.Nanoid(9),
                new ClientDefault.Now(),
                new ClientDefault.Computed("app.ids.make"))));
  }

  private static List<Constraint> constraints() {
    return List.of(
        CHECK,
        new Constraint.Unique(
            NAME,
            List.of(Identifier.of("id")),
            List.of(),
            Constraint.NullsDistinct.DISTINCT,
            Constraint.Deferrability.NOT_DEFERRABLE,
            Optional.empty()),
        new Constraint.ForeignKey(
            NAME,
            List.of(Identifier.of("id")),
            QualifiedName.of(Identifier.of("public"), Identifier.of("users")),
            List.of(Identifier.of("id")),
            Constraint.ReferentialAction.CASCADE,
            Constraint.ReferentialAction.CASCADE,
            Constraint.Match.SIMPLE,
            Constraint.Deferrability.NOT_DEFERRABLE,
            Constraint.Validity.VALID,
            Optional.empty()),
        new Constraint.Exclusion(
            NAME,
            Identifier.of("gist"),
            List.of(new Constraint.Exclusion.Element(KEY, "=")),
            List.of(),
            Optional.empty(),
            Constraint.Deferrability.NOT_DEFERRABLE,
            Optional.empty()));
  }
}
