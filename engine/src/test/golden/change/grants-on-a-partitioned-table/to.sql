create table events (id integer not null, kind text) partition by range (id);
create table events_1 partition of events for values from (0) to (10);
insert into events values (1, 'a');
grant select on events to public;
grant insert (id) on events to public;
