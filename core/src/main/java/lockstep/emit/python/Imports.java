package lockstep.emit.python;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import lockstep.text.Order;

/// The imports of one module, sorted and laid out as ruff's import rules want them.
public final class Imports {
  private final SortedMap<Section, Group> sections = new TreeMap<>();
  private final Group typeChecking = new Group();

  /// The sections of a module's imports, in their order.
  private enum Section {
    FUTURE,
    STANDARD,
    THIRD_PARTY,
    PROJECT,
    LOCAL
  }

  /// Lets annotations name what is not there when the class is made.
  public void futureAnnotations() {
    group(Section.FUTURE).from("__future__", "annotations");
  }

  /// `import module` or `import module as alias` from the standard library.
  public void standard(String module) {
    group(Section.STANDARD).modules.add(module);
  }

  /// `from module import name` from the standard library.
  public void standard(String module, String name) {
    group(Section.STANDARD).from(module, name);
  }

  /// `import module as alias` from an installed package.
  public void installed(String module) {
    group(Section.THIRD_PARTY).modules.add(module);
  }

  /// `from module import name` from an installed package.
  public void installed(String module, String name) {
    group(Section.THIRD_PARTY).from(module, name);
  }

  /// `from module import name` from another package of the same project.
  public void project(String module, String name) {
    group(Section.PROJECT).from(module, name);
  }

  /// `from .module import name` from the same package.
  public void local(String module, String name) {
    group(Section.LOCAL).from(module, name);
  }

  /// Imports a name for type checkers only, so that modules may name each other.
  public void forTypeChecking(String module, String name) {
    standard("typing", "TYPE_CHECKING");
    typeChecking.from(module, name);
  }

  private Group group(Section section) {
    return sections.computeIfAbsent(section, _ -> new Group());
  }

  /// Writes the sections, a blank line between two, then the block for type checkers.
  void write(Layout layout, StringBuilder out) {
    var separator = false;
    for (var group : sections.values()) {
      if (separator) {
        out.append('\n');
      }
      group.write(layout, 0);
      separator = true;
    }
    if (!typeChecking.names.isEmpty()) {
      out.append("\nif TYPE_CHECKING:\n");
      typeChecking.write(layout, 4);
    }
  }

  private static final class Group {
    private static final Order<String> MODULES =
        Order.by(NaturalOrder::lowerCase, NaturalOrder::compare).then(NaturalOrder::compare);

    // Most names are asked for many times: they are sorted once, when they are written.
    private final Set<String> modules = new LinkedHashSet<>();
    private final Map<String, Set<String>> names = new LinkedHashMap<>();

    private void from(String module, String name) {
      names.computeIfAbsent(module, _ -> new LinkedHashSet<>()).add(name);
    }

    private void write(Layout layout, int indentation) {
      for (var module : sorted(modules, NaturalOrder::compare)) {
        layout.line(indentation, "import " + module);
      }
      for (var module : sorted(names.keySet(), MODULES)) {
        var members = sorted(names.get(module), NaturalOrder.MEMBERS);
        write(layout, indentation, module, members);
      }
    }

    private static List<String> sorted(Set<String> names, Comparator<String> order) {
      var sorted = new ArrayList<>(names);
      sorted.sort(order);
      return sorted;
    }

    /// A name with an alias has a statement of its own.
    private static void write(Layout layout, int indentation, String module, List<String> members) {
      var plain = new ArrayList<String>();
      for (var member : members) {
        if (member.contains(" as ")) {
          layout.line(indentation, "from " + module + " import " + member);
        } else {
          plain.add(member);
        }
      }
      if (!plain.isEmpty()) {
        layout.imports(indentation, "from " + module + " import ", plain);
      }
    }
  }

  /// Returns names in the order that `__all__` wants.
  public static List<String> exported(Iterable<String> names) {
    var sorted = new ArrayList<String>();
    names.forEach(sorted::add);
    sorted.sort(NaturalOrder.EXPORTS);
    return List.copyOf(sorted);
  }
}
