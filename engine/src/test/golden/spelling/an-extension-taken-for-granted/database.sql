create extension "uuid-ossp";
create table "Key" (
  id uuid not null default uuid_generate_v4(),
  constraint "Key_pkey" primary key (id)
);
