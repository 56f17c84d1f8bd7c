CREATE POLICY staff ON users TO staff USING (true);
DROP POLICY office ON rooms;
