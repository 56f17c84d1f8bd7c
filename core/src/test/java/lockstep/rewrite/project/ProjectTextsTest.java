package lockstep.rewrite.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lockstep.rewrite.project.CommandLines.Generators;
import lockstep.rewrite.project.CommandLines.Kind;
import lockstep.rewrite.project.Packages.Pin;
import lockstep.rewrite.project.Packages.Vectors;
import lockstep.rewrite.project.Requirements.Client;
import org.junit.jupiter.api.Test;

/// Files around the code: what is certain is edited, what is not is named, the rest stays.
class ProjectTextsTest {
  private static final List<Pin> PINS =
      Packages.awaited(Vectors.UNUSED, Packages.Python.UNTIL_3_12);
  private static final Generators ONLY_PYTHON = new Generators(List.of("py"), List.of());
  private static final Generators BOTH = new Generators(List.of("py"), List.of("js"));

  @Test
  void requirementsKeepOrderAndComments() {
    assertThat(
            Requirements.edit(
                    "fastapi\n# db\nPrisma[all] ==0.15.0  # old\nhttpx\n", PINS, Client.GOES)
                .content())
        .isEqualTo("fastapi\n# db\nsqlalchemy[asyncio]==2.0.25\nasyncpg==0.29.0\nhttpx\n");
    assertThat(Requirements.edit("prisma", PINS, Client.STAYS).content())
        .isEqualTo("prisma\nsqlalchemy[asyncio]==2.0.25\nasyncpg==0.29.0\n");
    assertThat(Requirements.edit("SQLAlchemy>=2\r\nprisma\r\n", PINS, Client.GOES).content())
        .isEqualTo("SQLAlchemy>=2\r\nasyncpg==0.29.0\r\n");
    assertThat(Requirements.namesClient("prisma-engine\nmy-prisma\n# prisma\n")).isFalse();
  }

  @Test
  void pinsAreVersionsThatThePythonCanHave() {
    assertThat(List.of("3.8.18", "3.11.7", "3.12"))
        .allMatch(it -> Packages.Python.of(it) == Packages.Python.UNTIL_3_12);
    assertThat(List.of("3.13.0", "3.14.1", "4.0"))
        .allMatch(it -> Packages.Python.of(it) == Packages.Python.SINCE_3_13);
    assertThat(
            Requirements.edit(
                    "prisma\n",
                    Packages.plain(Vectors.USED, Packages.Python.SINCE_3_13),
                    Client.GOES)
                .content())
        .isEqualTo("sqlalchemy==2.1.9\npsycopg[binary]==3.3.9\npgvector==0.5.1\n");
  }

  @Test
  void requirementsTakeOthersIn() {
    assertThat(Requirements.included("a\n-r base.txt\n  --requirement=x/y.in # z\n-rc.txt\n"))
        .containsExactly("base.txt", "x/y.in", "c.txt");
    assertThat(Requirements.included("requests\n# -r base.txt\n--require-hashes\n")).isEmpty();
  }

  @Test
  void anSqlAlchemyThatIsTooOldIsNamed() {
    for (var old :
        List.of("SQLAlchemy==1.4.50", "sqlalchemy[asyncio]>=1.4,<2", "sqlalchemy ~= 1.4")) {
      var edited = Requirements.edit(old + "\nprisma\n", PINS, Client.GOES);
      assertThat(edited.left()).as(old).hasSize(1);
    }
    assertThat(Requirements.edit("SQLAlchemy>=1.4\nprisma\n", PINS, Client.GOES).left()).isEmpty();
    assertThat(Requirements.edit("sqlalchemy==2.0.1\nprisma\n", PINS, Client.GOES).left())
        .isEmpty();
  }

  @Test
  void requirementsWithHashesStay() {
    var text = "prisma==0.15.0 \\\n    --hash=sha256:aa\n";
    var edited = Requirements.edit(text, PINS, Client.GOES);
    assertThat(edited.content()).isEqualTo(text);
    assertThat(edited.left()).hasSize(1);
  }

