package lockstep.psl.analysis;

import java.util.ArrayList;
import java.util.List;
import lockstep.psl.syntax.EnumDeclaration;

/// Pass 3 for enums.
final class EnumAttributes {
  private EnumAttributes() {}

  static PslEnum read(Declared<EnumDeclaration> enumeration, Findings findings) {
    var in = findings.in(enumeration.file());
    var values = new ArrayList<PslEnum.Value>();
    for (var value : enumeration.block().values()) {
      var attributes = new AttributeSet(in, value.attributes());
      values.add(new PslEnum.Value(value, MapAttributes.ofValue(attributes)));
      attributes.rejectUnread(List.of("map"));
    }
    var attributes = new AttributeSet(in, enumeration.block().attributes());
    var mappedName = MapAttributes.map(attributes);
    var schema = MapAttributes.schema(attributes);
    attributes.rejectUnread(List.of("map", "schema"));
    return new PslEnum(enumeration.file(), enumeration.block(), mappedName, schema, values);
  }
}
