-- Each of the six categories has three spirits, and each spirit three or four tools.
SELECT category::text AS what, count(*) FROM spirits_registry GROUP BY category HAVING count(*) <> 3
UNION ALL
SELECT s.name, count(t.id) FROM spirits_registry s LEFT JOIN tools_registry t ON t.spirit_id = s.id
GROUP BY s.name HAVING count(t.id) NOT BETWEEN 3 AND 4;
