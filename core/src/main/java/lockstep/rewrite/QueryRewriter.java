package lockstep.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lockstep.rewrite.Rewriting.Remark;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;

/// Rewrites calls of Prisma Client Python as SQLAlchemy.
public final class QueryRewriter {
  private QueryRewriter() {}

  /// How a client is called: Prisma's generator makes one or the other (`interface`).
  public enum Interface {
    AWAITED,
    PLAIN
  }

  /// What becomes of the client itself, where it is begun and ended.
  public enum Life {
    /// The session layer is begun and ended in its place.
    ENDS,
    /// Calls somewhere still need it.
    STAYS
  }

  /// Returns how the client of a project is called: awaited, where any of its calls is.
  public static Interface interfaceOf(Stream<PythonFile> files, Vocabulary words) {
    return files.anyMatch(it -> FoundCalls.in(it, words).areAwaited())
        ? Interface.AWAITED
        : Interface.PLAIN;
  }

  /// Returns what the file becomes; the same text where nothing of the client is in it.
  ///
  /// A second run over the result changes nothing: only calls of the client are looked for.
  public static Rewriting rewrite(PythonFile file, Vocabulary words, Interface called, Life life) {
    var rewriting = once(file, words, called, life);
    var spoiled = rewriting.handed().spoiled();
    // What runs together with what stays has to stay, too.
    return spoiled.isEmpty()
        ? rewriting
        : rewrite(file, words.without(spoiled), called, life).withSpoiled(spoiled);
  }

  private static Rewriting once(PythonFile file, Vocabulary words, Interface called, Life life) {
    var calls = FoundCalls.in(file, words);
    var verdicts = new ArrayList<Verdict>();
    var conversions = Conversions.of(file, words, calls, called, life);
    var imports = new Imported(words, file);
    var names = new ClientImports(file, words, imports, conversions);
    var assembly = new Assembly(file);
    var converted = conversions.converted();
    var results =
        new Results(
            words,
            names,
            converted,
            calls.scopes(),
            new StoredValues(file, words, converted),
            new Instances(file, imports));
    for (var scope : calls.scopes()) {
      results.look(scope);
    }
    var renamed = new ArrayList<>(results.renamed());
    renamed.addAll(names.reached());
    var renames = new Renames(file, renamed, results.plainTimes());
    var isChanged = conversions.write(renames, imports, assembly, verdicts);
    var handed = calls.handed().stream().map(it -> handed(file, it)).toList();
    if (!isChanged && names.isEmpty()) {
      var remarks = new ArrayList<>(handed);
      remarks.addAll(questions(calls, life, assembly));
      remarks.addAll(conversions.remarks());
      return new Rewriting(
          file.text(), file.text().content(), verdicts, remarks, conversions.handed());
    }
    renamed.forEach(it -> assembly.rename(it.span(), it.attribute()));
    names.edit(assembly);
    var remarks = new ArrayList<>(names.remarks());
    remarks.addAll(conversions.remarks());
    remarks.addAll(results.remarks());
    remarks.addAll(questions(calls, life, assembly));
    remarks.addAll(handed);
    remarks.addAll(new OutsideEnums(names).remarks(file));
    return new Rewriting(file.text(), assembly.text(), verdicts, remarks, conversions.handed());
  }

  private static Remark handed(PythonFile file, Expr methods) {
    return new Remark(
        RewriteCode.LEFT,
        methods.span(),
        "The methods of `%s` are given to other code, which stays as it is."
            .formatted(file.text(methods)),
        "Call them here, or write that code as SQLAlchemy by hand.");
  }

  private static List<Remark> questions(FoundCalls calls, Life life, Assembly assembly) {
    return calls.questions().stream()
        .filter(it -> life == Life.ENDS && !assembly.covers(it.span()))
        .map(QueryRewriter::question)
        .toList();
  }

  private static Remark question(Expr.Call call) {
    return new Remark(
        RewriteCode.LEFT,
        call.span(),
        "The client is asked whether it is connected, and nobody connects it any more.",
        "Call `startup()` and `shutdown()` without asking.");
  }
}
