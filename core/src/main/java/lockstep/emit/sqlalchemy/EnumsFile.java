package lockstep.emit.sqlalchemy;

import static lockstep.emit.python.Expression.text;

import java.util.List;

/// Writes the enumerated types as classes whose members are the stored values.
final class EnumsFile {
  private EnumsFile() {}

  static void write(PythonFile file, PythonEnum type) {
    file.need(Symbol.ENUM);
    file.module().definition();
    var body =
        file.module().openClass(type.className(), List.of("enum.StrEnum"), type.documentation());
    body.paragraph();
    for (var member : type.members()) {
      body.assign(member.symbol(), text(member.value()));
      body.documentation(member.documentation());
    }
    body.close();
  }
}
