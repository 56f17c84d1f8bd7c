COPY t (name) FROM stdin;
it's
\.
SELECT 'a';
