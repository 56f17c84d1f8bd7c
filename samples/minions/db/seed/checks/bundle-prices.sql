-- The list price of a bundle is the sum of its spirits' prices, and no bundle saves more than 44 %.
SELECT b.name, b.list_price_usd, sum(s.price_usd) AS prices_of_spirits, b.savings_percent
FROM spirit_bundles b
LEFT JOIN spirits_registry s ON s.name = ANY (b.spirits)
GROUP BY b.id
HAVING b.list_price_usd IS DISTINCT FROM sum(s.price_usd) OR b.savings_percent NOT BETWEEN 1 AND 44;
