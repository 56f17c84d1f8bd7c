package lockstep.engine.source.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.PlainRenderer;
import lockstep.emit.sqlalchemy.PythonNames;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions;
import lockstep.engine.python.Interpreter;
import lockstep.psl.PslReader;
import lockstep.rewrite.QueryRewriter;
import lockstep.rewrite.QueryRewriter.Life;
import lockstep.rewrite.Rewriting;
import lockstep.rewrite.Vocabulary;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.testing.GoldenCase;
import lockstep.testing.GoldenCases;
import lockstep.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/// Python code that calls Prisma's client, parsed by a real Python and converted.
class RewriteTest {
  private static final Interpreter PYTHON =
      new Interpreter(List.of("python3"), Interpreter.Way.PATH, List.of());

  @TempDir private Path folder;

  @ParameterizedTest
  @GoldenCases("rewrite") // before.py, after.py, report.txt
  void convertsCalls(GoldenCase it) throws IOException {
    var rewriting = rewrite(it.text("before.py").getBytes(StandardCharsets.UTF_8));
    it.expect("after.py", rewriting.content());
    it.expect("report.txt", rendered(rewriting.diagnostics()));
    for (var again : parse(rewriting.content().getBytes(StandardCharsets.UTF_8)).files()) {
      assertThat(rewrite(again.file()).isChanged()).isFalse();
    }
  }

  private Rewriting rewrite(byte[] code) throws IOException {
    var parsed = parse(code);
    assertThat(parsed.diagnostics()).isEmpty();
    return rewrite(parsed.files().getFirst().file());
  }

  private static Rewriting rewrite(PythonFile file) throws IOException {
    var words = words().with(Stream.of(file));
    return QueryRewriter.rewrite(
        file, words, QueryRewriter.interfaceOf(Stream.of(file), words), Life.ENDS);
  }

  private PythonTrees.Outcome parse(byte[] code) throws IOException {
    var file = Files.write(folder.resolve("code.py"), code);
    return PythonTrees.read(
        List.of(file), PYTHON, it -> it.getFileName().toString(), Duration.ofSeconds(30));
  }

  private static String rendered(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(PlainRenderer::render).collect(Collectors.joining());
  }

  private static Vocabulary words() throws IOException {
    try (var stream = RewriteTest.class.getResourceAsStream("schema.prisma")) {
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      var reading = PslReader.read(List.of(SourceText.of("schema.prisma", text)));
      assertThat(reading.diagnostics()).isEmpty();
      var options = SqlAlchemyOptions.standard("app.models", new SqlAlchemyOptions.Source("", ""));
      var names = PythonNames.of(reading.schema(), reading.mapping(), options);
      return Vocabulary.of(reading, names, "app.models", "app.core.database");
    }
  }

  @Test
  void keepsLineEndsTabsAndWhatIsNotAscii() throws IOException {
    var code = "async def f(db):\r\n\tx = 'é', await db.user.find_first()  # ü\r\n\treturn x\r\n";
    assertThat(rewrite(code.getBytes(StandardCharsets.UTF_8)).content())
        .isEqualTo(
            "from app.core.database import AsyncSessionLocal\r\n"
                + "from app.models import User\r\n"
                + "from sqlalchemy import select\r\n\r\n"
                + "async def f(db):\r\n"
                + "\tasync with AsyncSessionLocal() as session:\r\n"
                + "\t\tx = 'é', await session.scalar(select(User).limit(1))  # ü\r\n"
                + "\treturn x\r\n");
  }

  @Test
  void writesAFileInItsOwnEncoding() throws IOException {
    var code = "# coding: latin-1\n# é\nasync def f(db):\n    await db.user.find_first()\n";
    var parsed = parse(code.getBytes(StandardCharsets.ISO_8859_1)).files().getFirst();
    assertThat(parsed.file().text().content()).isEqualTo(code);
    assertThat(parsed.encoded(code)).isEqualTo(code.getBytes(StandardCharsets.ISO_8859_1));
    var marked = ("\uFEFF" + code.substring(18)).getBytes(StandardCharsets.UTF_8);
    var ofMarked = parse(marked).files().getFirst();
    assertThat(ofMarked.file().text().content()).isEqualTo(code.substring(18));
    assertThat(ofMarked.encoded(code.substring(18))).isEqualTo(marked);
  }

  @Test
  void saysWhatPythonDoesNotUnderstand() throws IOException {
    var outcome = parse("print 'prisma'\n".getBytes(StandardCharsets.UTF_8));
    assertThat(outcome.files()).isEmpty();
    assertThat(rendered(outcome.diagnostics())).contains("QRY004", "code.py:1");
  }

  /// Before Python 3.12 nothing in an f-string has a place of its own; then such a call stays.
  @Test
  void seesCallsInsideOfTexts() throws IOException {
    var code =
        "async def f(db):\n    return f'{await db.user.count()} {(await db.user.find_first()).name}'\n";
    assertThat(rewrite(code.getBytes(StandardCharsets.UTF_8)).verdicts()).hasSize(2);
  }

  @Test
  void knowsAClientThatAnotherModuleKeeps() throws IOException {
    var client = folder.resolve("client.py");
    Files.writeString(
        client,
        "from prisma import Prisma\nclass Kept:\n    def __init__(self):\n"
            + "        self.inner = Prisma()\nkept = Kept()\nstore = kept.inner\n"
            + "def opened():\n    return store\n");
    var main = folder.resolve("main.py");
    Files.writeString(
        main,
        "from client import opened, store\nasync def f():\n"
            + "    await opened().user.count()\n"
            + "    return store.is_connected(), await store.user.count()\n");
    var read =
        PythonTrees.read(
            List.of(client, main),
            PYTHON,
            it -> folder.relativize(it).toString(),
            Duration.ofSeconds(30));
    var files = read.files().stream().map(it -> it.file()).toList();
    var rewriting =
        QueryRewriter.rewrite(
            files.getLast(),
            words().with(files.stream()),
            QueryRewriter.Interface.AWAITED,
            Life.ENDS);
    assertThat(rewriting.verdicts()).hasSize(2);
    assertThat(rendered(rewriting.diagnostics())).contains("asked whether it is connected");
  }