  @Test
  void pyprojectKnowsListsAndTables() {
    assertThat(
            Pyproject.edit(
                    "[project]\ndependencies = [\n  \"prisma>=0.15\",\n  \"httpx\",\n]\n",
                    PINS,
                    Client.GOES)
                .content())
        .isEqualTo(
            "[project]\ndependencies = [\n  \"sqlalchemy[asyncio]==2.0.25\",\n"
                + "  \"asyncpg==0.29.0\",\n  \"httpx\",\n]\n");
    assertThat(
            Pyproject.edit("[project]\ndependencies = ['a', 'prisma']\n", PINS, Client.GOES)
                .content())
        .isEqualTo(
            "[project]\ndependencies = ['a', 'sqlalchemy[asyncio]==2.0.25', 'asyncpg==0.29.0']\n");
    assertThat(
            Pyproject.edit(
                    "[tool.poetry.dependencies]\npython = \"^3.11\"\nprisma = \"^0.15\"\n",
                    PINS,
                    Client.GOES)
                .content())
        .isEqualTo(
            "[tool.poetry.dependencies]\npython = \"^3.11\"\n"
                + "sqlalchemy = { version = \"2.0.25\", extras = [\"asyncio\"] }\n"
                + "asyncpg = \"0.29.0\"\n");
    assertThat(Pyproject.namesClient("[tool.other]\nprisma = 1\n")).isFalse();
  }

  @Test
  void whatExtrasHaveBesideTheProjectIsNotNamedTwice() {
    assertThat(
            Pyproject.edit(
                    "[project]\ndependencies = [\n  \"prisma>=0.13\",  # the ORM\n]\n"
                        + "[project.optional-dependencies]\ndev = [\"prisma[all]\", 'pytest']\n"
                        + "[dependency-groups]\nall = [\n  \"a\",\n  \"prisma\" # too\n]\n",
                    PINS,
                    Client.GOES)
                .content())
        .isEqualTo(
            "[project]\ndependencies = [\n  \"sqlalchemy[asyncio]==2.0.25\",  # the ORM\n"
                + "  \"asyncpg==0.29.0\",\n]\n"
                + "[project.optional-dependencies]\ndev = ['pytest']\n"
                + "[dependency-groups]\nall = [\n  \"a\",\n]\n");
    assertThat(
            Pyproject.edit(
                    "[tool.poetry.dependencies]\nprisma = \"^0.15\"\n"
                        + "[tool.poetry.group.dev.dependencies]\nprisma = \"*\"\n",
                    PINS,
                    Client.STAYS)
                .content())
        .isEqualTo(
            "[tool.poetry.dependencies]\nprisma = \"^0.15\"\n"
                + "sqlalchemy = { version = \"2.0.25\", extras = [\"asyncio\"] }\n"
                + "asyncpg = \"0.29.0\"\n"
                + "[tool.poetry.group.dev.dependencies]\nprisma = \"*\"\n");
    assertThat(
            Pyproject.edit(
                    "[project.optional-dependencies]\ndb = [\n  \"prisma\" # it\n]\n",
                    PINS,
                    Client.STAYS)
                .content())
        .isEqualTo(
            "[project.optional-dependencies]\ndb = [\n  \"prisma\", # it\n"
                + "  \"sqlalchemy[asyncio]==2.0.25\",\n  \"asyncpg==0.29.0\"\n]\n");
  }

  @Test
  void aScriptOfAGeneratorThatIsGoneWasTheClients() {
    var script = "#!/bin/sh\nprisma generate --generator py\nprisma py fetch\n";
    var after = new Generators(List.of(), List.of("js"));
    assertThat(CommandLines.edit(script, Kind.BUILD, after, "").content())
        .isEqualTo("#!/bin/sh\nprisma generate --generator py\n");
    assertThat(CommandLines.edit(script, Kind.BUILD, after.before(script), "").content())
        .isEqualTo("#!/bin/sh\n");
  }

  @Test
  void whateverFormTheClientIsAskedForInItIsSeen() {
    for (var it :
        List.of(
            "'prisma (>=0.15.0,<0.16.0)'",
            "\"prisma>=0.13; python_version > '3.8'\"",
            "\"Prisma[all] ~= 0.15\"")) {
      assertThat(
              Pyproject.edit("[project]\ndependencies = [" + it + "]\n", List.of(), Client.GOES)
                  .content())
          .isEqualTo("[project]\ndependencies = []\n");
    }
    var others = "[tool.hatch.envs.default]\ndependencies = [\"prisma>=0.15\"]\n";
    assertThat(Pyproject.edit(others, PINS, Client.GOES).content()).isEqualTo(others);
    assertThat(Pyproject.edit(others, PINS, Client.GOES).left().getFirst().line()).isEqualTo(2);
    assertThat(Pyproject.edit("[tool.x]\na = \"my prisma\"\n", PINS, Client.GOES).left()).isEmpty();
  }

