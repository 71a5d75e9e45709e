-- What the procedure said that a case was opened under: the ledger keeps its text. Null where an older program opened it.
ALTER TABLE cases ADD COLUMN digest text COLLATE "C";
COMMENT ON COLUMN cases.digest IS '程序内容的SHA-256（空白表示旧版程序立案，未记）';
