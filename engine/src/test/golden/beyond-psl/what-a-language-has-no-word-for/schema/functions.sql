create function is_adult(age int) returns boolean language sql immutable return age >= 18;

create function touch() returns trigger language plpgsql as $$
begin
  return new;
end
$$;
