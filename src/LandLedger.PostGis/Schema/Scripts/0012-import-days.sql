-- The day that the files of an import stood for: older files must not turn newer facts back unasked. Unknown of imports before this.
ALTER TABLE imports ADD COLUMN stands_for date;
COMMENT ON COLUMN imports.stands_for IS '文件所代表的日期';
