package lockstep.psl.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import lockstep.diagnostic.Diagnostic;
import lockstep.psl.PslCode;
import lockstep.text.SourceText;
import lockstep.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PslParserTest {
  @Test
  void readsFieldsWithTheirTypesAndAttributes() {
    var file =
        parse(
            """
            /// A person.
            model User {
              id    Int      @id @default(autoincrement())
              /// Unique.
              email String?  @unique(map: "mail") @db.VarChar(200) // and stays so
              tags  String[] /// Free words.
              point Unsupported("point")

              @@index([email, id(sort: Desc)], name: "i")
            }
            """);
    var user = file.models().getFirst();
    assertThat(user.documentation()).contains("A person.");
    assertThat(user.fields())
        .extracting(it -> it.name().text())
        .containsExactly("id", "email", "tags", "point");
    assertThat(user.fields())
        .extracting(it -> it.type().arity())
        .containsExactly(
            FieldType.Arity.REQUIRED,
            FieldType.Arity.OPTIONAL,
            FieldType.Arity.LIST,
            FieldType.Arity.REQUIRED);
    var email = user.fields().get(1);
    assertThat(email.documentation()).contains("Unique.");
    assertThat(user.fields().get(2).documentation()).contains("Free words.");
    assertThat(email.attribute("unique").flatMap(it -> it.argument("map")).map(Argument::value))
        .hasValueSatisfying(it -> assertThat(file.text(it.span())).isEqualTo("\"mail\""));
    assertThat(email.attribute("db.VarChar").map(it -> file.text(it.span())))
        .contains("@db.VarChar(200)");
    assertThat(user.fields().get(3).type().base())
        .isInstanceOfSatisfying(
            FieldType.Unsupported.class, it -> assertThat(it.text()).isEqualTo("point"));
    var index = user.attribute("index").orElseThrow();
    assertThat(index.unnamedArguments()).hasSize(1);
    assertThat(index.unnamedArguments().getFirst().value())
        .isInstanceOf(Expression.ArrayLiteral.class);
    assertThat(file.diagnostics()).isEmpty();
  }

  @Test
  void readsConfigurationAndEnums() {
    var file =
        parse(
            """
            datasource db {
              provider = "postgresql"
              url      = env("DATABASE_URL")
            }

            enum Role {
              USER  @map("user")
              ADMIN
              @@map("role")
            }
            """);
    assertThat(file.datasources().getFirst().property("url").flatMap(Property::value))
        .containsInstanceOf(Expression.FunctionCall.class);
    assertThat(file.enums().getFirst().values())
        .extracting(it -> it.name().text())
        .containsExactly("USER", "ADMIN");
    assertThat(file.enums().getFirst().attribute("map")).isPresent();
  }

  @Test
  void readsTheConditionOfAPartialIndex() {
    var file =
        parse(
            """
            model A {
              @@unique([b], where: { b: true, c: { not: null } })
            }
            """);
    var where = file.models().getFirst().attributes().getFirst().argument("where").orElseThrow();
    assertThat(where.value())
        .isInstanceOfSatisfying(
            Expression.ObjectLiteral.class, it -> assertThat(it.member("c")).isPresent());
  }

  @Test
  void resolvesEscapeSequences() {
    var file = parse("generator g {\n  a = \"\\\"\\n\\u00e9\\ud83d\\ude00\"\n}\n");
    assertThat(file.generators().getFirst().property("a").flatMap(Property::value))
        .hasValueSatisfying(
            it ->
                assertThat(it)
                    .isInstanceOfSatisfying(
                        Expression.StringLiteral.class,
                        text -> assertThat(text.value()).isEqualTo("\"\né😀")));
    assertThat(file.diagnostics()).isEmpty();
  }

  @Test
  void aBlockThatIsNotClosedIsReadLineByLine() {
    assertThat(codes("model A {\n  id Int\n"))
        .containsExactly(PslCode.INVALID_TOP_LEVEL_LINE, PslCode.INVALID_TOP_LEVEL_LINE);
  }

  @Test
  void aBraceMustStandOnALineOfItsOwn() {
    assertThat(codes("model A { id Int }\n")).containsExactly(PslCode.INVALID_TOP_LEVEL_LINE);
    assertThat(codes("model A {\n  id Int }\n}\n")).containsExactly(PslCode.INVALID_MODEL_LINE);
  }

  @Test
  void nestingHasALimit() {
    var deep = "model A {\n  a Int @x(" + "[".repeat(100_000) + "]".repeat(100_000) + ")\n}\n";
    assertThat(codes(deep)).containsExactly(PslCode.NESTED_TOO_DEEPLY);
  }

  @Test
  void returnsForAnyText() {
    var random = new Random(7);
    var alphabet =
        "model enum {}()[]\"\\/*@:,.=?!-_aZ09\n\r\t é\u00a0\ud83d\ude00\u0000".toCharArray();
    for (var round = 0; round < 20_000; round++) {
      var text = new StringBuilder();
      for (var i = random.nextInt(60); i > 0; i--) {
        text.append(alphabet[random.nextInt(alphabet.length)]);
      }
      covers(parse(text.toString()));
    }
  }

  @Test
  @Timeout(60)
  void takesLinearTime() {
    for (var line :
        List.of(
            "model A {\n",
            "enum A {\n",
            "generator A {\n",
            "a {\n",
            "/*\n",
            "a B /*\n",
            "a = \"\\\n",
            "@@a(\"\\\n",
            "// x\n",
            "\n",
            "model A {\n a B @c(d: [1, f(2)])\n}\n",
            "((((\n")) {
      covers(parse(line.repeat(100_000)));
    }
    covers(parse("model A {\n" + " ".repeat(3_000_000) + "x\n}\n"));
    covers(parse("a".repeat(3_000_000)));
    covers(parse("model A {\n/*\n".repeat(300_000) + "*/ x\n"));
  }

  /// Nodes follow each other, and what is between them is white space.
  private static void covers(SyntaxFile file) {
    var end = 0;
    for (var item : file.items()) {
      assertThat(item.span().start()).isGreaterThanOrEqualTo(end);
      assertThat(file.text(new Span(end, item.span().start()))).matches("[\\p{Zs}\\t]*+");
      end = item.span().end();
    }
    assertThat(file.text(new Span(end, file.source().content().length())))
        .matches("[\\p{Zs}\\t]*+");
  }

  private static List<PslCode> codes(String text) {
    return parse(text).diagnostics().stream()
        .map(Diagnostic::code)
        .map(PslCode.class::cast)
        .toList();
  }

  private static SyntaxFile parse(String text) {
    return PslParser.parse(SourceText.of("schema.prisma", text));
  }
}
