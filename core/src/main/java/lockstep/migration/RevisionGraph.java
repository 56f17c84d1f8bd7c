package lockstep.migration;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.text.Order;

/// The revisions of an Alembic history and how they come after each other: a tree of branches that
/// merges bring together again.
public final class RevisionGraph {
  private final Map<String, Revision> revisions = new LinkedHashMap<>();
  private final Map<String, List<String>> parents = new HashMap<>();
  private final Map<String, Set<String>> needs = new HashMap<>();
  private final List<Revision> order = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private RevisionGraph() {}

  /// @param revisions in any order
  public static RevisionGraph of(List<Revision> revisions) {
    var graph = new RevisionGraph();
    revisions.stream().sorted(Order.by(Revision::id)).forEach(graph::add);
    graph.connect();
    if (graph.diagnostics.isEmpty()) {
      graph.sort();
    }
    return graph;
  }

  /// Returns why the history cannot be followed; empty where it can.
  public List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  /// Returns all revisions in an order in which they can be applied one after the other; where
  /// branches leave a choice, the older one first.
  public List<Revision> ordered() {
    return List.copyOf(order);
  }

  public Optional<Revision> find(String id) {
    return Optional.ofNullable(revisions.get(id));
  }

  /// Returns the revisions that none comes after, as Alembic counts heads.
  public List<Revision> heads() {
    var inner = new HashSet<String>();
    parents.values().forEach(inner::addAll);
    return order.stream().filter(it -> !inner.contains(it.id())).toList();
  }

  /// Returns the revisions that more than one comes after.
  public List<Revision> branches() {
    return order.stream().filter(it -> children(it.id()) > 1).toList();
  }

  private long children(String id) {
    return parents.values().stream().filter(it -> it.contains(id)).count();
  }

  public List<Revision> merges() {
    return order.stream().filter(Revision::isMerge).toList();
  }

  /// Returns what a database has that is at these revisions, themselves included; what is not known
  /// is left out.
  public Set<String> upTo(Iterable<String> ids) {
    var all = new LinkedHashSet<String>();
    ids.forEach(it -> upTo(it, all));
    return all;
  }

  /// Returns what a revision comes directly after, that which it depends on included.
  public Set<String> before(String id) {
    return new LinkedHashSet<>(needs.getOrDefault(id, Set.of()));
  }

  /// Returns what comes after these revisions, themselves included.
  public Set<String> from(List<String> ids) {
    var all = new LinkedHashSet<>(ids);
    order.stream()
        .filter(it -> needs.get(it.id()).stream().anyMatch(all::contains))
        .forEach(it -> all.add(it.id()));
    return all;
  }

  private void upTo(String id, Set<String> all) {
    var open = new ArrayList<String>();
    open.add(id);
    while (!open.isEmpty()) {
      var next = open.removeLast();
      if (revisions.containsKey(next) && all.add(next)) {
        open.addAll(needs.get(next));
      }
    }
  }

  private void add(Revision revision) {
    var other = revisions.putIfAbsent(revision.id(), revision);
    if (other != null) {
      report(
          RevisionCode.TWICE,
          revision,
          "The revision `%s` is in `%s` too.".formatted(revision.id(), other.file().name()),
          "Give one of them another id, and see what comes after which.");
    }
  }

  private void connect() {
    for (var it : revisions.values()) {
      var itsParents =
          it.parents().stream().map(parent -> known(it, parent, resolve(parent))).toList();
      var all = new LinkedHashSet<>(itsParents);
      it.dependsOn().stream()
          .map(other -> known(it, other, labelled(other).or(() -> resolve(other))))
          .forEach(all::add);
      parents.put(it.id(), itsParents);
      needs.put(it.id(), all);
    }
  }

  private String known(Revision revision, String name, Optional<Revision> found) {
    if (found.isEmpty()) {
      report(
          RevisionCode.PARENT_MISSING,
          revision,
          "The revision `%s` comes after `%s`, which is not there.".formatted(revision.id(), name),
          "Bring its file back from version control, or correct what this one comes after.");
    }
    return found.map(Revision::id).orElse(name);
  }

  private Optional<Revision> labelled(String label) {
    return revisions.values().stream().filter(it -> it.labels().contains(label)).findFirst();
  }

  /// Alembic takes the beginning of an id for the id where it is the only one.
  private Optional<Revision> resolve(String id) {
    var exact = find(id);
    if (exact.isPresent()) {
      return exact;
    }
    var like = revisions.values().stream().filter(it -> it.id().startsWith(id)).toList();
    return like.size() == 1 ? Optional.of(like.getFirst()) : Optional.empty();
  }

  private void sort() {
    var after = new HashMap<String, List<Revision>>();
    var waitsFor = new HashMap<String, Integer>();
    for (var it : revisions.values()) {
      waitsFor.put(it.id(), needs.get(it.id()).size());
      needs
          .get(it.id())
          .forEach(need -> after.computeIfAbsent(need, _ -> new ArrayList<>()).add(it));
    }
    var ready =
        new TreeSet<Revision>(
            Order.<Revision, LocalDateTime>by(it -> it.createdAt().orElse(LocalDateTime.MIN))
                .then(Order.by(Revision::id)));
    revisions.values().stream().filter(it -> waitsFor.get(it.id()) == 0).forEach(ready::add);
    while (!ready.isEmpty()) {
      var next = ready.pollFirst();
      order.add(next);
      for (var it : after.getOrDefault(next.id(), List.of())) {
        if (waitsFor.merge(it.id(), -1, Integer::sum) == 0) {
          ready.add(it);
        }
      }
    }
    revisions.values().stream()
        .filter(it -> waitsFor.get(it.id()) > 0)
        .findFirst()
        .ifPresent(this::reportCycle);
  }

  private void reportCycle(Revision revision) {
    report(
        RevisionCode.CYCLE,
        revision,
        "The revision `%s` comes after itself, or after one that does.".formatted(revision.id()),
        "Look at `down_revision` of %s."
            .formatted(
                String.join(
                    " and ",
                    Stream.concat(Stream.of(revision.id()), needs.get(revision.id()).stream())
                        .distinct()
                        .map("`%s`"::formatted)
                        .toList())));
    order.clear();
  }

  private void report(RevisionCode code, Revision revision, String fact, String advice) {
    diagnostics.add(
        Diagnostic.of(code, new Place.File(revision.file().name()), fact).withAdvice(advice));
  }
}
