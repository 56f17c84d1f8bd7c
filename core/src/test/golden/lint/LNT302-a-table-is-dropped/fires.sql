DROP TABLE users, orders;
