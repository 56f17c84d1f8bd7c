package lockstep.rewrite;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lockstep.emit.python.Expression;
import lockstep.rewrite.FoundCalls.Found;
import lockstep.rewrite.FoundCalls.Reach;
import lockstep.rewrite.FoundCalls.Scope;
import lockstep.rewrite.QueryRewriter.Interface;
import lockstep.rewrite.QueryRewriter.Life;
import lockstep.rewrite.QueryWriter.Result;
import lockstep.rewrite.QueryWriter.Session;
import lockstep.rewrite.QueryWriter.Sharing;
import lockstep.rewrite.Rewriting.Remark;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;
import lockstep.text.Order;

/// Settles which calls of a file are converted, and converts them.
///
/// Each is tried first: a call that is given a dict by a variable is converted only where all that
/// are given the same one are.
final class Conversions {
  private final PythonFile file;
  private final Vocabulary words;
  private final FoundCalls calls;
  private final SessionHeads heads;
  private final Life life;
  private final Transactions transactions;
  private final Placing placing;
  private final OwnDatabases ownDatabases;
  private final MissingRows missing;
  private final Map<Scope, Variables> variables = new IdentityHashMap<>();
  private final Map<ClientCall, String> refused = new IdentityHashMap<>();
  private final Map<ClientCall, List<Variables.Followed>> followedBy = new IdentityHashMap<>();
  private final List<Expr> replaced = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();
  private Renames text;

  private Conversions(
      PythonFile file, Vocabulary words, FoundCalls calls, Interface called, Life life) {
    this.life = life;
    this.file = file;
    this.words = words;
    this.calls = calls;
    this.heads = new SessionHeads(called);
    this.ownDatabases = OwnDatabases.in(file, words);
    this.transactions = new Transactions(file, calls);
    this.placing = new Placing(file, calls, transactions, heads.called());
    this.missing = new MissingRows(file);
    this.text = new Renames(file, List.of(), Set.of());
  }

  static Conversions of(
      PythonFile file, Vocabulary words, FoundCalls calls, Interface called, Life life) {
    var conversions = new Conversions(file, words, calls, called, life);
    var constants = new IncludedDicts(file);
    for (var scope : calls.scopes()) {
      conversions.variables.put(scope, Variables.of(file, words, constants, scope));
    }
    conversions.settle();
    return conversions;
  }

  /// Returns the expressions that have gone.
  List<Expr> replaced() {
    return replaced;
  }

  /// Returns what values have to be that converted calls are given.
  List<Remark> remarks() {
    return remarks.stream().distinct().toList();
  }

  /// Returns the calls that are converted.
  List<ClientCall> converted() {
    return calls.scopes().stream()
        .flatMap(it -> it.calls().stream())
        .map(Found::call)
        .filter(it -> !refused.containsKey(it))
        .toList();
  }

  /// Returns whether no call stays.
  boolean areAll() {
    return refused.isEmpty();
  }

  /// Returns the parameters that are given transactions, and those of them that cannot become
  /// sessions, as something stays that runs together with them.
  Handed handed() {
    return transactions.handed(refused);
  }

  /// Returns whether no client is needed any more.
  boolean endClient() {
    return life == Life.ENDS;
  }

  /// Returns whether a call stays that is made on a class of the client's, as `User.prisma()`.
  boolean needClasses() {
    return refused.keySet().stream()
        .anyMatch(
            it ->
                it.node().function()
                        instanceof Expr.Attribute(var _, Expr.Call(var _, var of, var _), var _)
                    && ClientCalls.lastName(of).filter("prisma"::equals).isPresent());
  }

  /// Returns whether a `try` or `with` has calls in it, and all of them are converted.
  boolean raisesOnlyConverted(Stmt statement) {
    var isWhole =
        statement instanceof Stmt.With
            || statement instanceof Stmt.Compound(var _, var kind, var _, var _)
                && kind.startsWith("Try");
    if (!isWhole) {
      return false;
    }
    var within = calls.index().inside(statement.span()).map(Found::call).toList();
    return !within.isEmpty() && within.stream().noneMatch(refused::containsKey);
  }

  private void settle() {
    var scratch = new Imported(words, file);
    var open = new ArrayList<Placed>();
    for (var scope : calls.scopes()) {
      scope.calls().forEach(it -> open.add(new Placed(scope, it)));
    }
    var before = -1;
    while (before != refused.size()) {
      before = refused.size();
      open.removeIf(it -> isSettled(it, scratch));
      open.stream()
          .map(it -> it.found().call())
          .filter(it -> !refused.containsKey(it))
          .flatMap(it -> followedBy.get(it).stream())
          .distinct()
          .forEach(this::refuseOthers);
    }
  }

  private record Placed(Scope scope, Found found) {}

