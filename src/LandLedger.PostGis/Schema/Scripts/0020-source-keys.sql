-- A write is recorded once by its key. Before, the key stood behind the last blank of the name alone; no file that is imported has a slash
-- in its name.
ALTER TABLE import_sources ADD COLUMN key text COLLATE "C";
UPDATE import_sources SET key = substring(name FROM ' key=([^ ]*)$') WHERE name LIKE '% /collections/plots/items% key=%';
CREATE UNIQUE INDEX import_sources_once ON import_sources (key);
