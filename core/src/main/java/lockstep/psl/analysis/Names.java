package lockstep.psl.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lockstep.psl.syntax.ConfigBlock;
import lockstep.psl.syntax.EnumDeclaration;
import lockstep.psl.syntax.ModelDeclaration;
import lockstep.psl.syntax.TopLevel;

/// What pass 1 found: the blocks of all files, in the order of files and blocks.
///
/// @param models models, views and composite types
/// @param types what a field's type can name; of blocks with the same name the last one
record Names(
    List<Declared<ModelDeclaration>> models,
    List<Declared<EnumDeclaration>> enums,
    List<Declared<ConfigBlock>> datasources,
    List<Declared<ConfigBlock>> generators,
    Map<String, Declared<? extends TopLevel>> types) {
  Names {
    models = List.copyOf(models);
    enums = List.copyOf(enums);
    datasources = List.copyOf(datasources);
    generators = List.copyOf(generators);
    types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
  }
}
