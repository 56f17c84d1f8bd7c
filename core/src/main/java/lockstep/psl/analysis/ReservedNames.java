package lockstep.psl.analysis;

import java.util.Set;

/// Names that no model or enum may have, because a client in JavaScript could not use them (Prisma
/// 7).
public final class ReservedNames {
  private static final Set<String> NAMES =
      Set.of(
          "PrismaClient",
          "async",
          "await",
          "break",
          "case",
          "catch",
          "class",
          "const",
          "continue",
          "debugger",
          "default",
          "delete",
          "do",
          "else",
          "enum",
          "export",
          "extends",
          "false",
          "finally",
          "for",
          "function",
          "if",
          "implements",
          "import",
          "in",
          "instanceof",
          "interface",
          "let",
          "new",
          "null",
          "package",
          "private",
          "protected",
          "public",
          "return",
          "super",
          "switch",
          "this",
          "throw",
          "true",
          "try",
          "typeof",
          "using",
          "var",
          "void",
          "while",
          "with",
          "yield");

  private ReservedNames() {}

  public static boolean contain(String name) {
    return NAMES.contains(name);
  }
}
