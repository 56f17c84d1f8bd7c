-- Of tables, partitions and their indexes: each with its parents in their order.
select i.inhrelid, i.inhparent
from pg_inherits i
order by i.inhrelid, i.inhseqno
