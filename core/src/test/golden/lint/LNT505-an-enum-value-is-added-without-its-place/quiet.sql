ALTER TYPE mood ADD VALUE 'odd' AFTER 'bad';