  @Test
  void believesWhatFunctionsOfOtherModulesSayTheyReturn() throws IOException {
    var users = Files.createDirectories(folder.resolve("app/data")).resolve("users.py");
    Files.writeString(
        users,
        "from prisma.models import User\n"
            + "async def by_key(db, key) -> User | None:\n"
            + "    return await db.user.find_unique(where={'id': key})\n"
            + "async def several(db) -> list[User]: ...\n"
            + "async def pairs(db) -> dict[str, User]: ...\n");
    var main = folder.resolve("app/main.py");
    Files.writeString(
        main,
        "import app.data.users\nfrom app.data import users\nfrom .data.users import by_key as one\n"
            + "async def f(db):\n"
            + "    user = await one(db, 1)\n"
            + "    print(user.passwordHash, [it.passwordHash for it in await users.several(db)])\n"
            + "    print((await app.data.users.by_key(db, 1)).passwordHash)\n"
            + "    print((await users.pairs(db)).passwordHash, await db.team.count())\n");
    var read =
        PythonTrees.read(
            List.of(users, main),
            PYTHON,
            it -> folder.relativize(it).toString(),
            Duration.ofSeconds(30));
    var files = read.files().stream().map(it -> it.file()).toList();
    var content =
        QueryRewriter.rewrite(
                files.getLast(),
                words().with(files.stream()),
                QueryRewriter.Interface.AWAITED,
                Life.ENDS)
            .content();
    assertThat(content)
        .contains(
            "print(user.password_hash, [it.password_hash for it in await users.several(db)])",
            "print((await app.data.users.by_key(db, 1)).password_hash)",
            "(await users.pairs(db)).passwordHash");
  }

  @Test
  void runsInTheTransactionOfAnotherModule() throws IOException {
    var teams = Files.createDirectories(folder.resolve("app/data")).resolve("teams.py");
    Files.writeString(
        teams,
        "from prisma import Prisma\n"
            + "async def add(tx: Prisma, name):\n"
            + "    await tx.team.create(data={'name': name})\n"
            + "async def clear(tx: Prisma):\n"
            + "    await tx.team.delete_many()\n");
    var main = folder.resolve("app/main.py");
    Files.writeString(
        main,
        "from app.data import teams\nfrom .data.teams import clear\n"
            + "async def f(db):\n"
            + "    async with db.tx() as tx:\n"
            + "        await teams.add(tx, 'x')\n"
            + "    async with db.tx() as tx:\n"
            + "        await clear(tx)\n"
            + "    await clear(db)\n");
    var read =
        PythonTrees.read(
            List.of(teams, main),
            PYTHON,
            it -> folder.relativize(it).toString(),
            Duration.ofSeconds(30));
    var files = read.files().stream().map(it -> it.file()).toList();
    var words = words().with(files.stream());
    var rewritten =
        files.stream()
            .map(it -> QueryRewriter.rewrite(it, words, QueryRewriter.Interface.AWAITED, Life.ENDS))
            .toList();
    assertThat(rewritten.getFirst().content())
        .contains("add(tx: AsyncSession, name)", "await tx.execute(insert(Team)")
        .contains("clear(tx: Prisma)", "await tx.team.delete_many()");
    assertThat(rewritten.getLast().content())
        .contains("async with AsyncSessionLocal.begin() as tx:\n        await teams.add(tx, 'x')")
        .contains("async with db.tx() as tx:\n        await clear(tx)");
    assertThat(rendered(rewritten.getFirst().diagnostics()))
        .contains("`clear` is given something else in app/main.py:8");
  }

  @Test
  void readsWhatOtherModulesIncludeBy() throws IOException {
    var includes = Files.createDirectories(folder.resolve("app/data")).resolve("includes.py");
    Files.writeString(
        includes, "from .parts import COMMENTS\nWITH_POSTS = {'posts': {'include': COMMENTS}}\n");
    var parts = folder.resolve("app/data/parts.py");
    Files.writeString(parts, "COMMENTS = {'comments': True}\nX = {'include': COMMENTS}\n");
    var users = folder.resolve("app/users.py");
    Files.writeString(
        users,
        "from app.data.includes import WITH_POSTS as POSTS\n"
            + "async def f(db):\n    return await db.user.find_first(include=POSTS)\n");
    var read =
        PythonTrees.read(
            List.of(includes, parts, users),
            PYTHON,
            it -> folder.relativize(it).toString(),
            Duration.ofSeconds(30));
    var files = read.files().stream().map(it -> it.file()).toList();
    assertThat(files).hasSize(3);
    var rewriting =
        QueryRewriter.rewrite(
            files.getLast(),
            words().with(files.stream()),
            QueryRewriter.Interface.AWAITED,
            Life.ENDS);
    assertThat(rewriting.content())
        .contains(".options(selectinload(User.posts).selectinload(Post.comments))");
  }

  @Test
  void passesOverWhatMentionsNoClient() throws IOException {
    var outcome = parse("print 'old'\n".getBytes(StandardCharsets.UTF_8));
    assertThat(outcome.files()).isEmpty();
    assertThat(outcome.diagnostics()).isEmpty();
  }
}
