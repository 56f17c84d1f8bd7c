-- In no order at all.
create view adults as select id, email from users where is_adult(age);

alter table users add constraint age_ok check (age >= 0);

create trigger touched before update on users for each row execute function touch();

comment on table users is 'Who may come in';
comment on column users.age is 'In years';
