CREATE TABLE a_name_of_some_length (id int);