  @Test
  void aStepThatOnlyMakesTheClientGoes() {
    var steps = "    steps:\n      - uses: a\n      - run: prisma generate\n      - run: pytest\n";
    assertThat(CommandLines.edit(steps, Kind.BUILD, ONLY_PYTHON, "").content())
        .isEqualTo("    steps:\n      - uses: a\n      - run: pytest\n");
    var more = "steps:\n  - run: a\n  - run: prisma generate\n    env:\n      A: b\n";
    var alone = "steps:\n  - run: prisma generate\n";
    for (var it : List.of(more, alone)) {
      assertThat(CommandLines.edit(it, Kind.BUILD, ONLY_PYTHON, "").content()).isEqualTo(it);
      assertThat(CommandLines.edit(it, Kind.BUILD, ONLY_PYTHON, "").left()).hasSize(1);
    }
    for (var it : List.of("poetry run prisma generate", "python3 -m prisma generate")) {
      assertThat(CommandLines.edit(it + "\n", Kind.BUILD, BOTH, "").left())
          .as(it)
          .singleElement()
          .extracting(EditedText.Left::reason)
          .asString()
          .startsWith("The package that has this command goes");
    }
    assertThat(CommandLines.edit("prisma migrate deploy\n", Kind.BUILD, ONLY_PYTHON, "").left())
        .singleElement()
        .extracting(EditedText.Left::reason)
        .asString()
        .endsWith("or `lockstep migrate apply`.");
  }

  @Test
  void commandsOfTheClientLeaveTheirChains() {
    assertThat(build("RUN pip install . && prisma generate && prisma py fetch\n"))
        .isEqualTo("RUN pip install .\n");
    assertThat(build("RUN pip install . \\\n    && prisma generate \\\n    && prisma py fetch\n"))
        .isEqualTo("RUN pip install .\n");
    assertThat(build("RUN pip install . \\\n    && prisma generate \\\n    && rm -r /tmp/x\n"))
        .isEqualTo("RUN pip install . \\\n    && rm -r /tmp/x\n");
    assertThat(build("FROM python\nRUN python -m prisma generate\nCMD run\n"))
        .isEqualTo("FROM python\nCMD run\n");
    assertThat(build("release: prisma generate && python run.py\r\n"))
        .isEqualTo("release: python run.py\r\n");
    assertThat(build("script:\n  - pip install .\n  - prisma generate\n"))
        .isEqualTo("script:\n  - pip install .\n");
  }

  @Test
  void whatIsNotCertainStaysAndIsNamed() {
    var alone = "buildCommand: prisma generate\n";
    assertThat(edited(alone, ONLY_PYTHON).content()).isEqualTo(alone);
    assertThat(edited(alone, ONLY_PYTHON).left()).hasSize(1);
    var block = "run: |\n  prisma generate\n";
    assertThat(edited(block, ONLY_PYTHON).content()).isEqualTo(block);
    assertThat(edited("prisma generate\n", BOTH).content()).isEqualTo("prisma generate\n");
    assertThat(edited("prisma generate\n", BOTH).left()).hasSize(1);
    assertThat(edited("prisma generate --generator py\n", BOTH).content()).isEmpty();
    assertThat(edited("prisma migrate deploy\n", ONLY_PYTHON).left()).hasSize(1);
    assertThat(edited("npx prisma migrate deploy\n", BOTH).left()).isEmpty();
    assertThat(edited("npx prisma generate\n", BOTH).left()).isEmpty();
    assertThat(edited("ENV PRISMA_PY_DEBUG=1\n", ONLY_PYTHON).left()).hasSize(1);
    assertThat(edited("- uses: actions/setup-node@v4\n", ONLY_PYTHON).left()).isEmpty();
  }

  @Test
  void aHookMakesTheModelsInstead() {
    var hook = CommandLines.edit("npx lint\nprisma generate\n", Kind.HOOK, ONLY_PYTHON, "ours");
    assertThat(hook.content()).isEqualTo("npx lint\nours\n");
  }

  private static String build(String text) {
    return edited(text, ONLY_PYTHON).content();
  }

  private static EditedText edited(String text, Generators generators) {
    return CommandLines.edit(text, Kind.BUILD, generators, "ours");
  }
}
