create type z_status as enum ('on', 'off');
create type empty_enum as enum ();
create sequence z_ids as smallint start 10 minvalue 5 maxvalue 100 cycle cache 2;
create sequence down increment -1;
create sequence large maxvalue 9000000000000;
create domain z_base as varchar(20) default 'x' not null;
create domain a_derived as z_base constraint not_y check (value <> 'y');
create domain next_id as int default nextval('z_ids');
create domain statuses as z_status[];
create domain sorted as text collate "C"
  constraint short check (length(value) < 10) constraint filled check (value <> '');
alter domain sorted add constraint later check (value <> 'z') not valid;
create table a (
  id next_id,
  name a_derived,
  status z_status default 'on',
  all_of_them statuses
);
create table b (n int);
create sequence owned owned by b.n;
create view z_view as select id, name from a where status = 'on';
create view a_view as select z.name || '!' as shout, b.n from z_view z left join b on true;
create view columns (x, y) as select 1, 'two'::text;
