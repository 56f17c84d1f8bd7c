create index posts_title_idx on posts (lower(title)) where title <> '';
alter table posts enable row level security;
create policy own on posts using (author_id = 1);
