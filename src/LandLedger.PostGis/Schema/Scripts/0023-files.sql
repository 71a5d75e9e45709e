-- Files that stand behind the steps of cases, and what the office keeps: what the ledger tells of them, and their bytes in parts.
ALTER TABLE case_steps ADD COLUMN evidence text;
COMMENT ON COLUMN case_steps.evidence IS '佐证材料（空白表示没有）';

CREATE TABLE file_parts (
  sha256 text COLLATE "C" NOT NULL,
  part integer NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (sha256, part)
);
ALTER TABLE file_parts ALTER COLUMN bytes SET STORAGE EXTERNAL;
COMMENT ON TABLE file_parts IS '附件内容';
COMMENT ON COLUMN file_parts.sha256 IS '附件的SHA-256';
COMMENT ON COLUMN file_parts.part IS '顺序';
COMMENT ON COLUMN file_parts.bytes IS '内容';

CREATE FUNCTION file_parts_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'files are not altered or removed';
END
$$;
CREATE TRIGGER file_parts_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON file_parts FOR EACH STATEMENT EXECUTE FUNCTION file_parts_kept();
CREATE TRIGGER edited AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON file_parts FOR EACH STATEMENT EXECUTE FUNCTION edited();
