ALTER TYPE mood ADD VALUE 'odd';
UPDATE users SET mood = 'odd' WHERE id = 1;
