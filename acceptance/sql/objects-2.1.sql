-- What SQLAlchemy can say from 2.1 on.

CREATE TABLE public.team (
    id integer NOT NULL,
    region text NOT NULL,
    name text NOT NULL,
    owner integer,
    CONSTRAINT team_pk PRIMARY KEY (region, id) INCLUDE (name),
    CONSTRAINT team_name UNIQUE (name) INCLUDE (id, region) DEFERRABLE
) WITH (fillfactor = 70, autovacuum_enabled = false);

CREATE UNLOGGED TABLE public.member (
    id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
    region text NOT NULL,
    team integer,
    CONSTRAINT member_team FOREIGN KEY (region, team) REFERENCES public.team (region, id) ON DELETE SET NULL (team)
);

CREATE INDEX member_team ON public.member (region) INCLUDE (team) WITH (fillfactor = 80);
