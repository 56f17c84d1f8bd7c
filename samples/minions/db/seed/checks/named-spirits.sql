-- Synergies and conflicts name spirits that there are, and never the spirit itself.
SELECT s.name, named.name AS unknown
FROM spirits_registry s
CROSS JOIN LATERAL (
  SELECT jsonb_object_keys(s.synergies) AS name UNION ALL SELECT unnest(s.conflicts)
) named
WHERE named.name = s.name
   OR NOT EXISTS (SELECT FROM spirits_registry other WHERE other.name = named.name);
