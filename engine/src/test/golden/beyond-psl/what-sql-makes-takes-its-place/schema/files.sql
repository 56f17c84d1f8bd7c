create domain code as text check (value ~ '^[a-z]+$');
alter table files add column lower text generated always as (lower(name)) stored;
alter table files add constraint files_name_key unique (name) deferrable;
create index files_id_name_idx on files (id desc, name text_pattern_ops) include (code);
alter table files alter column id add generated always as identity;