  /// A dict that is written anew for one call is no longer what others read that know its fields.
  private void refuseOthers(Variables.Followed followed) {
    for (var user : followed.users()) {
      var known = followedBy.get(user);
      if (known != null && !known.contains(followed) && !refused.containsKey(user)) {
        refused.put(
            user, "not all that is done with `%s` is known here.".formatted(followed.name()));
      }
    }
  }

  /// Returns whether nothing that others become makes a difference to a call any more.
  private boolean isSettled(Placed placed, Imported scratch) {
    var found = placed.found();
    var draft = new Draft(text, words, scratch, variables.get(placed.scope()));
    if (isNeeded(found)) {
      draft.refuse("calls that stay need it.");
    }
    if (ownDatabases.have(found.call())) {
      draft.refuse(OwnDatabases.REASON);
    }
    placing.refusal(placed.scope(), found, refused).ifPresent(draft::refuse);
    convert(placed.scope(), found, draft);
    var followed = draft.followed();
    followedBy.put(found.call(), followed);
    for (var it : followed) {
      it.users().stream()
          .filter(refused::containsKey)
          .findFirst()
          .ifPresent(
              user ->
                  draft.refuse(
                      "`%s` is also given to `%s`, which stays."
                          .formatted(it.name(), user.label())));
    }
    draft.refusal().ifPresent(it -> refused.put(found.call(), it));
    return refused.containsKey(found.call())
        || followed.isEmpty()
            && found.within().isEmpty()
            && found.batch().isEmpty()
            && found.gathering().isEmpty();
  }

  /// Returns whether a call begins or ends the client while calls need it.
  private boolean isNeeded(Found found) {
    return life == Life.STAYS && found.call().target() instanceof ClientCall.Target.Life;
  }

  private static Remark needed(ClientCall call) {
    return new Remark(
        RewriteCode.LEFT,
        call.span(),
        "`%s` stays: calls that stay need the client.".formatted(call.label()),
        "Convert those by hand, and run `lockstep rewrite` again.");
  }

  /// Returns whether a call runs for each turn of a loop inside of its statement.
  static boolean isRepeated(Found found) {
    return found.statement().expressions().stream()
        .flatMap(Expr::all)
        .filter(Expr.Comprehension.class::isInstance)
        .anyMatch(it -> it.span().contains(found.call().span()));
  }

  private Expression convert(Scope scope, Found found, Draft draft) {
    var call = found.call();
    var isIgnored = found.statement() instanceof Stmt.Evaluate it && it.value() == call.whole();
    var session = session(found, isIgnored ? Result.IGNORED : Result.USED, draft.imports());
    draft.allow(precedence(found));
    draft.expect(missing.around(found.call()));
    var code = code(call, draft, session);
    if (found.within().isPresent()
        && draft.effect().orElse(call.effect()) == Operation.Effect.WRITE
        && !isIgnored) {
      draft.note("rows that the transaction has read already change with it.");
    }
    if (isReadAgain(scope, found)) {
      draft.note(
          "where it finds a row that the transaction has read before, that row changes too.");
    }
    return code;
  }

  /// Returns whether rows of the same model are kept from a call before, in the same transaction: a
  /// session has one object for each row.
  private static boolean isReadAgain(Scope scope, Found found) {
    return found.within().isPresent()
        && found.call().effect() == Operation.Effect.READ
        && returnsRows(found)
        && scope.calls().stream()
            .takeWhile(it -> it != found)
            .anyMatch(
                it ->
                    it.within().equals(found.within())
                        && returnsRows(it)
                        && it.statement() instanceof Stmt.Assign
                        && it.call().entity().equals(found.call().entity()));
  }

  static boolean returnsRows(Found found) {
    return found.call().target() instanceof ClientCall.Target.OfModel(var _, var operation)
        && operation.returnsRows();
  }

  private static Expression code(ClientCall call, Draft draft, Session session) {
    return switch (call.target()) {
      case ClientCall.Target.OfModel(var entity, var operation) ->
          new QueryWriter(draft, session, operation).write(entity, call.node());
      case ClientCall.Target.OfUnknown(var _, var reason) -> draft.refuse(reason);
      case ClientCall.Target.Kept _ -> draft.refuse("it is not called here.");
      case ClientCall.Target.Raw(var operation, var entity) ->
          new RawWriter(draft, session, entity).write(operation, call.node());
      case ClientCall.Target.Life(var operation) ->
          Expression.call(session.await() + draft.imports().sessions(operation.function()));
    };
  }

