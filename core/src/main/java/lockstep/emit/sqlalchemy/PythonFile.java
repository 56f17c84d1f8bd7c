package lockstep.emit.sqlalchemy;

import lockstep.emit.python.Expression;
import lockstep.emit.python.Module;
import lockstep.emit.sqlalchemy.PythonType.Need;
import lockstep.emit.sqlalchemy.PythonType.Recognition;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Layout;

/// A module in the making, and the bookkeeping of what it needs from others.
///
/// Where everything goes to one file, what is local is there without an import.
final class PythonFile {
  private final String name;
  private final Module module = new Module();
  private final Layout layout;
  private final String packageName;
  private final Usage usage;

  /// @param name of the module in its package
  PythonFile(String name, SqlAlchemyOptions options, Usage usage) {
    this.name = name;
    this.layout = options.layout();
    this.packageName = options.packageName();
    this.usage = usage;
  }

  String name() {
    return name;
  }

  Module module() {
    return module;
  }

  /// Imports a symbol and returns the name to use.
  String need(Symbol symbol) {
    usage.add(symbol);
    if (!symbol.isLocal()) {
      symbol.addTo(module.imports());
    } else {
      local(symbol.module(), symbol.symbol());
    }
    return symbol.symbol();
  }

  /// Imports a name of another module of the package.
  String local(String from, String symbol) {
    if (layout == Layout.FILE_PER_MODEL && !from.equals("." + name)) {
      module.imports().local(from, symbol);
    }
    return symbol;
  }

  /// Imports a hand-written class. One of the same top package is sorted as such.
  String mixin(SqlAlchemyOptions.Mixin mixin) {
    if (mixin.module().startsWith(".")) {
      module.imports().local(mixin.module(), mixin.className());
    } else if (top(mixin.module()).equals(top(packageName))) {
      module.imports().project(mixin.module(), mixin.className());
    } else {
      module.imports().installed(mixin.module(), mixin.className());
    }
    return mixin.className();
  }

  private static String top(String name) {
    var dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /// Imports a class for annotations only.
  String forTypeChecking(Entity entity) {
    if (layout == Layout.FILE_PER_MODEL) {
      module.imports().forTypeChecking("." + entity.module(), entity.className());
    }
    return entity.className();
  }

  /// Imports what an expression calls of SQLAlchemy, and returns the expression.
  Expression use(Expression expression) {
    switch (expression) {
      case Expression.Verbatim(var source) -> prefix(source);
      case Expression.Text _ -> {}
      case Expression.Call(var function, var arguments) -> {
        prefix(function);
        arguments.forEach(it -> use(it.value()));
      }
      case Expression.Display(var _, var items) -> items.forEach(it -> use(it.value()));
      case Expression.Chain(var first, var links) -> {
        use(first);
        links.forEach(it -> it.arguments().forEach(argument -> use(argument.value())));
      }
      case Expression.Member(var of, var _) -> use(of);
      case Expression.Conditional(var value, var _, var otherwise) -> {
        use(value);
        use(otherwise);
      }
      case Expression.Grouped(var inner) -> use(inner);
      case Expression.Comprehension(var each, var _, var over) -> {
        use(each);
        use(over);
      }
    }
    return expression;
  }

  private void prefix(String source) {
    if (source.startsWith("sa.")) {
      need(Symbol.SA);
    } else if (source.startsWith("pg.")) {
      need(Symbol.PG);
    }
  }

  void annotation(PythonType type) {
    type.annotationNeeds().forEach(this::need);
  }

  void type(PythonType type) {
    type.typeNeeds().forEach(this::need);
  }

  /// Notes that a type is found by its annotation.
  void recognised(PythonType type) {
    if (type.recognition() == Recognition.BY_MAP) {
      usage.recognise(type);
    }
  }

  private void need(Need need) {
    switch (need) {
      case Need.Of(var symbol) -> need(symbol);
      case Need.OfEnum(var type) -> local(".enums", type.className());
      case Need.OfDomain(var domain) -> local(".base", domain.variable());
    }
  }
}
