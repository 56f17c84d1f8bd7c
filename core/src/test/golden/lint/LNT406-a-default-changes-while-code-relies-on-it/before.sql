CREATE TABLE users (plan text NOT NULL DEFAULT 'free', note text DEFAULT '');
