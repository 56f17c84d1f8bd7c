create table kept (body text compression pglz, tail text);