  /// Two calls of a statement would have the same variables.
  private Draft.Precedence precedence(Found found) {
    var isPlain =
        switch (found.statement()) {
          case Stmt.Assign _, Stmt.Evaluate _, Stmt.Return _ -> file.beginsLine(found.statement());
          default -> false;
        };
    var isAlone = calls.index().of(found.statement()).size() == 1;
    return isPlain && isAlone && found.reach() == Reach.ALWAYS
        ? Draft.Precedence.LINES
        : Draft.Precedence.NONE;
  }

  private Session session(Found found, Result result, Imported imports) {
    if (found.batch().isPresent()) {
      return new Session(found.batch().get().variable(), "", result, Sharing.COLLECTED);
    }
    return found
        .within()
        .map(it -> new Session(it.session(), heads.await(), result, sharing(it)))
        .orElseGet(
            () -> new Session(heads.variable(imports), heads.await(), result, Sharing.ALONE));
  }

  /// In a batch nothing is read.
  private static Sharing sharing(Transaction transaction) {
    return transaction.kind() == Transaction.Kind.BATCH && transaction.outer().isEmpty()
        ? Sharing.BATCH
        : Sharing.TRANSACTION;
  }

  /// Writes all that can be converted.
  ///
  /// @param names what fields of rows are called from now on
  /// @return whether anything was
  boolean write(Renames names, Imported imports, Assembly assembly, List<Verdict> verdicts) {
    text = names;
    variables.values().forEach(it -> it.times().know(names::isPlainTime));
    var isChanged = false;
    for (var scope : calls.scopes()) {
      isChanged |= write(scope, imports, assembly, verdicts);
    }
    var together = transactions.write(refused, imports, assembly, verdicts, heads);
    replaced.addAll(together);
    var parameters = new SessionParameters(file, calls, heads).write(imports, assembly);
    replaced.addAll(parameters);
    replaced.addAll(new ConnectionGuards(file, calls, life).write(imports, assembly));
    var blocks = new ClientBlocks(file, calls, life).write(imports, assembly, verdicts);
    replaced.addAll(blocks);
    isChanged |= !blocks.isEmpty() || !together.isEmpty() || !parameters.isEmpty();
    verdicts.sort(Order.by(it -> it.span().start(), Integer::compare));
    return isChanged;
  }

  private boolean write(Scope scope, Imported imports, Assembly assembly, List<Verdict> verdicts) {
    var byStatement = new LinkedHashMap<Stmt, List<Found>>();
    var dicts = new LinkedHashMap<Variables.Followed, Draft>();
    for (var found : scope.calls()) {
      var reason = refused.get(found.call());
      if (isNeeded(found)) {
        remarks.add(needed(found.call()));
        continue;
      }
      if (reason != null) {
        verdicts.add(verdict(found.call(), new Verdict.Outcome.Refused(reason)));
        continue;
      }
      byStatement.computeIfAbsent(found.statement(), _ -> new ArrayList<>()).add(found);
    }
    byStatement.forEach(
        (statement, all) -> statement(scope, statement, all, imports, assembly, verdicts, dicts));
    dicts.forEach((followed, draft) -> new FollowedDict(followed, draft).write(assembly));
    for (var kept : scope.kept().values()) {
      if (scope.calls().stream().noneMatch(it -> refused.containsKey(it.call()) && kept.isOf(it))) {
        assembly.remove(kept.assignment().span());
        replaced.addAll(kept.assignment().expressions());
      }
    }
    return !byStatement.isEmpty();
  }

