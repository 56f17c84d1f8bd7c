CREATE TABLE rooms (id int);
CREATE POLICY office ON rooms AS RESTRICTIVE USING (true);
