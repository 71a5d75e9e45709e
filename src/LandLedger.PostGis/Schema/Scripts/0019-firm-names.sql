-- Names that a firm bore before, or that rows with its code gave it beside its own.
ALTER TABLE firms ADD COLUMN other_names text;
COMMENT ON COLUMN firms.other_names IS '曾用名及其他名称（每行一个）';
