create type pair as (a int, b text);
create table pairs of pair (primary key (a), b with options not null default 'b');
create table more_pairs of pair;
