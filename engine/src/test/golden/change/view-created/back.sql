-- DropView
DROP VIEW "w";

-- DropView
DROP VIEW "v";
