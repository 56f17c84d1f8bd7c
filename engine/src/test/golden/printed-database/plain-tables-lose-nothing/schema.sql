CREATE TYPE mood AS ENUM ('happy', 'sad');

CREATE TABLE owner (
  id serial PRIMARY KEY,
  email varchar(100) NOT NULL,
  mood mood NOT NULL DEFAULT 'happy',
  created timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  tags text[]
);

CREATE UNIQUE INDEX owner_email_key ON owner (email);

CREATE TABLE pet (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  owner_id integer NOT NULL,
  vet_id integer,
  weight numeric(6, 2) NOT NULL DEFAULT 1.5,
  facts jsonb NOT NULL,
  CONSTRAINT pet_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES owner (id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT vet FOREIGN KEY (vet_id) REFERENCES owner (id) ON UPDATE CASCADE ON DELETE SET NULL
);

CREATE INDEX pet_facts_idx ON pet USING gin (facts jsonb_path_ops);
