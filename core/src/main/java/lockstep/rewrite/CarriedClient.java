package lockstep.rewrite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.rewrite.Meanings.Purpose;
import lockstep.rewrite.Meanings.Routine;
import lockstep.rewrite.Rewriting.Remark;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;
import lockstep.text.Span;

/// What carries a client through a project that calls nothing on it any more: variables, parameters
/// and attributes that are given it, and functions that hand it on, as `Depends(get_db)` does.
///
/// What goes nowhere but to others of these is not needed: it goes, with the arguments, imports and
/// annotations that belong to it. Whatever is used in another way stays, and all that brings the
/// client there.
public final class CarriedClient {
  private static final String ADVICE =
      "Write it without the client, and run `lockstep rewrite --project` again.";

  /// Decorators after which a function is called as it is written.
  private static final Set<String> HARMLESS =
      Set.of(
          "staticmethod",
          "classmethod",
          "property",
          "cached_property",
          "abstractmethod",
          "override",
          "fixture",
          "asynccontextmanager",
          "contextmanager",
          "cache",
          "lru_cache");

  private final Meanings meanings;
  private final Set<Holder> holding = new LinkedHashSet<>();
  private final Set<Holder> needed = new HashSet<>();
  private final Map<String, List<Remark>> reasons = new LinkedHashMap<>();

  private CarriedClient(Meanings meanings) {
    this.meanings = meanings;
  }

  /// @param files all that may know of the client, with no call of it in them, made anew at each
  ///   call
  public static CarriedClient in(Supplier<Stream<PythonFile>> files) {
    var carried = new CarriedClient(Meanings.of(files.get()));
    var flows = new Flows();
    files.get().sequential().forEach(it -> new HolderWalk(it, carried.meanings, flows).go());
    carried.holding.addAll(flows.holding());
    var uses = new Uses(carried);
    files.get().sequential().forEach(it -> new HolderWalk(it, carried.meanings, uses.of(it)).go());
    carried.needed.addAll(uses.needed(flows));
    uses.reasons.forEach(
        it -> carried.reasons.computeIfAbsent(it.file(), _ -> new ArrayList<>()).add(it.remark()));
    return carried;
  }

