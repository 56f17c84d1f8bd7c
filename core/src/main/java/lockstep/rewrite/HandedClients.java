package lockstep.rewrite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lockstep.rewrite.Callees.Callee;
import lockstep.rewrite.Handed.Parameter;
import lockstep.rewrite.Handing.Defined;
import lockstep.rewrite.Handing.Given;
import lockstep.rewrite.Handing.Level;
import lockstep.rewrite.Handing.Source;
import lockstep.rewrite.Handing.Timing;
import lockstep.rewrite.syntax.Stmt.Colour;

/// The parameters that are given transactions of the client's, in all files.
///
/// Where all of a function's callers are known, and each gives one, the function runs in the
/// session that its caller has opened.
final class HandedClients {
  static final HandedClients NONE = new HandedClients(new Modules<>(Map.of()), Map.of(), Set.of());

  private final Modules<Handing> modules;
  private final Map<String, Handing> byModule;
  private final Set<Parameter> spoiled;
  private final Map<Callee, List<Given>> calls = new LinkedHashMap<>();
  private final List<Bound> bound = new ArrayList<>();

  /// Why a parameter cannot become a session, of all that are given a transaction.
  private final Map<Parameter, Optional<String>> reached = new LinkedHashMap<>();

  /// What a call gives to a parameter.
  private record Bound(Source source, Parameter to) {}

  private HandedClients(
      Modules<Handing> modules, Map<String, Handing> byModule, Set<Parameter> spoiled) {
    this.modules = modules;
    this.byModule = byModule;
    this.spoiled = spoiled;
    byModule.forEach((_, it) -> it.given().forEach(this::learn));
    reach();
    doubt();
  }

  /// @param byModule by whole names
  static HandedClients of(Map<String, Handing> byModule) {
    return new HandedClients(new Modules<>(byModule), byModule, Set.of());
  }

  /// Returns what is known where some of them cannot become sessions.
  HandedClients without(Set<Parameter> more) {
    var all = new LinkedHashSet<>(spoiled);
    all.addAll(more);
    return new HandedClients(modules, byModule, all);
  }

  /// Returns whether a parameter is given a transaction anywhere.
  boolean isReached(Parameter parameter) {
    return reached.containsKey(parameter);
  }

  /// Returns whether a parameter is given nothing but sessions from here on.
  boolean areSessions(Parameter parameter) {
    return reached.getOrDefault(parameter, Optional.of("")).isEmpty();
  }

  /// Returns why a parameter that is given transactions cannot become a session.
  Optional<String> doubt(Parameter parameter) {
    return reached.getOrDefault(parameter, Optional.empty());
  }

  /// Returns the parameter that an argument of a call is given to.
  ///
  /// @param callee as the file of the call knows it
  /// @param index of the argument
  Optional<Parameter> parameter(Callee callee, Optional<String> keyword, int index) {
    return resolved(callee)
        .flatMap(
            it -> {
              var names = defined(it).parameters();
              return keyword
                  .filter(names::contains)
                  .or(
                      () ->
                          keyword.isEmpty() && index < names.size()
                              ? Optional.of(names.get(index))
                              : Optional.empty())
                  .map(name -> new Parameter(it.module(), it.name(), name));
            });
  }

  private void learn(Given given) {
    resolved(given.callee())
        .ifPresent(
            callee -> {
              calls.computeIfAbsent(callee, _ -> new ArrayList<>()).add(given);
              var defined = defined(callee);
              for (var name : defined.parameters()) {
                given
                    .to(defined, name)
                    .filter(it -> !(it instanceof Source.Other))
                    .ifPresent(
                        it ->
                            bound.add(
                                new Bound(
                                    it, new Parameter(callee.module(), callee.name(), name))));
              }
            });
  }

  private static Callee callee(Parameter parameter) {
    return new Callee(parameter.module(), parameter.function());
  }

  private Defined defined(Callee whole) {
    return byModule.get(whole.module()).defined().get(whole.name());
  }

  /// Returns where a function is, through the modules that import it from each other.
  private Optional<Callee> resolved(Callee callee) {
    var at = callee;
    var seen = new LinkedHashSet<Callee>();
    while (seen.add(at)) {
      var module = modules.whole(at.module());
      if (module.isEmpty()) {
        return Optional.empty();
      }
      var known = byModule.get(module.get());
      if (known.defined().containsKey(at.name())) {
        return Optional.of(new Callee(module.get(), at.name()));
      }
      if (!known.imported().containsKey(at.name())) {
        return Optional.empty();
      }
      at = known.imported().get(at.name());
    }
    return Optional.empty();
  }

  private void reach() {
    var before = -1;
    while (before != reached.size()) {
      before = reached.size();
      for (var it : bound) {
        var isTransaction =
            switch (it.source()) {
              case Source.Opened _, Source.Begun _ -> true;
              case Source.Received(var parameter) -> reached.containsKey(parameter);
              case Source.Other _, Source.Unknown _ -> false;
            };
        if (isTransaction) {
          reached.putIfAbsent(it.to(), Optional.empty());
        }
      }
    }
  }

  private void doubt() {
    var isSettled = false;
    while (!isSettled) {
      isSettled = true;
      for (var it : List.copyOf(reached.keySet())) {
        if (reached.get(it).isEmpty()) {
          var why = why(it);
          isSettled &= why.isEmpty();
          reached.put(it, why);
        }
      }
    }
  }

  private Optional<String> why(Parameter parameter) {
    var callee = callee(parameter);
    var defined = defined(callee);
    if (spoiled.contains(parameter)) {
      return Optional.of("not all that is done with it is converted");
    }
    return defined
        .doubt()
        .or(() -> loose(callee, defined))
        .or(() -> calls.get(callee).stream().flatMap(it -> why(it, parameter).stream()).findFirst())
        .or(
            () ->
                bound.stream()
                    .filter(it -> it.source().equals(new Source.Received(parameter)))
                    .flatMap(it -> reached.getOrDefault(it.to(), Optional.empty()).stream())
                    .findFirst());
  }

  private Optional<String> loose(Callee callee, Defined defined) {
    var isNamed =
        byModule.values().stream()
            .flatMap(it -> it.loose().stream())
            .filter(it -> it.name().equals(callee.name()))
            .anyMatch(it -> resolved(it).filter(callee::equals).isPresent());
    var isAsked =
        defined.level() == Level.CLASS
            && byModule.values().stream().anyMatch(it -> it.attributes().contains(callee.name()));
    return isNamed || isAsked
        ? Optional.of("not all calls of `%s` are known".formatted(callee.name()))
        : Optional.empty();
  }

  /// Returns why what one call gives is no session.
  private Optional<String> why(Given given, Parameter parameter) {
    var function = parameter.function();
    var defined = defined(callee(parameter));
    if (defined.colour() == Colour.ASYNC && given.timing() == Timing.ELSEWHERE) {
      return Optional.of("`%s` is not awaited in %s".formatted(function, given.place()));
    }
    var source = given.to(defined, parameter.name());
    if (source.isEmpty()) {
      return Optional.of("`%s` is called without it in %s".formatted(function, given.place()));
    }
    return switch (source.get()) {
      case Source.Opened _ -> Optional.empty();
      case Source.Begun _ ->
          Optional.of("the one in %s has no block of its own".formatted(given.place()));
      case Source.Received(var from) when reached.containsKey(from) -> reached.get(from);
      case Source.Received _, Source.Other _, Source.Unknown _ ->
          Optional.of("`%s` is given something else in %s".formatted(function, given.place()));
    };
  }
}