  private void statement(
      Scope scope,
      Stmt statement,
      List<Found> all,
      Imported imports,
      Assembly assembly,
      List<Verdict> verdicts,
      Map<Variables.Followed, Draft> dicts) {
    var hoisted = new ArrayList<Assembly.Hoisted>();
    var opened = new ArrayList<Assembly.Opened>();
    var headers = new ArrayList<String>();
    var gathered = new LinkedHashMap<Gathering, List<Expression>>();
    var effect = Operation.Effect.READ;
    var writing = all.stream().filter(Conversions::opensSession).filter(Conversions::isWriting);
    var isTogether = writing.mapToInt(it -> isRepeated(it) ? 2 : 1).sum() > 1;
    var sharing =
        new Sharers(file, statement, all.stream().filter(Conversions::opensSession).toList());
    for (var found : all) {
      var draft = new Draft(text, words, imports, variables.get(scope));
      if (isTogether && opensSession(found) && !sharing.areApart()) {
        draft.note("the calls of its statement write together or not at all, at one time.");
      }
      if (sharing.haveOneRow() && !sharing.areApart() && returnsRows(found)) {
        draft.note(
            "a row that several calls of its statement return is one object, as the last of them left it.");
      }
      var code = convert(scope, found, draft);
      draft.followed().forEach(it -> dicts.putIfAbsent(it, draft));
      remarks.addAll(draft.demands());
      found
          .gathering()
          .ifPresent(_ -> draft.note("what ran at the same time runs one after the other."));
      verdicts.add(verdict(found.call(), outcome(draft)));
      replaced.add(found.call().whole());
      if (sharing.areApart() && opensSession(found)) {
        var variable = imports.free(variable(found.call()));
        var own = draft.effect().orElse(found.call().effect());
        opened.add(
            new Assembly.Opened(
                heads.header(own, imports), List.of(new Assembly.Hoisted(variable, code))));
        code = Expression.verbatim(variable);
      }
      if (found.gathering().isPresent()) {
        gathered.computeIfAbsent(found.gathering().get(), _ -> new ArrayList<>()).add(code);
      } else if (!opensSession(found) || !Placing.isHead(statement)) {
        assembly.replace(found.call().span(), inPlace(statement, found.call(), code));
      } else {
        var variable = imports.free(variable(found.call()));
        hoisted.add(new Assembly.Hoisted(variable, code));
        assembly.replace(found.call().span(), Expression.verbatim(variable));
      }
      assembly.precede(statement, draft.before());
      draft.condition().ifPresent(it -> headers.add("if " + it + ":"));
      if (opensSession(found)
          && draft.effect().orElse(found.call().effect()) == Operation.Effect.WRITE) {
        effect = Operation.Effect.WRITE;
      }
    }
    gathered.forEach(
        (gathering, codes) -> {
          assembly.replace(gathering.whole().span(), Expression.list(codes));
          replaced.add(gathering.whole());
        });
    if (all.stream().noneMatch(Conversions::opensSession)) {
      if (headers.isEmpty()) {
        assembly.keepComments(statement);
      } else {
        assembly.wrap(statement, headers);
      }
      return;
    }
    if (!opened.isEmpty()) {
      assembly.hoist(statement, opened);
      return;
    }
    var header = heads.header(effect, imports);
    if (hoisted.isEmpty()) {
      headers.add(header);
      assembly.wrap(statement, headers);
    } else {
      assembly.hoist(statement, List.of(new Assembly.Opened(header, hoisted)));
    }
  }

  /// What has two branches stands between parentheses where it is a part of something.
  private static Expression inPlace(Stmt statement, ClientCall call, Expression code) {
    var isWhole =
        switch (statement) {
          case Stmt.Assign it -> it.value().filter(value -> value == call.whole()).isPresent();
          case Stmt.Return it -> it.value().filter(value -> value == call.whole()).isPresent();
          case Stmt.Evaluate it -> it.value() == call.whole();
          default -> false;
        };
    return code instanceof Expression.Conditional && !isWhole ? new Expression.Grouped(code) : code;
  }

  /// Returns what a row, or whatever the call returns, is called where it gets a variable.
  private static String variable(ClientCall call) {
    return switch (call.target()) {
      case ClientCall.Target.Raw _,
          ClientCall.Target.Life _,
          ClientCall.Target.OfUnknown _,
          ClientCall.Target.Kept _ ->
          "found_rows";
      case ClientCall.Target.OfModel(var entity, var operation) ->
          switch (operation) {
            case FIND_MANY, GROUP_BY -> "found_" + entity.variable() + "s";
            case COUNT, CREATE_MANY, UPDATE_MANY, DELETE_MANY -> entity.variable() + "_count";
            case FIND_UNIQUE, FIND_UNIQUE_OR_RAISE, FIND_FIRST, FIND_FIRST_OR_RAISE ->
                "found_" + entity.variable();
            case CREATE, UPDATE, UPSERT, DELETE -> "written_" + entity.variable();
          };
    };
  }

  static boolean isWriting(Found found) {
    return found.call().effect() == Operation.Effect.WRITE;
  }

  private static boolean opensSession(Found found) {
    return found.within().isEmpty() && found.batch().isEmpty() && found.call().needsSession();
  }

  private static Verdict verdict(ClientCall call, Verdict.Outcome outcome) {
    return new Verdict(call.label(), call.span(), outcome);
  }

  private static Verdict.Outcome outcome(Draft draft) {
    var notes = String.join(" ", draft.notes());
    if (!draft.helped().isEmpty()) {
      var reason = helped(draft.helped().getFirst());
      return new Verdict.Outcome.WithHelper(notes.isEmpty() ? reason : reason + " " + notes);
    }
    return notes.isEmpty() ? new Verdict.Outcome.Converted() : new Verdict.Outcome.WithNote(notes);
  }

  private static String helped(String function) {
    return switch (function) {
      case "some_of" -> "`some_of` says which rows of a relation are loaded.";
      case "in_order" -> "`in_order` orders what is loaded beside rows.";
      case "from_cursor" -> "`from_cursor` says which rows come after the cursor's.";
      default -> "`%s` reads what is only known when it runs.".formatted(function);
    };
  }
}