  /// Returns names by which other files may know what carries the client.
  public Set<String> words() {
    return holding.stream()
        .map(Holder::name)
        .filter(it -> !it.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// Returns what a file becomes without what carries the client to nobody.
  public Without without(PythonFile file) {
    return new WithoutClient(file, meanings, this).text();
  }

  /// @param remarks what needs the client, at places of the file as it was given
  /// @param kept names of the package that are still imported
  /// @param rest whether anything is left of it that others may want
  public record Without(String content, List<Remark> remarks, Set<String> kept, Rest rest) {
    public Without {
      remarks = List.copyOf(remarks);
      kept = Set.copyOf(kept);
    }
  }

  /// What is left of a file.
  public enum Rest {
    CODE,
    /// No more than imports and its text of documentation.
    NOTHING
  }

  List<Remark> reasons(PythonFile file) {
    return reasons.getOrDefault(file.text().name(), List.of());
  }

  boolean holds(Holder holder) {
    return holding.contains(holder) || holder.equals(Holder.MADE);
  }

  /// Returns whether a holder goes, as nobody needs what it holds.
  boolean goes(Holder holder) {
    return holding.contains(holder) && !needed.contains(holder);
  }

  /// Returns whether a function does nothing but make, keep and return a client: it goes as a
  /// whole.
  boolean onlyHandsOn(Stmt.Function function, Routine routine) {
    return routine.purpose() == Purpose.CODE
        && holding.contains(routine.result())
        && function.body().stream().allMatch(OnlyOfClient::is);
  }

  /// Where clients go.
  private static final class Flows implements HolderWalk.Sink {
    private final Set<Holder> said = new LinkedHashSet<>();
    private final List<Flow> all = new ArrayList<>();

    @Override
    public void holdsClient(Holder holder) {
      said.add(holder);
    }

    @Override
    public void flows(Holder from, Holder to, List<Holder> within) {
      all.add(new Flow(from, to, within));
    }

    /// Returns all that a client may come to.
    Set<Holder> holding() {
      var next = new LinkedHashMap<Holder, List<Holder>>();
      all.forEach(it -> next.computeIfAbsent(it.from(), _ -> new ArrayList<>()).add(it.to()));
      var holding = new LinkedHashSet<Holder>();
      var open = new ArrayList<>(said);
      open.add(Holder.MADE);
      while (!open.isEmpty()) {
        var it = open.removeLast();
        if (it.kind() != Holder.Kind.OTHER && holding.add(it)) {
          open.addAll(next.getOrDefault(it, List.of()));
        }
      }
      holding.remove(Holder.MADE);
      return holding;
    }
  }

  /// @param within the results of the functions that it happens in
  private record Flow(Holder from, Holder to, List<Holder> within) {}

  private record Reason(String file, Remark remark, Holder holder, List<Holder> within) {}

  /// Where clients are used.
  private static final class Uses implements HolderWalk.Sink {
    private final CarriedClient carried;
    private final List<Reason> reasons = new ArrayList<>();
    private final List<Reason> all = new ArrayList<>();
    private final Set<Holder> handingOn = new HashSet<>();
    private PythonFile file;

    private Uses(CarriedClient carried) {
      this.carried = carried;
    }

    Uses of(PythonFile next) {
      file = next;
      return this;
    }

    private void reason(Holder holder, Span place, List<Holder> within, String fact) {
      if (carried.holding.contains(holder)) {
        var remark = new Remark(RewriteCode.LEFT, place, fact, ADVICE);
        all.add(new Reason(file.text().name(), remark, holder, within));
      }
    }

    @Override
    public void uses(Holder holder, Expr place, List<Holder> within) {
      var fact = "`%s` holds the client, and is used here.".formatted(shown(place));
      reason(holder, place.span(), within, fact);
    }

    @Override
    public void holdsOther(Holder holder, Span place) {
      var fact =
          holder.kind() == Holder.Kind.RESULT
              ? "`%s` returns the client elsewhere, and this here.".formatted(holder.name())
              : "`%s` is the client elsewhere, and this here.".formatted(holder.name());
      reason(holder, place, List.of(), fact);
    }

    @Override
    public void holdsOfOwnDatabase(Holder holder, Span place) {
      reason(holder, place, List.of(), "This client goes to a database of its own.");
    }

    @Override
    public void handsOn(Routine routine, Expr place) {
      var given =
          "`%s`, which gives the client, is handed to other code here.".formatted(routine.shown());
      reason(routine.result(), place.span(), List.of(), given);
      var fact =
          "`%s`, which takes the client, is handed to other code here.".formatted(routine.shown());
      routine
          .parameters()
          .forEach(it -> reason(routine.parameter(it), place.span(), List.of(), fact));
    }

    @Override
    public void spreads(Routine routine, Expr.Call call) {
      var fact = "This may give `%s` the client.".formatted(routine.shown());
      routine
          .parameters()
          .forEach(it -> reason(routine.parameter(it), call.span(), List.of(), fact));
    }

    @Override
    public void assigns(Stmt.Assign statement, Holder to) {
      if (statement.targets().size() > 1) {
        reason(to, statement.span(), List.of(), "`%s` is one of several.".formatted(to.name()));
      }
    }

    @Override
    public void begins(Stmt.Function function, Routine routine) {
      if (carried.onlyHandsOn(function, routine)) {
        handingOn.add(routine.result());
      } else if (routine.purpose() == Purpose.CODE) {
        reason(
            routine.result(),
            function.span(),
            List.of(),
            "`%s` does more than hand on the client.".formatted(routine.shown()));
      }
      if (!isCalledBySight(function, routine)) {
        var fact = "It is not known what gives `%s` the client.".formatted(routine.shown());
        routine
            .parameters()
            .forEach(it -> reason(routine.parameter(it), function.span(), List.of(), fact));
      }
    }

    /// Returns whether all that calls a function is seen: code that names it, or a framework that
    /// reads what it takes.
    private boolean isCalledBySight(Stmt.Function function, Routine routine) {
      return function.decorators().isEmpty()
          ? carried.meanings.isKnown(routine)
          : function.decorators().stream().allMatch(Uses::isReader);
    }

    /// `@router.get("/")`, or what changes no parameters.
    private static boolean isReader(Expr decorator) {
      return decorator instanceof Expr.Call(var _, Expr.Attribute _, var _)
          || ClientCalls.lastName(decorator instanceof Expr.Call it ? it.function() : decorator)
              .filter(HARMLESS::contains)
              .isPresent();
    }

    private String shown(Expr place) {
      return file.text(place).lines().findFirst().orElse("");
    }

    /// Returns what somebody needs; the places that first need it become the reasons.
    Set<Holder> needed(Flows flows) {
      var needed = new HashSet<Holder>();
      var before = -1;
      while (before != needed.size()) {
        before = needed.size();
        for (var it : all) {
          if (counts(it.within(), needed)) {
            needed.add(it.holder());
          }
        }
        for (var it : flows.all) {
          if (counts(it.within(), needed) && needed.contains(it.to())) {
            needed.add(it.from());
          }
        }
      }
      all.stream().filter(it -> counts(it.within(), needed)).forEach(reasons::add);
      return needed;
    }

    /// What happens in a function that goes does not count.
    private boolean counts(List<Holder> within, Set<Holder> needed) {
      return within.stream().allMatch(it -> !handingOn.contains(it) || needed.contains(it));
    }
  }
}
