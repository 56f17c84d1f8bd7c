package lockstep.diff;

import lockstep.mapping.EnumView;
import lockstep.mapping.Field;
import lockstep.mapping.Mapping.RelationMode;
import lockstep.mapping.Model;

/// One difference between two mappings. Models are the same where they show the same table or view,
/// fields where they hold the same column or follow the same reference, enums where they stand for
/// the same type; everything else about them, the name first, may differ.
public sealed interface MappingChange {
  record AddModel(Model model) implements MappingChange {}

  record DropModel(Model model) implements MappingChange {}

  /// Two models of another name, kind, visibility, documentation or with other keys; their fields
  /// are named one by one.
  record AlterModel(Model from, Model to) implements MappingChange {}

  /// @param model that `to` has
  record AddField(Model model, Field field) implements MappingChange {}

  /// @param model that `from` has
  record DropField(Model model, Field field) implements MappingChange {}

  /// @param model that `to` has
  record AlterField(Model model, Field from, Field to) implements MappingChange {}

  record AddEnum(EnumView type) implements MappingChange {}

  record DropEnum(EnumView type) implements MappingChange {}

  record AlterEnum(EnumView from, EnumView to) implements MappingChange {}

  record AlterRelationMode(RelationMode from, RelationMode to) implements MappingChange {}
}
